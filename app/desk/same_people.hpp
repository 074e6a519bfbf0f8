// The coordinator's list of people who have two numbers, most often one of people.csv and one from adding themselves at a
// kiosk. It only reads: whether the desk knows these numbers is asked where they are used.
#pragma once

#include "desk/fault.hpp"
#include "domain/ids.hpp"

#include <filesystem>
#include <utility>
#include <vector>

namespace refectory {

struct SamePeopleLine {
    std::pair<PersonId, PersonId> numbers;
    int line;
};

// From same_person.csv; without that file there are none.
std::vector<SamePeopleLine> read_same_people(const std::filesystem::path& folder, std::vector<Fault>& faults);

}
