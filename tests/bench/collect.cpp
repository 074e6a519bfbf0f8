#include "bench/history.hpp"
#include "bench/other_ways.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <sstream>

namespace refectory::bench {

namespace {

std::string parcel_of(const Bench& bench, const KioskWithHistory& kiosk, const std::string& stick)
{
    const auto said = run_program({(bench.bin / "bench").string(), "--alone", "export", kiosk.data().string(), (kiosk.folder / stick).string()}).said;
    return said.substr(said.find(' ') + 1, said.find('\n') - said.find(' ') - 1);
}

struct Collected {
    double seconds = 0;
    std::int64_t facts = 0, known = 0;
    double peak_mebibytes = 0;
};

Collected collect_once(const Bench& bench, const std::filesystem::path& desk, const std::string& parcel)
{
    const auto ran = run_program({(bench.bin / "bench").string(), "--alone", "collect", desk.string(), parcel});
    Collected collected{.peak_mebibytes = ran.peak_mebibytes};
    std::istringstream{ran.said} >> collected.seconds >> collected.facts >> collected.known;
    return collected;
}

std::filesystem::path fresh(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
    ::sync();
    return to;
}

Row row_of(std::string what, const Samples& ours, const Samples& baseline)
{
    return {.part = "collect", .what = std::move(what), .unit = "s", .ours = ours, .baseline = baseline,
            .against = "ATTACH of the kiosk's own database and INSERT .. ON CONFLICT DO NOTHING into the same tables, unsealed and unchecked",
            .goal = "1.5 times or less", .holds = [](double seconds, double other) { return seconds <= 1.5 * other; }};
}

}

std::vector<Row> collect_parcels(const Bench& bench)
{
    if (!is_installed("sqlite3")) return {not_measured("collect", "a parcel collected", "sqlite3 is not installed")};
    const auto kiosk = kiosk_with_history(bench.scratch / "collect", bench.facts);
    const auto first = parcel_of(bench, kiosk, "first"), second = parcel_of(bench, kiosk, "second");
    const auto ours = kiosk.folder / "ours", other = kiosk.folder / "other";
    Samples fresh_ours, fresh_other, known_ours, known_other, memory;
    const int repeats = bench.repeats > 0 ? bench.repeats : 3;
    for (int i = 0; i < repeats; ++i) {
        const auto anew = collect_once(bench, fresh(kiosk.desk(), ours), first);
        fresh_other.add(run_program({"bash", "-c", merge_line(kiosk.database(), fresh(kiosk.desk(), other) / "desk.db")}).seconds);
        const auto again = collect_once(bench, ours, second);
        known_other.add(run_program({"bash", "-c", merge_line(kiosk.database(), other / "desk.db")}).seconds);
        if (anew.facts < bench.facts || again.known < bench.facts) throw std::runtime_error{"not everything was collected"};
        fresh_ours.add(anew.seconds);
        known_ours.add(again.seconds);
        memory.add(std::max(anew.peak_mebibytes, again.peak_mebibytes));
    }
    return {row_of(fmt::format("collect of {} new facts: opened, unzipped, hashes checked, merged", bench.facts), fresh_ours, fresh_other),
            row_of(fmt::format("collect of {} facts that are known, in another parcel", bench.facts), known_ours, known_other),
            {.part = "collect", .what = fmt::format("most memory while {} facts are collected, with age's", bench.facts), .unit = "MiB", .ours = memory,
             .goal = "under 64 MiB", .holds = [](double most, double) { return most < 64; }}};
}

}
