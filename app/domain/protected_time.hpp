// How long somebody was there, over kiosks that cannot talk: whoever checks in at one and out at another, or is in at two at once, was
// there once. Time is counted as the union of the visits.
#pragma once

#include "domain/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace refectory {

// Of one person.
struct VisitSpan {
    std::string kiosk;
    Instant in;
    std::optional<Instant> out;  // none: not checked out at that kiosk
    bool corrected = false;      // an admin said when it ended
};

struct UnitedVisit {
    Instant in, out;
    std::vector<std::string> kiosks;  // more than one where visits overlapped between kiosks; each once, by their names
    bool corrected = false;           // an admin said when it, or a part of it, ended
    std::vector<std::string> not_checked_out_at = {};  // those of them where it lasts until the check-out at another
};

struct ProtectedTime {
    milliseconds counted{};
    std::vector<UnitedVisit> visits;  // in their order
    std::vector<VisitSpan> open;      // without a check-out anywhere that day: nothing is counted
};

// A visit without a check-out lasts until the person's next check-out of the same day at another kiosk. One that a clock let end
// before it began counts nothing.
ProtectedTime protected_time(std::vector<VisitSpan> spans);

}
