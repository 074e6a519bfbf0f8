#include "bench/alone.hpp"

#include "bench/history.hpp"
#include "bench/timing.hpp"
#include "desk/desk.hpp"
#include "exchange/collect.hpp"
#include "exchange/exporter.hpp"

#include <fmt/format.h>

#include <thread>

namespace refectory::bench {

namespace {

// Prints how long it took from the admin's tap to the recorded end, and the parcel's file.
void export_alone(const std::filesystem::path& data, const std::filesystem::path& stick)
{
    const auto store = must(KioskStore::open(data, entropy(), now));
    std::filesystem::create_directories(stick);
    must(store->pin().entered(now, ClockTrust::trusted));  // as by every admin who exports
    Exporter exporter{"bench"};
    const Stopwatch watch;
    must(exporter.start(*store, stick, now, ClockTrust::trusted));
    std::optional<Result<Exported>> end;
    while (!(end = exporter.take_end(*store, now, ClockTrust::trusted))) std::this_thread::sleep_for(std::chrono::microseconds{100});
    const auto exported = must(std::move(*end));
    fmt::print("{} {}\n", watch.seconds(), exported.file.string());
}

// Prints how long it took with the desk already open, and how many facts were new and known.
void collect_alone(const std::filesystem::path& folder, const std::filesystem::path& parcel)
{
    const auto desk = must(Desk::open(folder, entropy(), now));
    const Stopwatch watch;
    const auto report = must(collect(desk->store().database(), desk->age_identities(), desk->find_key(), {&parcel, 1}, now));
    const auto seconds = watch.seconds();
    const auto& outcome = report.files.front().outcome;
    if (const auto* refused = std::get_if<ParcelRefused>(&outcome)) throw std::runtime_error{refused->sentence};
    const auto* taken = std::get_if<ParcelTaken>(&outcome);
    fmt::print("{} {} {}\n", seconds, taken ? taken->merged.facts : 0, taken ? taken->merged.known : 0);
}

}

int run_alone(std::span<const std::string> words)
{
    try {
        if (words.size() == 3 && words[0] == "export") return export_alone(words[1], words[2]), 0;
        if (words.size() == 3 && words[0] == "collect") return collect_alone(words[1], words[2]), 0;
    } catch (const std::exception& exception) {
        fmt::print("{}\n", exception.what());
    }
    return 1;
}

}
