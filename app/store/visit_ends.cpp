#include "store/visit_ends.hpp"

#include "store/fact_rows.hpp"
#include "store/prepared.hpp"
#include "store/whole_history.hpp"

#include <algorithm>
#include <iterator>

namespace refectory {

namespace {

constexpr const char* ends_that_stand = R"(
    SELECT f.at, 0, o.person, f.origin, f.hash FROM check_out o JOIN fact f USING (origin, seq) WHERE o.visit_origin = ?1 AND o.visit_seq = ?2
    UNION ALL
    SELECT c.ended_at, 1, NULL, f.origin, f.hash FROM correction c JOIN fact f USING (origin, seq)
    WHERE c.fact_origin = ?1 AND c.fact_seq = ?2 AND c.what = 'visit' AND c.ended_at IS NOT NULL)";

constexpr const char* ends_that_stand_aside = R"(
    SELECT at, 0, json_extract(fields, '$.person'), origin, hash, json_extract(fields, '$.visit_origin'), json_extract(fields, '$.visit_seq')
    FROM conflict WHERE kind = 'check_out'
    UNION ALL
    SELECT json_extract(fields, '$.ended_at'), 1, NULL, origin, hash, json_extract(fields, '$.fact_origin'), json_extract(fields, '$.fact_seq')
    FROM conflict WHERE kind = 'correction' AND json_extract(fields, '$.what') = 'visit' AND json_extract(fields, '$.ended_at') IS NOT NULL)";

// Of a query for the moment, whether it is an admin's, the person, and the fact's origin and hash.
ToldEnd read_told(Prepared& query)
{
    ToldEnd told{{from_milliseconds(query.getColumn(0).getInt64()), query.getColumn(1).getInt() == 1}, {}, Origin{query.getColumn(3).getString()},
                 digest_of(query.getColumn(4))};
    if (const auto person = query.getColumn(2); !person.isNull()) told.person = PersonId{person.getInt64()};
    return told;
}

}

VisitEnds::VisitEnds(Database& desk) : desk_(desk)
{
    Prepared ends{desk, ends_that_stand_aside};
    while (ends.executeStep()) aside_[{Origin{ends.getColumn(5).getString()}, ends.getColumn(6).getInt64()}].push_back(read_told(ends));
    Prepared origins{desk, "SELECT DISTINCT origin FROM conflict WHERE kind IN ('check_in', 'check_out', 'correction')"};
    while (origins.executeStep()) {
        const Origin origin{origins.getColumn(0).getString()};
        histories_[origin] = WholeHistory{desk, origin}.branches();
    }
}

std::vector<ToldEnd> VisitEnds::told_of(const FactKey& visit)
{
    std::vector<ToldEnd> told;
    Prepared query{desk_, ends_that_stand};
    query.bind(1, visit.origin.value);
    query.bind(2, visit.seq);
    while (query.executeStep()) told.push_back(read_told(query));
    if (const auto aside = aside_.find(visit); aside != aside_.end()) std::ranges::copy(aside->second, std::back_inserter(told));
    return told;
}

// What is in none of the histories came before they parted, or follows what is missing here: that does not tell them apart.
bool VisitEnds::in_one_history(const Origin& origin, const Digest& one, const Digest& other) const
{
    const auto histories = histories_.find(origin);
    if (histories == histories_.end()) return true;
    const auto has = [&](const Digest& fact) { return [&fact](const std::set<Digest>& history) { return history.contains(fact); }; };
    return std::ranges::none_of(histories->second, has(one)) || std::ranges::none_of(histories->second, has(other)) ||
           std::ranges::any_of(histories->second, [&](const std::set<Digest>& history) { return history.contains(one) && history.contains(other); });
}

std::optional<VisitEnd> VisitEnds::of(const FactKey& visit, PersonId person, const Digest& check_in)
{
    std::optional<VisitEnd> own, later;  // by its own history, and by an origin that began after it
    for (const auto& told : told_of(visit)) {
        if (told.person.value_or(person) != person) continue;
        if (told.origin == visit.origin && !in_one_history(visit.origin, check_in, told.hash)) continue;
        auto& first = told.origin == visit.origin ? own : later;
        const bool counts_before = !first || (told.end.corrected == first->corrected ? told.end.at < first->at : told.end.corrected);
        if (counts_before) first = told.end;
    }
    return own ? own : later;
}

}
