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

// Activities that people signed up for and that are not there any more.
std::vector<Fault> missing_activities(const DeskProgramme& desk, std::span<const ActivityId> signed_up_for);

}
