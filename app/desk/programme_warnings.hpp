// What a programme may say and hardly means: a room booked twice, somebody in two places at once, a lunch without an academic,
// something over that still lies ahead, chairs that nobody can sign up for, a number of same_person.csv that nobody has, people whose
// organisation is not the one of the kiosk of their team. These are no faults: they keep nothing from being published.
#pragma once

#include "desk/programme_folder.hpp"
#include "store/known_kiosks.hpp"

#include <functional>

namespace refectory {

// What the desk knows of numbers that stand in no spreadsheet, or not in this one; where there is no desk yet, nobody knows.
struct KnownNumbers {
    std::function<bool(PersonId)> was_added = [](PersonId) { return true; };  // at a kiosk
    OnePerson one_person = as_numbered;
};

// In the order of the lines of activities.csv, then of people.csv and of same_person.csv. Of kiosks that are not retired.
std::vector<Fault> warnings_of(const DeskProgramme& programme, std::span<const KnownKiosk> kiosks, Date today, const KnownNumbers& known = {});

}
