// What a program takes of the memory: the proportional share (PSS) of all its processes, after the start and after a day of use.
#include "bench/contestants.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <thread>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

constexpr int starts = 5;
constexpr auto after_start = 3s;
constexpr int visits_of_a_day = 10'000;
constexpr double share_of_chromium = 1.0 / 15, most_growth = 1;

double mebibytes(std::int64_t bytes)
{
    return static_cast<double>(bytes) / 1024 / 1024;
}

Result<double> memory_after_start(const Contestant& contestant)
{
    REFECTORY_TRY_ASSIGN(const auto shown, put_on_screen(contestant));
    std::this_thread::sleep_for(after_start);
    return mebibytes(shown.program->memory());
}

Result<Row> after_the_start(const Bench& bench)
{
    const auto folder = bench.scratch / "memory";
    REFECTORY_TRY_ASSIGN(auto here, KioskHere::create(folder / "here"));
    REFECTORY_TRY(set_kiosk_up(folder / "kiosk"));
    const auto ours = our_kiosk(bench, folder / "kiosk/data", *here);
    const auto browser = chromium(bench, *here);
    here.reset();  // the fonts that it has mapped would count half
    Row row{.part = "memory", .what = "memory after the start (PSS of all processes)", .unit = "MiB", .against = browser ? browser->name : browser.error().sentence,
            .goal = "a fifteenth or less"};
    if (browser) row.holds = [](double mine, double baseline) { return mine <= baseline * share_of_chromium; };
    const int repeats = bench.repeats > 0 ? bench.repeats : starts;
    for (int i = 0; i < repeats; ++i) {
        REFECTORY_TRY_ASSIGN(const auto taken, memory_after_start(ours));
        row.ours.add(taken);
        if (!browser) continue;
        REFECTORY_TRY_ASSIGN(const auto taken_by_browser, memory_after_start(*browser));
        row.baseline.add(taken_by_browser);
    }
    return row;
}

// A process of its own says after how many visits it takes how much.
Result<Row> after_a_day(const Bench& bench)
{
    const auto day = Program::start({.words = {(bench.bin / "day_of_use").string(), (bench.scratch / "day").string(), std::to_string(visits_of_a_day)}, .is_heard = true});
    std::map<int, double> taken;
    while (const auto line = day->next_line()) {
        int visits = 0;
        std::int64_t bytes = 0;
        if (std::sscanf(line->c_str(), "%d %ld", &visits, &bytes) != 2) return failure(*line);
        taken[visits] = mebibytes(bytes);
    }
    if (!taken.contains(0) || !taken.contains(visits_of_a_day)) return failure("The day of use ended before its evening.");
    Row row{.part = "memory", .what = fmt::format("memory after a day of use ({} visits by the pilot, drawn by the processor)", visits_of_a_day), .unit = "MiB",
            .against = "itself at the start", .goal = "less than 1 MiB more", .holds = [](double evening, double morning) { return evening - morning < most_growth; }};
    for (const auto& [visits, mine] : taken)
        if (visits != 0 && visits != visits_of_a_day) row.against += fmt::format(", {:.2f} after {}", mine, visits);
    row.ours.add(taken[visits_of_a_day]);
    row.baseline.add(taken[0]);
    return row;
}

}

std::vector<Row> memory(const Bench& bench)
{
    std::vector<Row> rows;
    for (const auto& measure : {after_the_start, after_a_day}) {
        auto row = measure(bench);
        rows.push_back(row ? std::move(*row) : not_measured("memory", "memory", row.error().sentence));
    }
    return rows;
}

}
