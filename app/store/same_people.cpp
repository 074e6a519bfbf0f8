#include "store/same_people.hpp"

#include "domain/origin.hpp"
#include "store/prepared.hpp"

#include <algorithm>
#include <set>

namespace refectory {

namespace {

struct Said { FactKey key; SamePair pair; };

// But for what the desk has taken back: no kiosk can.
std::vector<Said> what_stands(Database& desk)
{
    Prepared query{desk, R"(
        SELECT origin, seq, person, same_as FROM same_person s WHERE NOT EXISTS
            (SELECT 1 FROM correction c JOIN origin_begun b ON b.origin = c.origin AND b.seq = 1
             WHERE c.fact_origin = s.origin AND c.fact_seq = s.seq AND c.what = 'same person' AND b.kiosk = ?) ORDER BY origin, seq)"};
    query.bind(1, std::string{desk_code});
    std::vector<Said> all;
    while (query.executeStep())
        all.push_back({{Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64()},
                       {PersonId{query.getColumn(2).getInt64()}, PersonId{query.getColumn(3).getInt64()}}});
    return all;
}

SameNumbers read(Database& desk)
{
    SameNumbers numbers;
    for (const auto& said : what_stands(desk)) numbers.unite(said.pair.first, said.pair.second);
    return numbers;
}

}

void SamePeople::are(std::span<const SamePair> pairs, Instant now)
{
    const auto is_among = [&](const SamePair& said) {
        return std::ranges::any_of(pairs, [&](const SamePair& pair) { return pair == said || pair == SamePair{said.second, said.first}; });
    };
    for (const auto& said : what_stands(store_.database()))
        if (!is_among(said.pair))
            store_.ledger().record(Correction{Corrected::same_person, said.key, {}, CorrectionReason::by_mistake}, now, ClockTrust::trusted);
    auto numbers = read(store_.database());
    for (const auto& pair : pairs) {
        if (numbers.are_one(pair)) continue;
        store_.ledger().record(SamePerson{pair.first, pair.second}, now, ClockTrust::trusted);
        numbers.unite(pair.first, pair.second);
    }
}

std::vector<SamePair> SamePeople::two_again_and_not_told()
{
    std::set<SamePair> pairs;
    const auto from = store_.publications().first_fact_not_told(store_.ledger().origin());
    if (!from) return {};
    const auto numbers = read(store_.database());
    Prepared query{store_.database(), R"(
        SELECT s.person, s.same_as FROM correction c JOIN same_person s ON s.origin = c.fact_origin AND s.seq = c.fact_seq
        WHERE c.origin = ? AND c.seq > ? AND c.what = 'same person')"};
    query.bind(1, store_.ledger().origin().value);
    query.bind(2, *from);
    while (query.executeStep()) {
        const SamePair pair{PersonId{query.getColumn(0).getInt64()}, PersonId{query.getColumn(1).getInt64()}};
        if (!numbers.are_one(pair)) pairs.insert(pair);
    }
    return {pairs.begin(), pairs.end()};
}

OnePerson SamePeople::one_person()
{
    return [numbers = read(store_.database())](PersonId person) { return numbers.first_of(person); };
}

std::vector<PersonId> SamePeople::numbers_of(PersonId person)
{
    const auto numbers = read(store_.database()).all_of(person);
    return {numbers.begin(), numbers.end()};
}

std::vector<PersonId> SamePeople::all_numbers_of(std::span<const PersonId> people, const std::optional<std::vector<SamePair>>& instead)
{
    const auto same = instead ? SameNumbers{*instead} : read(store_.database());
    std::set<PersonId> numbers;
    for (const auto& person : people) numbers.merge(same.all_of(person));
    return {numbers.begin(), numbers.end()};
}

}
