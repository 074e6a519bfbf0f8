// A publication in words: who got a place and why, what could not be given yet and why not, a line each. With names, for it is the
// coordinator who reads it.
#pragma once

#include "desk/desk.hpp"

#include <set>

namespace refectory {

// Visits that overlapped between kiosks.
struct Overlaps {
    std::set<std::string> all;             // by a sum that tells one from another, and says nothing of anybody
    std::vector<std::string> new_lines;  // of those that nobody was told of yet
};

class PublicationWords {
public:
    PublicationWords(const DeskProgramme& programme, Desk& desk) : programme_(programme), desk_(desk) {}

    std::vector<std::string> lines_of(const Decisions& decisions) const;
    Overlaps overlaps_before(Instant now) const;  // of visits of the last year
    std::string line_of(const DecidedPromise& one) const;
    std::string line_of(const Shortfall& shortfall) const;
    std::string line_of(const WaitingForChair& one) const;  // "Priya Raman (person 7) waits at MC-ADULTS for LUNCH-1 since ..."
    std::string line_of(const DoubleAtActivity& one) const;
    std::string json_of(const Published& published, const Overlaps& overlaps) const;
    Result<> were_said(const Published& published, const Overlaps& overlaps) const;  // once they were

private:
    std::vector<std::string> gifts_of(const Decisions& decisions) const;
    std::string name_of(PersonId person) const;  // "Priya Raman (person 7)"
    std::string topic_of(const ActivityId& activity) const;

    const DeskProgramme& programme_;
    Desk& desk_;
};

}
