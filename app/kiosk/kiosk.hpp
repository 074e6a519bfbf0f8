// The kiosk: which page is open, what was asked for on it, and when it clears itself. It draws into whatever ImGui context is
// current and knows no window: the main loop, the tour and the tests all drive this one class.
//
// The life of a frame:
//   tick      what the clock alone brings: the minute on the wall, "Are you still there?", a page that closes itself
//   draw      the open page draws from its view and returns an intent
//   act       the flow of that page acts on it; the store has it on disk before the next view says so
//   route     the page that the flow chose opens, and its view is made
// The caller draws again while `settled()` is false, so that what is presented is what holds.
#pragma once

#include "kiosk/flow.hpp"
#include "kiosk/widgets/page.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace refectory {

class Kiosk {
public:
    // `version` is the program's, which parcels say; without `find_sticks` there is never one.
    explicit Kiosk(KioskStore& store, std::string version = {}, FindSticks find_sticks = {}, Machine machine = {}, RetentionRules retention = {});

    void frame(ui::Page& page, const ClockReading& now);
    bool settled() const { return settled_; }
    // What has to be done once a minute and nobody waits for: after a frame that is shown. Whether the page may say something else now.
    bool look_after(const ClockReading& now);
    // Whether nobody is in the middle of something, or reads what came of it.
    bool is_at_first_page() const { return pages_.size() == 1; }

    // From the scanner and from a keyboard, where there is one.
    void scanned(std::string_view text, const ClockReading& now);
    void typed(std::string_view text, const ClockReading& now);
    void erased(const ClockReading& now);
    // A touch anywhere counts as somebody being there.
    void touched(const ClockReading& now);

    // How long nothing will change on the screen if nobody touches it.
    milliseconds next_change(const ClockReading& now) const;

private:
    void unless_disk_fails(const ClockReading& now, const std::function<void()>& work);
    Flow flow_at(const ClockReading& now);
    Intent draw(ui::Page& page, const ClockReading& now);
    void act_on(const Intent& intent, const ClockReading& now);
    void follow(Route route, const ClockReading& now);
    void go_home(const ClockReading& now);
    void refresh_open_page(const ClockReading& now);
    void tick(const ClockReading& now);
    void judge_clock_of(const ClockReading& now);
    bool forgets(const ClockReading& now);
    void watch_export(const ClockReading& now);
    void watch_corner(const ClockReading& now);
    PageState first_page() const;
    void keep_visit_words(const Intent& intent);
    std::string* text_in_hand();
    float remaining(const ClockReading& now) const;

    KioskStore& store_;
    Exporter exporter_;
    FindSticks find_sticks_;
    SetUpSearch set_up_search_;
    Machine machine_;
    RetentionRules retention_;
    struct Forgetting { Date day; std::int64_t serial; friend bool operator==(const Forgetting&, const Forgetting&) = default; };
    std::optional<Forgetting> forgot_;  // on which day and under which programme the last time
    ClockMemory clock_;
    ClockTrust trust_ = ClockTrust::trusted;
    std::vector<PageState> pages_;  // the open page is the last; the others are where back leads
    BandView band_;
    milliseconds touched_at_{};     // on the monotonic clock
    milliseconds opened_at_{};
    milliseconds ticked_at_{-1};    // all frames until one holds are of one moment
    std::optional<milliseconds> corner_held_since_;
    Instant minute_{};              // the minute that the band shows
    Instant looked_after_{};        // the minute that it was last done in
    bool started_ = false;
    bool settled_ = false;
};

}
