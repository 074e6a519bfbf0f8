#include "store/same_people.hpp"

#include "domain/origin.hpp"
#include "store/row_writer.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace refectory {

namespace {

using StandsFor = std::map<PersonId, PersonId>;

// The smallest of the numbers that are one person stands for all of them.
PersonId first_of(const StandsFor& stands_for, PersonId person)
{
    for (auto found = stands_for.find(person); found != stands_for.end(); found = stands_for.find(person)) person = found->second;
    return person;
}

void unite(StandsFor& stands_for, PersonId person, PersonId same_as)
{
    const auto one = first_of(stands_for, person), other = first_of(stands_for, same_as);
    if (one != other) stands_for[std::max(one, other)] = std::min(one, other);
}

struct Said { FactKey key; SamePair pair; };

// But for what the desk has taken back: no kiosk can.
std::vector<Said> what_stands(SQLite::Database& desk)
{
    SQLite::Statement query{desk, R"(
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

StandsFor read(SQLite::Database& desk)
{
    StandsFor stands_for;
    for (const auto& said : what_stands(desk)) unite(stands_for, said.pair.first, said.pair.second);
    return stands_for;
}

std::set<PersonId> numbers_in(const StandsFor& stands_for, PersonId person)
{
    const auto first = first_of(stands_for, person);
    std::set<PersonId> numbers{person, first};
    for (const auto& [other, ignored] : stands_for)
        if (first_of(stands_for, other) == first) numbers.insert(other);
    return numbers;
}

}

void SamePeople::are(std::span<const SamePair> pairs, Instant now)
{
    const auto is_among = [&](const SamePair& said) {
        return std::ranges::any_of(pairs, [&](const SamePair& pair) { return pair == said || pair == SamePair{said.second, said.first}; });
    };
    for (const auto& said : what_stands(store_.database().handle()))
        if (!is_among(said.pair))
            store_.ledger().record(Correction{Corrected::same_person, said.key, {}, CorrectionReason::by_mistake}, now, ClockTrust::trusted);
    auto stands_for = read(store_.database().handle());
    for (const auto& [person, same_as] : pairs) {
        if (first_of(stands_for, person) == first_of(stands_for, same_as)) continue;
        store_.ledger().record(SamePerson{person, same_as}, now, ClockTrust::trusted);
        unite(stands_for, person, same_as);
    }
}

std::vector<SamePair> SamePeople::two_again_and_not_told()
{
    std::set<SamePair> pairs;
    const auto from = store_.publications().first_fact_not_told(store_.ledger().origin());
    if (!from) return {};
    const auto stands_for = read(store_.database().handle());
    SQLite::Statement query{store_.database().handle(), R"(
        SELECT s.person, s.same_as FROM correction c JOIN same_person s ON s.origin = c.fact_origin AND s.seq = c.fact_seq
        WHERE c.origin = ? AND c.seq > ? AND c.what = 'same person')"};
    query.bind(1, store_.ledger().origin().value);
    query.bind(2, *from);
    while (query.executeStep()) {
        const SamePair pair{PersonId{query.getColumn(0).getInt64()}, PersonId{query.getColumn(1).getInt64()}};
        if (first_of(stands_for, pair.first) != first_of(stands_for, pair.second)) pairs.insert(pair);
    }
    return {pairs.begin(), pairs.end()};
}

OnePerson SamePeople::one_person()
{
    return [stands_for = read(store_.database().handle())](PersonId person) { return first_of(stands_for, person); };
}

std::vector<PersonId> SamePeople::numbers_of(PersonId person)
{
    const auto numbers = numbers_in(read(store_.database().handle()), person);
    return {numbers.begin(), numbers.end()};
}

std::vector<PersonId> SamePeople::all_numbers_of(std::span<const PersonId> people, const std::optional<std::vector<SamePair>>& instead)
{
    auto stands_for = instead ? StandsFor{} : read(store_.database().handle());
    for (const auto& [person, same_as] : instead.value_or(std::vector<SamePair>{})) unite(stands_for, person, same_as);
    std::set<PersonId> numbers;
    for (const auto& person : people) numbers.merge(numbers_in(stands_for, person));
    return {numbers.begin(), numbers.end()};
}

}
