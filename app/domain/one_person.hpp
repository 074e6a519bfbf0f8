// Numbers that were found to be one person's: most often one of the coordinator's list, and one that they gave themselves at a kiosk.
#pragma once

#include "domain/ids.hpp"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace refectory {

using SamePair = std::pair<PersonId, PersonId>;

// The number that stands for all of a person's.
using OnePerson = std::function<PersonId(PersonId)>;
inline PersonId as_numbered(PersonId person) { return person; }

class SameNumbers {
public:
    SameNumbers() = default;
    explicit SameNumbers(std::span<const SamePair> pairs);

    void unite(PersonId person, PersonId same_as);
    PersonId first_of(PersonId person) const;  // the smallest
    bool are_one(const SamePair& pair) const { return first_of(pair.first) == first_of(pair.second); }
    std::set<PersonId> all_of(PersonId person) const;  // at least this one

private:
    std::map<PersonId, PersonId> stands_for_;
};

}
