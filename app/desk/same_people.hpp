// The coordinator's list of people who have two numbers, most often one of people.csv and one from adding themselves at a
// kiosk. It only reads: whether the desk knows these numbers is asked where they are used.
#pragma once

#include "desk/fault.hpp"
#include "domain/one_person.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace refectory {

struct SamePeopleLine {
    SamePair numbers;
    int line = 0;
};

// Nothing where the folder has no same_person.csv; one without lines says that nobody has two numbers.
std::optional<std::vector<SamePeopleLine>> read_same_people(const std::filesystem::path& folder, std::vector<Fault>& faults);

std::optional<std::vector<SamePair>> pairs_of(const std::optional<std::vector<SamePeopleLine>>& lines);

}
