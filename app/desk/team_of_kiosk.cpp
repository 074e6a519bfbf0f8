#include "desk/team_of_kiosk.hpp"

#include <algorithm>

namespace refectory {

TeamOfKiosk::TeamOfKiosk(std::span<const Person> people, std::string team, std::string organisation)
    : team_(std::move(team)), organisation_(std::move(organisation))
{
    organisation_decides_ = std::ranges::any_of(people, [&](const Person& person) { return person.team == team_ && person.organisation == organisation_; });
}

bool TeamOfKiosk::has(const Person& person) const
{
    return !person.team.empty() && person.team == team_ && (!organisation_decides_ || person.organisation == organisation_);
}

}
