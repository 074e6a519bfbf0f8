// The six digits that let an academic without a pass check in, one code for each of the academic's activities. The desk keeps
// them in clear, for it tells them; the kiosks get the hashes alone. A code stays the same from one publish to the next.
#pragma once

#include "domain/programme.hpp"
#include "store/database.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace refectory {

struct ToldCode {
    VisitCode code;
    std::string digits;
};

class VisitCodes {
public:
    explicit VisitCodes(Database& database) : database_(database) {}

    using Visit = std::pair<PersonId, ActivityId>;
    // These are the ones that are published from now on: makes those that are missing.
    Result<> give(std::span<const Visit> visits, const Entropy& entropy);
    std::vector<ToldCode> current();  // by activity

private:
    bool has(const Visit& visit);
    Database& database_;
};

}
