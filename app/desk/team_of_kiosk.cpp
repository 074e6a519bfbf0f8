#include "desk/team_of_kiosk.hpp"

#include "desk/cell_text.hpp"

#include <algorithm>

namespace refectory {

namespace {

// As people write it: capitals and blanks make no other organisation.
std::string folded(std::string_view organisation)
{
    return in_small_letters(trimmed(organisation));
}

}

TeamOfKiosk::TeamOfKiosk(std::span<const Person> people, std::string team, std::string_view organisation)
    : team_(std::move(team)), organisation_(folded(organisation))
{
    organisation_decides_ = std::ranges::any_of(people, [&](const Person& person) { return person.team == team_ && folded(person.organisation) == organisation_; });
}

bool TeamOfKiosk::has(const Person& person) const
{
    return !person.team.empty() && person.team == team_ && (!organisation_decides_ || folded(person.organisation) == organisation_);
}

}
