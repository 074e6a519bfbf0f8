#include "store/same_people.hpp"

#include "store/row_writer.hpp"

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

StandsFor read(SQLite::Database& desk)
{
    StandsFor stands_for;
    SQLite::Statement query{desk, "SELECT person, same_as FROM same_person ORDER BY origin, seq"};
    while (query.executeStep()) unite(stands_for, PersonId{query.getColumn(0).getInt64()}, PersonId{query.getColumn(1).getInt64()});
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

void SamePeople::are_one(PersonId person, PersonId same_as, Instant now)
{
    const auto stands_for = read(store_.database().handle());
    if (first_of(stands_for, person) != first_of(stands_for, same_as))
        store_.ledger().record(SamePerson{person, same_as}, now, ClockTrust::trusted);
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

std::vector<PersonId> SamePeople::all_numbers_of(std::span<const PersonId> people, std::span<const std::pair<PersonId, PersonId>> said)
{
    auto stands_for = read(store_.database().handle());
    for (const auto& [person, same_as] : said) unite(stands_for, person, same_as);
    std::set<PersonId> numbers;
    for (const auto& person : people) numbers.merge(numbers_in(stands_for, person));
    return {numbers.begin(), numbers.end()};
}

}
