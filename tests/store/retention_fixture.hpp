// A desk that has everything, and a kiosk that forgets.
#pragma once

#include "store/store_fixture.hpp"

namespace refectory::test {

// With the desk's receipt of all that the kiosk has recorded under its first origin.
inline Programme next_programme(KioskStore& store, const std::filesystem::path& folder, Instant issued_at, std::int64_t answers_up_to = 0)
{
    auto next = programme(store.activities().header()->serial + 1);
    next.header.issued_at = issued_at;
    next.receipts = {receipt_for(folder / "kiosk.db", number_in(folder / "kiosk.db", "SELECT max(seq) FROM fact"), answers_up_to)};
    return next;
}

inline void receive_all(KioskStore& store, const std::filesystem::path& folder, Instant issued_at, std::int64_t answers_up_to = 0)
{
    REQUIRE(store.apply_programme(next_programme(store, folder, issued_at, answers_up_to), issued_at, trusted));
}

inline void forget(KioskStore& store, Instant now)
{
    REQUIRE(store.retention().forget({}, now, trusted));
}

}
