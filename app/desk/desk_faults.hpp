// What a programme folder has wrong for one desk, though it is right in itself: only publishing needs to know.
#pragma once

#include "desk/programme_folder.hpp"
#include "store/known_kiosks.hpp"

#include <span>

namespace refectory {

// Allotments for kiosks that are not among these, or were retired. Only publishing needs to know: a folder may be made before its kiosks are.
std::vector<Fault> unknown_kiosks(const DeskProgramme& desk, std::span<const KnownKiosk> known);

// People who must not come back by a spreadsheet from before they were erased.
std::vector<Fault> erased_people(const DeskProgramme& desk, std::span<const PersonId> erased);

// Numbers that the list makes those of somebody who was erased, and that were not erased themselves. A slip there must erase nobody,
// and if it is none, their names must not go out.
std::vector<Fault> said_to_be_erased(const DeskProgramme& desk, std::span<const PersonId> erased, std::span<const PersonId> with_other_numbers);

// Activities that people signed up for and that are not there any more.
std::vector<Fault> missing_activities(const DeskProgramme& desk, std::span<const ActivityId> signed_up_for);
// As warnings: whether they are over nobody here knows.
std::vector<Fault> unknown_activities(const DeskProgramme& desk, std::span<const ActivityId> signed_up_for_unknown);

}
