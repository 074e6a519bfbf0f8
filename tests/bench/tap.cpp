// How long it takes from a touch to what it changes on the screen, until the last of the places that change has changed.
#include "bench/contestants.hpp"
#include "bench/touch.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory::bench {

namespace {

constexpr int taps = 40;
constexpr double share_of_chromium = 0.4;

// Where the pages are touched, on ours and on the browser's alike.
struct Places {
    Point sign_up, sign_me_up, lunches, back, letter, erase;
};

Result<Point> place_of(const KioskHere& here, std::string_view words)
{
    const auto* element = here.page().find_to_tap(words);
    if (element == nullptr) element = here.page().find_key(words);
    if (element == nullptr) return failure(fmt::format("Nothing to tap says “{}”. The page says:\n{}", words, here.page().text()));
    const auto centre = element->where.centre();
    return Point{static_cast<int>(centre.x), static_cast<int>(centre.y)};
}

Result<Places> find_places(KioskHere& here)
{
    Places places;
    REFECTORY_TRY_ASSIGN(places.sign_up, place_of(here, words::welcome::sign_up));
    REFECTORY_TRY_ASSIGN(places.lunches, place_of(here, words::welcome::lunches));
    here.pilot().tap(words::welcome::lunches);
    REFECTORY_TRY_ASSIGN(places.back, place_of(here, words::back));
    here.pilot().tap(words::back);
    here.pilot().tap(words::welcome::sign_up);
    REFECTORY_TRY_ASSIGN(places.sign_me_up, place_of(here, words::activity::sign_me_up));
    here.pilot().tap(words::activity::sign_me_up);
    REFECTORY_TRY_ASSIGN(places.letter, place_of(here, "K"));
    REFECTORY_TRY_ASSIGN(places.erase, place_of(here, "Erase"));
    return places;
}

struct Touched {
    Contestant contestant;
    std::vector<Point> way_to_keyboard;
    OnScreen shown = {};
    Samples button = {}, page = {}, key = {};
};

// In turn, so that whatever else the machine does meets both; the first finds out what changes.
Result<> repeat(std::vector<Touched>& all, int repeats, Samples Touched::*samples, const Touch& touch)
{
    std::vector<Spots> spots;
    for (auto& touched : all) {
        REFECTORY_TRY_ASSIGN(auto found, find_spots(*touched.shown.screen, touch));
        spots.push_back(std::move(found));
    }
    for (int i = 0; i < repeats; ++i) {
        for (std::size_t who = 0; who < all.size(); ++who) {
            REFECTORY_TRY_ASSIGN(const auto time, time_of(*all[who].shown.screen, touch, spots[who]));
            (all[who].*samples).add(std::chrono::duration<double, std::milli>{time}.count());
        }
    }
    return {};
}

Row row_of(std::string what, const std::vector<Touched>& all, const Samples Touched::*samples, const std::string& against)
{
    Row row{.part = "tap", .what = std::move(what), .unit = "ms", .ours = all.front().*samples, .against = against, .goal = "0.4 or less"};
    if (all.size() == 1) return row;
    row.baseline = all.back().*samples;
    row.holds = [](double ours, double baseline) { return ours <= baseline * share_of_chromium; };
    return row;
}

Result<std::vector<Row>> measure(const Bench& bench)
{
    const auto folder = bench.scratch / "tap";
    REFECTORY_TRY_ASSIGN(const auto here, KioskHere::create(folder / "here"));
    REFECTORY_TRY(set_kiosk_up(folder / "kiosk"));
    const auto browser = chromium(bench, *here);
    const auto ours = our_kiosk(bench, folder / "kiosk/data", *here);
    REFECTORY_TRY_ASSIGN(const auto places, find_places(*here));
    std::vector<Touched> all;
    all.push_back({ours, {places.sign_up, places.sign_me_up}});
    if (browser) all.push_back({*browser, {places.sign_up}});
    for (auto& touched : all) {
        REFECTORY_TRY_ASSIGN(touched.shown, put_on_screen(touched.contestant));
    }
    const int repeats = bench.repeats > 0 ? bench.repeats : taps;
    REFECTORY_TRY(repeat(all, repeats, &Touched::button, {places.sign_up, Moment::press, {}}));
    REFECTORY_TRY(repeat(all, repeats, &Touched::page, {places.lunches, Moment::lift, places.back}));
    for (const auto& touched : all)
        for (const auto& place : touched.way_to_keyboard) tap_at(*touched.shown.screen, place);
    REFECTORY_TRY(repeat(all, repeats, &Touched::key, {places.letter, Moment::lift, places.erase}));

    const auto against = browser ? browser->name : browser.error().sentence;
    return std::vector{row_of("tap: a button is pressed, and looks so", all, &Touched::button, against),
                       row_of("tap: a whole page gives way to another", all, &Touched::page, against),
                       row_of("tap: a key of the keyboard puts its letter into the field", all, &Touched::key, against)};
}

}

std::vector<Row> tap(const Bench& bench)
{
    auto rows = measure(bench);
    return rows ? *rows : std::vector{not_measured("tap", "tap", rows.error().sentence)};
}

}
