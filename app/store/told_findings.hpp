// What the coordinator was told of what the facts brought to light, so that each finding is new once: also where the command that
// came upon it was killed before it could say so.
#pragma once

#include "store/database.hpp"

#include <array>
#include <set>
#include <string>

namespace refectory {

enum class FindingKind { history, overlap };  // of a kiosk's numbers and its disk; of visits to two kiosks at once
constexpr auto names_of(FindingKind) { return std::array<std::string_view, 2>{"history", "overlap"}; }

class ToldFindings {
public:
    explicit ToldFindings(Database& desk) : desk_(desk) {}

    std::set<std::string> told(FindingKind kind);
    // All of that kind that are there now, once they were said. What is not there any more is new when it comes again.
    Result<> are_told(FindingKind kind, const std::set<std::string>& findings);

private:
    Database& desk_;
};

}
