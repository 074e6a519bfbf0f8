// Numbers that were found to be one person: of the coordinator's list, or of somebody who added themselves at two kiosks.
#pragma once

#include "domain/one_person.hpp"
#include "store/desk_store.hpp"

namespace refectory {

class SamePeople {
public:
    explicit SamePeople(DeskStore& store) : store_(store) {}

    // Within the caller's transaction: these and no others. What was said before and is no more was a slip, and is put right.
    void are(std::span<const SamePair> pairs, Instant now);
    std::vector<SamePair> two_again_and_not_told();      // by this publication, or by some that did not come to their end
    OnePerson one_person();                              // as it is known now
    std::vector<PersonId> numbers_of(PersonId person);   // at least this one
    // As it is known, or as it will be once these are said instead.
    std::vector<PersonId> all_numbers_of(std::span<const PersonId> people, const std::optional<std::vector<SamePair>>& instead = {});

private:
    DeskStore& store_;
};

}
