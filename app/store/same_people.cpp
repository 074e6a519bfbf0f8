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

StandsFor read(SQLite::Database& desk)
{
    StandsFor stands_for;
    SQLite::Statement query{desk, "SELECT person, same_as FROM same_person ORDER BY origin, seq"};
    while (query.executeStep()) {
        const auto one = first_of(stands_for, PersonId{query.getColumn(0).getInt64()}), other = first_of(stands_for, PersonId{query.getColumn(1).getInt64()});
        if (one != other) stands_for[std::max(one, other)] = std::min(one, other);
    }
    return stands_for;
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
    const auto stands_for = read(store_.database().handle());
    std::set<PersonId> numbers{person, first_of(stands_for, person)};
    for (const auto& [other, first] : stands_for)
        if (first_of(stands_for, other) == first_of(stands_for, person)) numbers.insert(other);
    return {numbers.begin(), numbers.end()};
}

std::vector<PersonId> SamePeople::all_numbers_of(std::span<const PersonId> people)
{
    std::set<PersonId> numbers;
    for (const auto& person : people) {
        const auto of_person = numbers_of(person);
        numbers.insert(of_person.begin(), of_person.end());
    }
    return {numbers.begin(), numbers.end()};
}

}
