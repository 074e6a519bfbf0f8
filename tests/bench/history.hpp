// A kiosk with years behind it: set up by the demonstration's real desk, with as many facts as are asked for, two hundred a working
// day, hashes and all. They are recorded by the store's own ledger, many to a transaction: only how long that took is not the
// kiosk's.
#pragma once

#include "demonstration/demonstration.hpp"
#include "store/kiosk_store.hpp"

#include <filesystem>
#include <memory>

namespace refectory::bench {

inline constexpr std::int64_t facts_a_day = 200;
inline const Instant now = instant_at(Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52);

Entropy entropy();
template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error{result.error().sentence};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

struct KioskWithHistory {
    std::filesystem::path folder;
    Demonstration demonstration = {};
    std::unique_ptr<KioskStore> store = {};

    std::filesystem::path data() const { return folder / "data"; }
    std::filesystem::path database() const { return data() / "kiosk.db"; }
    std::filesystem::path desk() const { return folder / "demonstration/desk"; }
    void open();
    void close() { store.reset(); }
    // One more day, which the desk does not have yet.
    void add_day(std::int64_t days_ago);
    // As a programme brings the desk's word: it has all that is here.
    void confirm_all() const;
};

KioskWithHistory kiosk_with_history(const std::filesystem::path& folder, std::int64_t facts);

}
