#include "store/protected_times.hpp"

#include "domain/facts.hpp"
#include "domain/origin.hpp"
#include "store/fact_rows.hpp"
#include "store/prepared.hpp"
#include "store/visit_ends.hpp"

namespace refectory {

namespace {

// Also those that stand aside.
constexpr const char* begun_visits = R"(
    SELECT c.person, c.origin, c.seq, f.at, f.hash FROM check_in c JOIN fact f USING (origin, seq) WHERE f.at >= ?1 AND f.at < ?2
    UNION ALL
    SELECT json_extract(fields, '$.person'), origin, seq, at, hash FROM conflict WHERE kind = 'check_in' AND at >= ?1 AND at < ?2)";

}

std::map<PersonId, ProtectedTime> protected_times(Database& desk, Instant from, Instant until, const OnePerson& one_person)
{
    Prepared query{desk, begun_visits};
    query.bind(1, to_milliseconds(from));
    query.bind(2, to_milliseconds(until));
    VisitEnds ends{desk};
    std::map<PersonId, std::vector<VisitSpan>> spans;
    while (query.executeStep()) {
        const PersonId person{query.getColumn(0).getInt64()};
        const FactKey visit{Origin{query.getColumn(1).getString()}, query.getColumn(2).getInt64()};
        VisitSpan span{kiosk_of(visit.origin), from_milliseconds(query.getColumn(3).getInt64()), {}, false};
        if (const auto end = ends.of(visit, person, digest_of(query.getColumn(4)))) {
            span.out = end->at;
            span.corrected = end->corrected;
        }
        spans[one_person(person)].push_back(std::move(span));
    }
    std::map<PersonId, ProtectedTime> of_people;
    for (auto& [person, of_person] : spans) of_people[person] = protected_time(std::move(of_person));
    return of_people;
}

}
