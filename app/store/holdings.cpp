#include "store/holdings.hpp"

#include "domain/origin.hpp"
#include "store/histories.hpp"
#include "store/prepared.hpp"
#include "store/whole_history.hpp"

#include <algorithm>
#include <tuple>

namespace refectory {

namespace {

std::int64_t conflicts_of(Database& desk, const Origin& origin)
{
    Prepared query{desk, "SELECT count(*) FROM conflict WHERE origin = ?"};
    query.bind(1, origin.value);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

// None was written after it was collected, whatever a clock said; and of one that the kiosk itself did not trust that alone is known.
bool came_after(const HeldParcel& one, const HeldParcel& other)
{
    const auto written = [](const HeldParcel& parcel) {
        return parcel.clock == ClockTrust::trusted ? std::min(parcel.written_at, parcel.collected_at) : parcel.collected_at;
    };
    return std::tuple{written(one), one.collected_at} > std::tuple{written(other), other.collected_at};
}

}

std::optional<HeldParcel> Holdings::newest_parcel_of(const Origin& origin)
{
    Prepared query{desk_, "SELECT number, written_at, collected_at, clock, version FROM parcel WHERE origin = ? "
                          "ORDER BY number DESC, sha256 LIMIT 1"};
    query.bind(1, origin.value);
    if (!query.executeStep()) return std::nullopt;
    return HeldParcel{query.getColumn(0).getInt64(), from_milliseconds(query.getColumn(1).getInt64()),
                      from_milliseconds(query.getColumn(2).getInt64()),
                      query.getColumn(3).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted, query.getColumn(4).getString(), origin};
}

std::optional<HeldParcel> Holdings::newest_parcel_of(const std::string& kiosk)
{
    // A stick that comes late brings an older one, of this numbering or of that before a disk was put back: of one history the last origin
    // counts. Between histories, of two machines, there is time alone.
    Prepared query{desk_, "SELECT DISTINCT origin FROM parcel WHERE origin >= ?1 || '.' AND origin < ?1 || '/'"};
    query.bind(1, kiosk);
    std::set<Origin> origins;
    while (query.executeStep()) origins.insert(Origin{query.getColumn(0).getString()});
    return newest_parcel_among(Histories{desk_, kiosk}.ends_of(origins));
}

std::optional<HeldParcel> Holdings::newest_parcel_among(const std::set<Origin>& ends)
{
    std::optional<HeldParcel> newest;
    for (const auto& origin : ends) {
        const auto parcel = newest_parcel_of(origin);
        if (!parcel) continue;
        if (!newest || came_after(*parcel, *newest)) newest = parcel;
    }
    return newest;
}

std::vector<HeldOrigin> Holdings::origins()
{
    Prepared query{desk_, R"(
        SELECT origin, count(seq), coalesce(max(seq), 0) FROM
            (SELECT origin, seq FROM fact UNION ALL SELECT DISTINCT origin, NULL FROM parcel) GROUP BY origin ORDER BY origin)"};
    std::vector<HeldOrigin> origins;
    while (query.executeStep()) {
        HeldOrigin held;
        held.origin.value = query.getColumn(0).getString();
        held.kiosk = kiosk_of(held.origin);
        held.facts = query.getColumn(1).getInt64();
        held.newest_fact = query.getColumn(2).getInt64();
        held.facts_up_to = facts_up_to(held.origin);
        held.conflicts = conflicts_of(desk_, held.origin);
        held.newest_parcel = newest_parcel_of(held.origin);
        origins.push_back(std::move(held));
    }
    return origins;
}

std::vector<Origin> Holdings::origins_of(const std::string& kiosk)
{
    std::vector<Origin> origins;
    Prepared query{desk_, "SELECT DISTINCT origin FROM parcel_end WHERE origin >= ?1 || '.' AND origin < ?1 || '/' ORDER BY origin"};
    query.bind(1, kiosk);
    while (query.executeStep()) origins.push_back(Origin{query.getColumn(0).getString()});
    return origins;
}

std::int64_t Holdings::facts_up_to(const Origin& origin)
{
    return WholeHistory{desk_, origin}.up_to();
}

HeldInAll Holdings::in_all()
{
    Prepared query{desk_, R"(
        SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM answer), (SELECT count(*) FROM added_name),
               (SELECT count(*) FROM remark), (SELECT count(*) FROM conflict), (SELECT count(*) FROM parcel))"};
    query.executeStep();
    const auto count = [&](int column) { return query.getColumn(column).getInt64(); };
    return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

}
