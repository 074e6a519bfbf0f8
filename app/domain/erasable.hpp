// The names and words that stand beside the facts and outside their hashes, so that they can be erased.
#pragma once

#include "domain/ids.hpp"

#include <string>

namespace refectory {

// Of a person who was added at a kiosk (PersonAdded).
struct AddedName {
    PersonId person;
    std::string name, organisation, team;
    friend bool operator==(const AddedName&, const AddedName&) = default;
};

// The words of a visitor, beside a VisitFeedback that says it has some.
struct Remark {
    FactKey fact;
    std::string words;
    friend bool operator==(const Remark&, const Remark&) = default;
};

}
