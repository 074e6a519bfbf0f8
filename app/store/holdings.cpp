#include "store/holdings.hpp"

#include "domain/origin.hpp"
#include "store/whole_history.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

namespace {

std::int64_t conflicts_of(SQLite::Database& desk, const Origin& origin)
{
    SQLite::Statement query{desk, "SELECT count(*) FROM conflict WHERE origin = ?"};
    query.bind(1, origin.value);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

}

std::optional<HeldParcel> Holdings::newest_parcel_of(const Origin& origin)
{
    SQLite::Statement query{desk_.handle(), "SELECT number, written_at, collected_at, clock, version FROM parcel WHERE origin = ? "
                                            "ORDER BY number DESC, sha256 LIMIT 1"};
    query.bind(1, origin.value);
    if (!query.executeStep()) return std::nullopt;
    return HeldParcel{query.getColumn(0).getInt64(), from_milliseconds(query.getColumn(1).getInt64()),
                      from_milliseconds(query.getColumn(2).getInt64()),
                      query.getColumn(3).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted, query.getColumn(4).getString()};
}

std::optional<HeldParcel> Holdings::newest_parcel_of(const std::string& kiosk)
{
    // A stick that comes late brings an older one, of this numbering or of that before a disk was put back. The last to begin counts.
    SQLite::Statement query{desk_.handle(), "SELECT p.origin FROM parcel p LEFT JOIN origin_begun b ON b.origin = p.origin AND b.seq = 1 "
                                            "WHERE p.origin >= ?1 || '.' AND p.origin < ?1 || '/' "
                                            "ORDER BY b.generation DESC, p.written_at DESC, p.number DESC LIMIT 1"};
    query.bind(1, kiosk);
    if (!query.executeStep()) return std::nullopt;
    return newest_parcel_of(Origin{query.getColumn(0).getString()});
}

std::vector<HeldOrigin> Holdings::origins()
{
    auto& desk = desk_.handle();
    SQLite::Statement query{desk, R"(
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
        held.conflicts = conflicts_of(desk, held.origin);
        held.newest_parcel = newest_parcel_of(held.origin);
        origins.push_back(std::move(held));
    }
    return origins;
}

std::vector<Origin> Holdings::origins_of(const std::string& kiosk)
{
    std::vector<Origin> origins;
    SQLite::Statement query{desk_.handle(), "SELECT DISTINCT origin FROM parcel_end WHERE origin >= ?1 || '.' AND origin < ?1 || '/' ORDER BY origin"};
    query.bind(1, kiosk);
    while (query.executeStep()) origins.push_back(Origin{query.getColumn(0).getString()});
    return origins;
}

std::int64_t Holdings::facts_up_to(const Origin& origin)
{
    return WholeHistory{desk_.handle(), origin}.up_to();
}

HeldInAll Holdings::in_all()
{
    SQLite::Statement query{desk_.handle(), R"(
        SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM answer), (SELECT count(*) FROM added_name),
               (SELECT count(*) FROM remark), (SELECT count(*) FROM conflict), (SELECT count(*) FROM parcel))"};
    query.executeStep();
    const auto count = [&](int column) { return query.getColumn(column).getInt64(); };
    return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

}
