#include "kiosk/kiosk.hpp"

#include "domain/names.hpp"
#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_places_flow.hpp"
#include "kiosk/clock_flow.hpp"
#include "kiosk/corrections_flow.hpp"
#include "kiosk/draw_pages.hpp"
#include "kiosk/feedback_flow.hpp"
#include "kiosk/own_sign_ups_flow.hpp"
#include "kiosk/present.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/set_up_flow.hpp"
#include "kiosk/sign_up_flow.hpp"
#include "kiosk/stick_flow.hpp"
#include "kiosk/timing.hpp"
#include "kiosk/visit_flow.hpp"
#include "kiosk/words.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace refectory {

namespace {

// What is typed there is looked up with each letter.
bool searches(const PageState& page)
{
    return std::holds_alternative<page::Who>(page) || std::holds_alternative<page::SetUpWords>(page);
}

Instant minute_of(const ClockReading& now)
{
    return std::chrono::floor<std::chrono::minutes>(now.wall);
}

}

Kiosk::Kiosk(KioskStore& store, std::string version, FindSticks find_sticks, Machine machine, RetentionRules retention)
    : store_(store), exporter_(version), find_sticks_(std::move(find_sticks)), set_up_search_(store.folder() / "set-up-files"), machine_(std::move(machine)), retention_(retention),
      clock_(store.clock().recall())
{
    machine_.version = std::move(version);
    pages_.push_back(first_page());
}

PageState Kiosk::first_page() const
{
    if (!store_.is_set_up()) return page::FirstStart{};
    if (!store_.pin().is_chosen()) return choose_pin_page(page::ChosenBy::whoever_sets_up);
    return page::Welcome{};
}

void Kiosk::frame(ui::Page& page, const ClockReading& now)
{
    unless_disk_fails(now, [&] { tick(now); });
    settled_ = true;
    const auto intent = draw(page, now);
    if (!std::holds_alternative<intent::Nothing>(intent)) unless_disk_fails(now, [&] { act_on(intent, now); });
    unless_disk_fails(now, [&] { watch_corner(now); });
}

// What is written comes back as a Result; what is read throws where the disk fails. The page then says so, and the kiosk stays.
void Kiosk::unless_disk_fails(const ClockReading& now, const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::runtime_error&) {
        (void)store_.is_damaged();
        auto flow = flow_at(now);
        flow.say(MessageView::Tone::refusal, words::trouble::reading, std::string{words::trouble::reading_more});
        pages_.push_back(std::move(*flow.route.page));
        opened_at_ = now.monotonic;
        settled_ = false;
    }
}

void Kiosk::tick(const ClockReading& now)
{
    if (!started_) {
        started_ = true;
        touched_at_ = opened_at_ = now.monotonic;
    }
    const bool time_has_gone = std::exchange(ticked_at_, now.monotonic) != now.monotonic;
    judge_clock_of(now);
    if (minute_ != minute_of(now)) refresh_open_page(now);
    watch_export(now);
    if (time_has_gone && watches_sticks(pages_.back())) refresh_open_page(now);
    if (pages_.size() == 1 || stays_open(pages_.back())) return;
    const auto closes_after = closes_by_itself_after(pages_.back());
    if (closes_after && now.monotonic - std::max(touched_at_, opened_at_) >= *closes_after) go_home(now);
    else if (!closes_after && now.monotonic - touched_at_ >= asks_after + clears_after) go_home(now);
}

// How far it had come is kept once a minute, and when it begins to be doubted: a start after a power cut must know.
void Kiosk::judge_clock_of(const ClockReading& now)
{
    const auto before = std::exchange(trust_, judge_clock(now, clock_));
    if (trust_ != before) (void)store_.clock().keep(clock_);
}

bool Kiosk::look_after(const ClockReading& now)
{
    (void)store_.is_found_damaged();  // whoever runs the kiosk then opens the store anew
    if (looked_after_ == minute_of(now)) return false;
    looked_after_ = minute_of(now);
    unless_disk_fails(now, [&] {
        (void)store_.clock().keep(clock_);
        if (forgets(now)) {
            settled_ = false;
            refresh_open_page(now);
        }
        store_.make_backup_if_due(now.wall);
        if (!is_at_first_page() || exporter_.is_running()) return;
        store_.keep_reserve();
        if (store_.take_failed_backup()) (void)store_.is_damaged();  // whoever runs the kiosk then opens the store anew
    });
    return !settled_;
}

