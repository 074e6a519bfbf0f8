#include "domain/one_person.hpp"

#include <algorithm>

namespace refectory {

SameNumbers::SameNumbers(std::span<const SamePair> pairs)
{
    for (const auto& [person, same_as] : pairs) unite(person, same_as);
}

void SameNumbers::unite(PersonId person, PersonId same_as)
{
    const auto one = first_of(person), other = first_of(same_as);
    if (one != other) stands_for_[std::max(one, other)] = std::min(one, other);
}

PersonId SameNumbers::first_of(PersonId person) const
{
    for (auto found = stands_for_.find(person); found != stands_for_.end(); found = stands_for_.find(person)) person = found->second;
    return person;
}

std::set<PersonId> SameNumbers::all_of(PersonId person) const
{
    const auto first = first_of(person);
    std::set<PersonId> numbers{person, first};
    for (const auto& [other, ignored] : stands_for_)
        if (first_of(other) == first) numbers.insert(other);
    return numbers;
}

}
