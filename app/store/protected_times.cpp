#include "store/protected_times.hpp"

#include "domain/origin.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

std::map<PersonId, ProtectedTime> protected_times(Database& desk, Instant from, Instant until, const OnePerson& one_person)
{
    // Of several ends of one visit, which a disk that was put back can bring, the first counts.
    SQLite::Statement query{desk.handle(), R"(
        SELECT c.person, c.origin, i.at, (SELECT min(e.at) FROM visit_end e WHERE e.visit_origin = c.origin AND e.visit_seq = c.seq),
               EXISTS (SELECT 1 FROM visit_end e WHERE e.visit_origin = c.origin AND e.visit_seq = c.seq AND e.corrected)
        FROM check_in c JOIN fact i USING (origin, seq) WHERE i.at >= ? AND i.at < ?)"};
    query.bind(1, to_milliseconds(from));
    query.bind(2, to_milliseconds(until));
    std::map<PersonId, std::vector<VisitSpan>> spans;
    while (query.executeStep()) {
        VisitSpan span{kiosk_of(Origin{query.getColumn(1).getString()}), from_milliseconds(query.getColumn(2).getInt64()), {}, query.getColumn(4).getInt() != 0};
        if (!query.getColumn(3).isNull()) span.out = from_milliseconds(query.getColumn(3).getInt64());
        spans[one_person(PersonId{query.getColumn(0).getInt64()})].push_back(std::move(span));
    }
    std::map<PersonId, ProtectedTime> of_people;
    for (auto& [person, of_person] : spans) of_people[person] = protected_time(std::move(of_person));
    return of_people;
}

std::int64_t visits_standing_aside(Database& desk, Instant from, Instant until)
{
    SQLite::Statement query{desk.handle(), "SELECT count(*) FROM conflict WHERE kind = 'check_in' AND at >= ? AND at < ?"};
    query.bind(1, to_milliseconds(from));
    query.bind(2, to_milliseconds(until));
    query.executeStep();
    return query.getColumn(0).getInt64();
}

}
