#include "desk/wanted_chairs.hpp"

#include "desk/team_of_kiosk.hpp"
#include "domain/apportion.hpp"

#include <algorithm>
#include <optional>

namespace refectory {

namespace {

std::optional<int> size_of_team(const DeskProgramme& programme, const std::vector<KnownKiosk>& kiosks, const std::string& code)
{
    const auto kiosk = std::ranges::find(kiosks, code, [](const KnownKiosk& one) { return one.place.code; });
    if (kiosk == kiosks.end()) return std::nullopt;
    const TeamOfKiosk team{programme.all.people, kiosk->place.team, kiosk->place.organisation};
    return static_cast<int>(std::ranges::count_if(programme.all.people, [&](const Person& person) { return person.role == Role::practitioner && team.has(person); }));
}

void share_by_size(const DeskProgramme& programme, const std::vector<KnownKiosk>& kiosks, const Activity& activity, WantedChairs& wanted)
{
    int left = activity.capacity;
    std::vector<std::string> codes;
    std::vector<int> sizes;
    for (const auto& [of, allotment] : programme.allotments) {
        if (of.first != activity.id) continue;
        if (allotment.is_by_size) {
            const auto size = size_of_team(programme, kiosks, of.second);
            if (!size) return;
            codes.push_back(of.second);
            sizes.push_back(*size);
        } else {
            left -= allotment.chairs;
        }
    }
    const auto parts = apportion(left, sizes);
    for (std::size_t i = 0; i < codes.size(); ++i) wanted[{activity.id, codes[i]}] = parts[i];
}

}

WantedChairs wanted_chairs(const DeskProgramme& programme, const std::vector<KnownKiosk>& kiosks)
{
    WantedChairs wanted;
    for (const auto& [of, allotment] : programme.allotments) wanted[of] = allotment.chairs;
    for (const auto& activity : programme.all.activities) share_by_size(programme, kiosks, activity, wanted);
    return wanted;
}

}
