// How long it takes from exec to the first content pixel, with what it reads in memory and with what it reads on the disk.
#include "bench/contestants.hpp"
#include "bench/history.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <set>

namespace refectory::bench {

namespace {

constexpr int warm_starts = 15, cold_starts = 7;
constexpr double times_faster_than_chromium = 8, times_of_the_least = 1.5;
constexpr auto faster_than_chromium = "8 times faster";

double milliseconds_of(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>{time}.count();
}

// Who starts, and what was measured of it.
struct Runner {
    Contestant contestant;
    Samples warm = {}, cold = {};
    std::set<std::filesystem::path> files = {};  // what it had mapped when it was up
};

Result<double> start_once(Runner& runner, std::unique_ptr<Screen>& screen)
{
    auto shown = put_on_screen(runner.contestant, std::move(screen));
    if (!shown) return failure(shown.error().sentence);
    if (runner.files.empty()) runner.files = shown->program->files();
    screen = std::move(shown->screen);
    shown->program.reset();
    screen->wait_until_still(std::chrono::milliseconds{100});
    return milliseconds_of(shown->start);
}

// What this program has mapped itself of the libraries that ours has, too, would stay in memory. Pages that it wrote to, as what was
// relocated, are no file's any more, and are kept.
void let_go_of_mapped_files()
{
    std::ifstream maps{"/proc/self/smaps"};
    std::uintptr_t from = 0, to = 0;
    bool is_file = false;
    for (std::string line; std::getline(maps, line);) {
        char writes = '-', first_of_path = 0;
        if (std::sscanf(line.c_str(), "%lx-%lx %*c%c%*s %*s %*s %*s %c", &from, &to, &writes, &first_of_path) == 4) is_file = first_of_path == '/' && writes == '-';
        else if (is_file && line == "Anonymous:             0 kB") madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
    }
}

enum class Cold { whole_cache, mapped_files };

// The kernel's whole cache where we may; else what the programs map.
Cold make_cold(const std::vector<Runner>& runners)
{
    sync();
    let_go_of_mapped_files();
    if (std::ofstream all{"/proc/sys/vm/drop_caches"}; all && all << 3 << std::flush) return Cold::whole_cache;
    for (const auto& runner : runners) {
        for (const auto& path : runner.files) {
            const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
            if (file < 0) continue;
            posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
            close(file);
        }
    }
    return Cold::mapped_files;
}

Row row_of(std::string what, const Samples& ours, const Samples& theirs, const std::string& against)
{
    return {.part = "start", .what = std::move(what), .unit = "ms", .ours = ours, .baseline = theirs, .against = against};
}

void hold_to_goal(Row& row, const std::string& against)
{
    if (against.starts_with("Chromium")) {
        row.goal = faster_than_chromium;
        row.holds = [](double ours, double baseline) { return ours * times_faster_than_chromium <= baseline; };
    } else if (against.ends_with("software surface")) {
        row.goal = "1.5 times or less";
        row.holds = [](double ours, double baseline) { return ours <= baseline * times_of_the_least; };
    }
}

std::string cold_words(Cold cold)
{
    return cold == Cold::whole_cache ? "start with nothing cached (the kernel's page cache dropped)" : "start with nothing cached (of the files that the programs map)";
}

Result<std::vector<Row>> measure(const Bench& bench)
{
    const auto folder = bench.scratch / "start";
    REFECTORY_TRY_ASSIGN(auto here, KioskHere::create(folder / "here"));
    REFECTORY_TRY(set_kiosk_up(folder / "kiosk"));
    std::vector<Runner> runners{{our_kiosk(bench, folder / "kiosk/data", *here)}};
    const auto browser = chromium(bench, *here);
    Runner years{our_kiosk(bench, kiosk_with_history(folder / "years", bench.facts).data(), *here)};
    here.reset();  // the fonts that it has mapped would stay in memory
    if (browser) runners.push_back({*browser});
    runners.push_back({least_program_by_software(bench)});
    runners.push_back({least_program_by_opengl(bench)});

    REFECTORY_TRY_ASSIGN(auto screen, Screen::open());
    const int repeats = bench.repeats > 0 ? bench.repeats : warm_starts;
    for (int i = 0; i <= repeats; ++i) {
        for (auto& runner : runners) {
            REFECTORY_TRY_ASSIGN(const auto time, start_once(runner, screen));
            if (i > 0) runner.warm.add(time);  // the first one warms
        }
        REFECTORY_TRY_ASSIGN(const auto time, start_once(years, screen));
        if (i > 0) years.warm.add(time);
    }
    auto cold = Cold::whole_cache;
    for (int i = 0; i < std::min(repeats, cold_starts); ++i) {
        for (auto& runner : runners) {
            cold = make_cold(runners);
            REFECTORY_TRY_ASSIGN(const auto time, start_once(runner, screen));
            runner.cold.add(time);
        }
    }

    std::vector<Row> rows{row_of(fmt::format("start with {} facts behind it", bench.facts), years.warm, runners.front().warm, "itself, new")};
    rows.back().goal = "1.2 times or less";
    rows.back().holds = [](double ours, double baseline) { return ours <= 1.2 * baseline; };
    for (const bool is_warm : {true, false}) {
        const auto what = is_warm ? "start, from exec to the first content pixel" : cold_words(cold);
        const auto& ours = is_warm ? runners.front().warm : runners.front().cold;
        if (!browser) {
            rows.push_back(row_of(what, ours, {}, browser.error().sentence));
            rows.back().goal = faster_than_chromium;
        }
        for (std::size_t i = 1; i < runners.size(); ++i) {
            rows.push_back(row_of(what, ours, is_warm ? runners[i].warm : runners[i].cold, runners[i].contestant.name));
            hold_to_goal(rows.back(), runners[i].contestant.name);
        }
    }
    return rows;
}

}

std::vector<Row> start(const Bench& bench)
{
    auto rows = measure(bench);
    return rows ? *rows : std::vector{not_measured("start", "start", rows.error().sentence)};
}

}
