// A coordinator's folder of spreadsheets, read and checked as a whole: either a programme or the list of all its faults.
#pragma once

#include "desk/table.hpp"

#include <expected>
#include <map>

namespace refectory {

struct DeskProgramme {
    Programme all;  // for no kiosk in particular; allotments stand below
    std::map<std::pair<ActivityId, std::string>, int> allotments;  // activity and kiosk's code
};

std::expected<DeskProgramme, std::vector<Fault>> read_programme_folder(const std::filesystem::path& folder, Date today);

// What one kiosk needs of it: activities with its own chairs, or to which its team is invited; and only the people of those.
Programme programme_for(const DeskProgramme& desk, const ProgrammeHeader& header);

}
