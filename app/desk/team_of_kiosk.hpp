// Whom the lists have in the team of a kiosk. Two organisations may each have a team of that name: where the kiosk's organisation has
// anybody in it, in whatever capitals, theirs are its people. Otherwise the organisations are written in different ways, and the team's name decides.
#pragma once

#include "domain/programme.hpp"

#include <span>
#include <string>

namespace refectory {

class TeamOfKiosk {
public:
    TeamOfKiosk(std::span<const Person> people, std::string team, std::string_view organisation);
    bool has(const Person& person) const;

private:
    std::string team_, organisation_;
    bool organisation_decides_ = false;
};

}
