// What the desk's commands share: how they count and date things, and the programme folder read or refused as a whole.
#pragma once

#include "desk/commands.hpp"
#include "desk/desk.hpp"
#include "exchange/collect.hpp"

namespace refectory::commands {

std::string counted(std::int64_t number, std::string_view one, std::string_view more);
std::string counted(std::int64_t number, std::string_view noun);  // one that takes an s
std::string moment_words(Instant moment);                          // "2026-11-24 at 17:02"

OnParcel shown_by(const Setting& setting);  // as the progress

Result<Date> date_of(const std::string& word, Date today, Date otherwise);  // as in the programme folder; otherwise, where it is empty

// Says the faults, for a program, one by one, and makes them one error for a person.
Error to_mend(const Setting& setting, const std::vector<Fault>& faults);
Result<DeskProgramme> read_programme(const Setting& setting, const std::filesystem::path& folder);
// For the names and topics of who waits: where there is none, or the folder has faults, numbers do.
DeskProgramme newest_programme(const Setting& setting, Desk& desk);
std::vector<std::string> warning_lines(const std::vector<Fault>& warnings);
std::string warnings_json(const std::vector<Fault>& warnings);  // an array
std::string size_of(const DeskProgramme& programme);  // "12 activities and 22 people"

}