// At the start, once a day, and within a minute of each new programme, whose receipts say what the desk has.
bool Kiosk::forgets(const ClockReading& now)
{
    const auto header = store_.activities().header();
    const Forgetting owed{local_date(now.wall), header ? header->serial : 0};
    if (trust_ != ClockTrust::trusted || forgot_ == owed || store_.retention().waits_at(now.wall)) return false;
    if (!store_.retention().forget(retention_, now.wall, trust_)) return false;
    forgot_ = owed;
    return true;
}

// The one place where the end of an export is taken: it is recorded wherever the admin is meanwhile. Who looks at it sees the
// page long enough to read it, and then what came of it.
void Kiosk::watch_export(const ClockReading& now)
{
    if (!exporter_.is_running()) return;
    auto flow = flow_at(now);
    auto* open = std::get_if<page::Exporting>(&pages_.back());
    if (open) refresh(flow, *open);
    if (open && now.monotonic - opened_at_ < export_shows) return;
    const auto end = exporter_.take_end(store_, now.wall, trust_);
    if (!end) return;
    const auto brought = bring_in(flow, exporter_.take_found());
    if (!open) return refresh_open_page(now);
    tell_end(flow, *open, *end, brought);
    follow(std::move(flow.route), now);
}

void Kiosk::watch_corner(const ClockReading& now)
{
    const auto* welcome = std::get_if<page::Welcome>(&pages_.back());
    if (!welcome || !welcome->draft.corner_held) return corner_held_since_.reset();
    if (!corner_held_since_) corner_held_since_ = now.monotonic;
    if (now.monotonic - *corner_held_since_ < corner_hold) return;
    corner_held_since_.reset();
    touched(now);
    auto flow = flow_at(now);
    flow.open(admin_pin_page());
    follow(std::move(flow.route), now);
}

Intent Kiosk::draw(ui::Page& page, const ClockReading& now)
{
    const auto idle = now.monotonic - touched_at_;
    if (pages_.size() > 1 && !stays_open(pages_.back()) && !closes_by_itself_after(pages_.back()) && idle >= asks_after) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(asks_after + clears_after - idle);
        return draw_still_there(page, static_cast<int>(left.count()));
    }
    return draw_page(page, band_, pages_.back(), remaining(now));
}

void Kiosk::act_on(const Intent& intent, const ClockReading& now)
{
    settled_ = false;
    touched(now);
    if (std::holds_alternative<intent::StillHere>(intent)) return;
    if (std::holds_alternative<intent::GoHome>(intent)) return go_home(now);
    auto flow = flow_at(now);
    if (std::holds_alternative<intent::GoBack>(intent)) flow.back();
    else if (std::holds_alternative<intent::SubmitWords>(intent) && std::holds_alternative<page::VisitWords>(pages_.back()))
        return keep_visit_words(intent);
    else
        std::visit([&](auto& page, const auto& asked) { act(flow, page, asked); }, pages_.back(), intent);
    follow(std::move(flow.route), now);
}

// The words of a visit go back into the form that they belong to.
void Kiosk::keep_visit_words(const Intent&)
{
    auto words = std::get<page::VisitWords>(pages_.back()).draft.text;
    pages_.pop_back();
    if (auto* out = std::get_if<page::CheckOut>(&pages_.back())) out->draft.words = std::move(words);
}

void Kiosk::follow(Route route, const ClockReading& now)
{
    switch (route.way) {
    case Route::Way::stay: return;
    case Route::Way::home: return go_home(now);
    case Route::Way::back:
        if (pages_.size() > 1) pages_.pop_back();
        break;
    case Route::Way::replace:
        if (pages_.size() > 1) pages_.pop_back();
        [[fallthrough]];
    case Route::Way::open: pages_.push_back(std::move(*route.page)); break;
    }
    opened_at_ = now.monotonic;
    settled_ = false;
    refresh_open_page(now);
}

