// What the coordinator's own spreadsheets hold on a person: the line in people.csv, and words that may name them.
#pragma once

#include "desk/programme_folder.hpp"
#include "store/person_record.hpp"

namespace refectory {

class HeldInSpreadsheets {
public:
    // An empty path where nothing was published yet: then nothing is held.
    HeldInSpreadsheets(std::filesystem::path folder, Instant now);

    // It has faults, and nothing of it is known.
    bool cannot_be_read() const { return !folder_.empty() && !programme_; }
    // The name added is that of somebody who is not in people.csv; it may be empty.
    std::vector<HeldRow> on(PersonId person, std::string_view name_added) const;
    std::vector<FreeText> naming(PersonId person, std::string_view name_added) const;

private:
    const Person* find(PersonId person) const;
    HeldRow row_of(const Person& person) const;

    std::filesystem::path folder_;
    std::optional<DeskProgramme> programme_;
};

}
