#include "store/protected_times.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

std::map<PersonId, ProtectedTime> protected_times(Database& desk, Instant from, Instant until)
{
    // Of several check-outs of one visit, which a disk that was put back can bring, the first counts.
    SQLite::Statement query{desk.handle(), R"(
        SELECT c.person, c.origin, i.at, (SELECT min(f.at) FROM check_out o JOIN fact f USING (origin, seq)
                                          WHERE o.visit_origin = c.origin AND o.visit_seq = c.seq)
        FROM check_in c JOIN fact i USING (origin, seq) WHERE i.at >= ? AND i.at < ? ORDER BY c.person)"};
    query.bind(1, to_milliseconds(from));
    query.bind(2, to_milliseconds(until));
    std::map<PersonId, std::vector<VisitSpan>> spans;
    while (query.executeStep()) {
        const auto origin = query.getColumn(1).getString();
        VisitSpan span{origin.substr(0, origin.rfind('.')), from_milliseconds(query.getColumn(2).getInt64()), {}};
        if (!query.getColumn(3).isNull()) span.out = from_milliseconds(query.getColumn(3).getInt64());
        spans[PersonId{query.getColumn(0).getInt64()}].push_back(std::move(span));
    }
    std::map<PersonId, ProtectedTime> times;
    for (auto& [person, of_person] : spans) times[person] = protected_time(std::move(of_person));
    return times;
}

}
