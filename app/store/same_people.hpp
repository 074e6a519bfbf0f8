// Numbers that were found to be one person: of the coordinator's list, or of somebody who added themselves at two kiosks.
#pragma once

#include "domain/chair_decision.hpp"
#include "store/desk_store.hpp"

namespace refectory {

using SamePair = std::pair<PersonId, PersonId>;

class SamePeople {
public:
    explicit SamePeople(DeskStore& store) : store_(store) {}

    // Within the caller's transaction: these and no others. What was said before and is no more was a slip, and is put right; who was
    // erased by it stays so.
    void are(std::span<const SamePair> pairs, Instant now);
    OnePerson one_person();                              // as it is known now
    std::vector<PersonId> numbers_of(PersonId person);   // at least this one
    // As it will be known once these are said as well.
    std::vector<PersonId> all_numbers_of(std::span<const PersonId> people, std::span<const SamePair> said = {});

private:
    DeskStore& store_;
};

}