void Kiosk::go_home(const ClockReading& now)
{
    auto first = first_page();
    pages_.clear();
    pages_.push_back(std::move(first));
    opened_at_ = now.monotonic;
    settled_ = false;
    refresh_open_page(now);
}

void Kiosk::refresh_open_page(const ClockReading& now)
{
    minute_ = minute_of(now);
    const auto moment = store_.as_of_one_moment();
    band_ = present_band(store_, now.wall);
    auto flow = flow_at(now);
    std::visit([&](auto& page) { refresh(flow, page); }, pages_.back());
    if (flow.route.way == Route::Way::home) go_home(now);
}

void Kiosk::scanned(std::string_view text, const ClockReading& now)
{
    touched(now);
    machine_.scanner_heard = now.wall;
    unless_disk_fails(now, [&] {
        if (!store_.pin().is_chosen()) return;  // nobody visits before the kiosk is in use
        auto flow = flow_at(now);
        take_scan(flow, text);
        if (flow.route.way == Route::Way::stay) return;
        pages_.erase(pages_.begin() + 1, pages_.end());  // whatever was open, a form or a question, gives way to the pass
        follow(std::move(flow.route), now);
    });
}

void Kiosk::typed(std::string_view text, const ClockReading& now)
{
    touched(now);
    auto* line = text_in_hand();
    if (!line || code_points(*line) + code_points(text) > 400) return;
    *line += text;
    settled_ = false;
    if (searches(pages_.back())) unless_disk_fails(now, [&] { act_on(intent::Search{}, now); });
}

void Kiosk::erased(const ClockReading& now)
{
    touched(now);
    auto* line = text_in_hand();
    if (!line || line->empty()) return;
    while (line->size() > 1 && (static_cast<unsigned char>(line->back()) & 0xC0U) == 0x80) line->pop_back();
    line->pop_back();
    settled_ = false;
    if (searches(pages_.back())) unless_disk_fails(now, [&] { act_on(intent::Search{}, now); });
}

void Kiosk::touched(const ClockReading& now)
{
    touched_at_ = now.monotonic;
}

std::string* Kiosk::text_in_hand()
{
    auto& open = pages_.back();
    if (auto* who = std::get_if<page::Who>(&open)) return &who->draft.text;
    if (auto* added = std::get_if<page::AddMe>(&open)) return &added->draft.name.text;
    if (auto* question = std::get_if<page::Question>(&open)) return &question->draft.text;
    if (auto* remark = std::get_if<page::VisitWords>(&open)) return &remark->draft.text;
    if (auto* writing = std::get_if<page::RatingWords>(&open)) return &writing->draft.text;
    if (auto* words = std::get_if<page::SetUpWords>(&open)) return &words->draft.typing.text;
    return nullptr;
}

float Kiosk::remaining(const ClockReading& now) const
{
    const auto closes_after = closes_by_itself_after(pages_.back());
    if (!closes_after) return 1;
    const auto gone = now.monotonic - std::max(touched_at_, opened_at_);
    return std::clamp(1.0F - static_cast<float>(gone.count()) / static_cast<float>(closes_after->count()), 0.0F, 1.0F);
}

milliseconds Kiosk::next_change(const ClockReading& now) const
{
    const auto next_minute = minute_of(now) + std::chrono::minutes{1};
    auto wait = std::chrono::duration_cast<milliseconds>(next_minute - now.wall);
    if (exporter_.is_running()) wait = std::min(wait, export_step);
    if (corner_held_since_) wait = std::min(wait, std::max(milliseconds{0}, *corner_held_since_ + corner_hold - now.monotonic));
    if (watches_sticks(pages_.back())) wait = std::min(wait, stick_step);
    if (pages_.size() == 1 || stays_open(pages_.back()) || watches_sticks(pages_.back())) return wait;
    if (closes_by_itself_after(pages_.back())) return std::min(wait, bar_step);
    const auto idle = now.monotonic - touched_at_;
    return std::min(wait, idle < asks_after ? asks_after - idle : milliseconds{std::chrono::seconds{1}});
}

Flow Kiosk::flow_at(const ClockReading& now)
{
    return Flow{store_, exporter_, find_sticks_, set_up_search_, machine_, clock_, now.wall, trust_, now.monotonic, retention_, {}};
}

}
