// All that the desk holds on one person, row by row: for whoever asks to see it. It changes nothing.
#pragma once

#include "domain/ids.hpp"
#include "store/database.hpp"

#include <string>
#include <utility>
#include <vector>

namespace refectory {

struct HeldRow {
    std::string table;
    std::vector<std::pair<std::string, std::string>> fields;  // without those that are empty
};

// Every fact that names the person, every fact about a visit or a sign-up of theirs, the names and words beside them, their passes and
// codes, and facts that stand aside under a number with another one.
std::vector<HeldRow> held_on(Database& desk, PersonId person);

}
