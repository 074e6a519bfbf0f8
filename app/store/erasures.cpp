#include "store/erasures.hpp"

#include "store/collection.hpp"
#include "store/histories.hpp"
#include "store/owed_sweep.hpp"
#include "store/row_writer.hpp"

#include <algorithm>

namespace refectory {

// A number that can be nobody's, in a database from before they were looked at, is in no programme either.
std::vector<PersonId> Erasures::all()
{
    Prepared query{store_.database(), "SELECT DISTINCT person FROM erased WHERE person BETWEEN 1 AND ? ORDER BY person"};
    query.bind(1, last_added_person);
    std::vector<PersonId> people;
    while (query.executeStep()) people.push_back(PersonId{query.getColumn(0).getInt64()});
    return people;
}

std::optional<Instant> Erasures::when(PersonId person)
{
    Prepared query{store_.database(), "SELECT min(f.at) FROM erasure e JOIN fact f USING (origin, seq) WHERE e.person = ?"};
    query.bind(1, person.value);
    query.executeStep();
    return query.getColumn(0).isNull() ? std::nullopt : std::optional{from_milliseconds(query.getColumn(0).getInt64())};
}

Result<SparePages> Erasures::erase(std::span<const PersonId> numbers, Instant now)
{
    REFECTORY_TRY(store_.commit([&]() -> Result<> {
        empty(numbers, now);
        return {};
    }));
    return sweep_if_owed(store_.database()) ? SparePages::emptied : SparePages::waiting;
}

void Erasures::empty(std::span<const PersonId> numbers, Instant now)
{
    auto& desk = store_.database();
    for (const auto& person : numbers)
        if (!when(person)) store_.ledger().record(Erasure{person}, now, ClockTrust::trusted);
    empty_erased(desk);
    owe_sweep(desk);
}

void Erasures::published(const Origin& desk, std::int64_t serial)
{
    RowWriter{store_.database(), "INSERT OR IGNORE INTO published_erasure SELECT DISTINCT person, ?, ? FROM erased"}.row(desk, serial);
}

// By every disk that a kiosk's history has come to: where a machine was set up anew, or a disk put back, the other end may hold the name
// still. After a backup was put back the serials of before say nothing: any programme of the desk as it is now names all who are erased.
std::vector<ErasureConfirmed> Erasures::confirmations(PersonId person)
{
    auto& desk = store_.database();
    Prepared query{desk, R"(
        SELECT EXISTS (SELECT 1 FROM programme_applied a JOIN published_erasure p ON p.person = ?1
                       WHERE a.origin = ?3 AND a.desk = ?2 AND (p.desk <> ?2 OR a.serial >= p.serial))
            OR EXISTS (SELECT 1 FROM erasure e WHERE e.person = ?1 AND e.origin = ?3))"};
    query.bind(1, person.value);
    query.bind(2, store_.ledger().origin().value);
    const auto confirms = [&](const Origin& end) {
        query.reset();
        query.bind(3, end.value);
        query.executeStep();
        return query.getColumn(0).getInt() == 1;
    };
    std::vector<ErasureConfirmed> kiosks;
    for (const auto& kiosk : store_.kiosks().all()) {
        if (kiosk.retired_at) continue;
        const auto ends = Histories{desk, kiosk.place.code}.ends();
        kiosks.push_back({kiosk.place.code, !ends.empty() && std::ranges::all_of(ends, confirms)});
    }
    return kiosks;
}

}
