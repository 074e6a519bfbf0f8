#include "bench/history.hpp"
#include "bench/other_ways.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <sstream>

namespace refectory::bench {

namespace {

struct Times {
    Samples ours, baseline, memory;
};

// Each time from the same beginning: what the export itself recorded is taken back.
class Case {
public:
    Case(const Bench& bench, KioskWithHistory kiosk, std::int64_t after)
        : bench_(bench), kiosk_(std::move(kiosk)), after_(after), kept_(kiosk_.folder / "kept"), recipient_(own_recipient())
    {
        kiosk_.close();
        std::filesystem::copy(kiosk_.data(), kept_, std::filesystem::copy_options::recursive);
    }

    void once(Times& times)
    {
        std::filesystem::remove_all(kiosk_.data());
        std::filesystem::copy(kept_, kiosk_.data(), std::filesystem::copy_options::recursive);
        ::sync();  // or the export would wait for the copy, too
        const auto stick = kiosk_.folder / "stick";
        const auto ran = run_program({(bench_.bin / "bench").string(), "--alone", "export", kiosk_.data().string(), stick.string()});
        times.ours.add(std::stod(ran.said));
        times.memory.add(ran.peak_mebibytes);
        const auto line = export_line(kept_ / "kiosk.db", after_, recipient_, stick / "other.zip.age");
        times.baseline.add(run_program({"bash", "-c", line}).seconds);
        std::filesystem::remove_all(stick);
    }

private:
    std::string own_recipient()
    {
        kiosk_.open();
        return kiosk_.store->identity()->desk_recipient;
    }

    const Bench& bench_;
    KioskWithHistory kiosk_;
    std::int64_t after_;
    std::filesystem::path kept_;
    std::string recipient_;
};

Times measured(const Bench& bench, Case& one, int usual_repeats)
{
    Times times;
    const int repeats = bench.repeats > 0 ? bench.repeats : usual_repeats;
    for (int i = 0; i < repeats; ++i) one.once(times);
    return times;
}

KioskWithHistory with_one_day_more(const std::filesystem::path& folder, std::int64_t facts)
{
    auto kiosk = kiosk_with_history(folder, facts);
    kiosk.confirm_all();
    kiosk.add_day(0);
    return kiosk;
}

std::int64_t last_confirmed(const KioskWithHistory& kiosk)
{
    return std::stoll(run_program({"sqlite3", kiosk.database().string(), "SELECT facts_up_to FROM receipt"}).said);
}

Row memory_row(const std::string& what, const Samples& memory)
{
    return {.part = "export", .what = what, .unit = "MiB", .ours = memory, .goal = "under 64 MiB", .holds = [](double ours, double) { return ours < 64; }};
}

}

std::vector<Row> export_to_stick(const Bench& bench)
{
    for (const auto* program : {"sqlite3", "zip", "age"})
        if (!is_installed(program)) return {not_measured("export", "an export", std::string{program} + " is not installed")};
    const std::string way = "sqlite3 -csv piped into zip and age, and sync; neither signed nor read back";
    const auto faster = [](double ours, double baseline) { return ours < baseline; };

    Case everything{bench, kiosk_with_history(bench.scratch / "export", bench.facts), 0};
    const auto all = measured(bench, everything, 3);

    auto long_kiosk = with_one_day_more(bench.scratch / "export-day", bench.facts), short_kiosk = with_one_day_more(bench.scratch / "export-short", 1000);
    const auto after = last_confirmed(long_kiosk), short_after = last_confirmed(short_kiosk);
    Case day{bench, std::move(long_kiosk), after}, short_day{bench, std::move(short_kiosk), short_after};
    const int repeats = bench.repeats > 0 ? bench.repeats : 9;
    Times of_day, of_short_day;
    for (int i = 0; i < repeats; ++i) {
        day.once(of_day);
        short_day.once(of_short_day);
    }
    return {
        {.part = "export", .what = fmt::format("export of {} facts, from the tap to the recorded end", bench.facts), .unit = "s", .ours = all.ours, .baseline = all.baseline,
         .against = way, .goal = "faster", .holds = faster},
        {.part = "export", .what = fmt::format("export of one day's {} among {}", facts_a_day, bench.facts), .unit = "s", .ours = of_day.ours, .baseline = of_day.baseline,
         .against = way, .goal = "faster", .holds = faster},
        {.part = "export", .what = fmt::format("export of one day's {} among {}", facts_a_day, bench.facts), .unit = "s", .ours = of_day.ours, .baseline = of_short_day.ours,
         .against = "itself among 1,000", .goal = "in proportion to the 200: 1.2 times or less", .holds = [](double ours, double baseline) { return ours <= 1.2 * baseline; }},
        memory_row(fmt::format("most memory while {} facts are exported, with age's", bench.facts), all.memory),
        memory_row(fmt::format("most memory while a day's {} are exported, with age's", facts_a_day), of_day.memory),
    };
}

}
