// What a programme may say and hardly means: a room booked twice, somebody in two places at once, a lunch without an academic,
// something over that still lies ahead, chairs that nobody can sign up for, a number of same_person.csv that nobody has. These are
// no faults: they keep nothing from being published.
#pragma once

#include "desk/programme_folder.hpp"

namespace refectory {

// In the order of the lines of activities.csv, then of same_person.csv.
std::vector<Fault> warnings_of(const DeskProgramme& programme, Date today);

}
