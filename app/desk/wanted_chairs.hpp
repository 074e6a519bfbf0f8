// How many chairs the coordinator wants each kiosk to have: by hand, or by the size of the team in whose office it stands.
#pragma once

#include "desk/programme_folder.hpp"
#include "store/known_kiosks.hpp"

namespace refectory {

using WantedChairs = std::map<std::pair<ActivityId, std::string>, int>;  // activity and kiosk's code

// What is not given by hand is shared among the kiosks that get theirs by size; a team is as large as it has practitioners in people.csv.
// Where one of these kiosks is not added yet none of them has any: nobody knows its team, and what one has promised no other gets back.
WantedChairs wanted_chairs(const DeskProgramme& programme, const std::vector<KnownKiosk>& kiosks);

}
