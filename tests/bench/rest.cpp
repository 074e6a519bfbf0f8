// What a program costs while nobody stands in front of it: the welcome page for a minute, whose clock turns once in it.
#include "bench/contestants.hpp"

#include <chrono>
#include <future>
#include <thread>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto watched = 60s;
constexpr auto after_start = 15s;  // a browser has still to do when its page is up
constexpr double share_of_chromium = 0.1;

struct AtRest {
    double frames = 0, cpu_milliseconds = 0;
};

AtRest watch(const OnScreen& shown)
{
    std::this_thread::sleep_for(after_start);
    const auto before = shown.program->cpu_time();
    const auto frames = shown.screen->count_frames(watched);
    const std::chrono::duration<double, std::milli> spent = shown.program->cpu_time() - before;
    return {static_cast<double>(frames), spent.count()};
}

Result<std::vector<Row>> measure(const Bench& bench)
{
    const auto folder = bench.scratch / "rest";
    REFECTORY_TRY_ASSIGN(const auto here, KioskHere::create(folder / "here"));
    REFECTORY_TRY(set_kiosk_up(folder / "kiosk"));
    Row frames{.part = "rest", .what = "frames in 60 s of the welcome page, whose clock turns once (a frame: what is drawn to the screen in one go)", .unit = "frames",
               .against = "Chromium in kiosk mode", .goal = "1 frame", .holds = [](double ours, double) { return ours == 1; }};
    Row time{.part = "rest", .what = "CPU time in 60 s of the welcome page, of all processes", .unit = "ms", .against = "Chromium in kiosk mode",
             .goal = "a tenth or less", .holds = [](double ours, double baseline) { return ours <= baseline * share_of_chromium; }};
    const auto browser = chromium(bench, *here);
    if (!browser) {
        frames.against = time.against = browser.error().sentence;
        time.holds = {};
    }
    for (int i = 0; i < std::max(1, bench.repeats); ++i) {
        REFECTORY_TRY_ASSIGN(const auto ours, put_on_screen(our_kiosk(bench, folder / "kiosk/data", *here)));
        std::future<AtRest> theirs;
        OnScreen browsing;
        if (browser) {
            REFECTORY_TRY_ASSIGN(browsing, put_on_screen(*browser));
            theirs = std::async(std::launch::async, [&] { return watch(browsing); });
        }
        const auto at_rest = watch(ours);
        frames.ours.add(at_rest.frames);
        time.ours.add(at_rest.cpu_milliseconds);
        if (!browser) continue;
        const auto browser_at_rest = theirs.get();
        frames.baseline.add(browser_at_rest.frames);
        time.baseline.add(browser_at_rest.cpu_milliseconds);
    }
    return std::vector{frames, time};
}

}

std::vector<Row> rest(const Bench& bench)
{
    auto rows = measure(bench);
    return rows ? *rows : std::vector{not_measured("rest", "rest", rows.error().sentence)};
}

}
