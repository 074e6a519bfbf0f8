// A coordinator's folder of spreadsheets, read and checked as a whole: either a programme or the list of all its faults.
#pragma once

#include "desk/same_people.hpp"
#include "desk/table.hpp"

#include <expected>
#include <map>
#include <set>

namespace refectory {

struct Allotment {
    int chairs = 0;  // by hand
    int line = 0;    // of allotments.csv
    bool is_by_size = false;  // a part of what is not given by hand, by the size of the kiosk's team
};

// What is written in words. It may name somebody, and has no number that would say whom.
struct FreeText {
    std::string file;
    int line = 0;
    std::string column, words;
    friend auto operator<=>(const FreeText&, const FreeText&) = default;
};

struct DeskProgramme {
    Programme all;  // for no kiosk in particular; allotments stand below
    std::map<std::pair<ActivityId, std::string>, Allotment> allotments;  // activity and kiosk's code
    std::map<PersonId, int> people_lines;                                // of people.csv
    std::map<ActivityId, int> activity_lines;                            // of activities.csv
    std::optional<std::vector<SamePeopleLine>> same_people;              // nothing without a list: then what was said before stands
    std::vector<FreeText> free_texts;                                    // none of them empty
};

std::expected<DeskProgramme, std::vector<Fault>> read_programme_folder(const std::filesystem::path& folder, Date today);

// Where this surname stands in words, whoever is meant by it.
std::vector<FreeText> texts_with_surname(const DeskProgramme& desk, std::string_view name);

// What one kiosk needs of it: activities with its own chairs, to which its team is invited, or that it has told people of; and only the
// people of those.
Programme programme_for(const DeskProgramme& desk, const ProgrammeHeader& header, const std::set<ActivityId>& has_told_of = {});

}
