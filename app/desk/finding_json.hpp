// What is found, as JSON: the status, a collecting and a publication say it alike.
#pragma once

#include "desk/json_line.hpp"
#include "store/desk_status.hpp"

namespace refectory {

inline nlohmann::ordered_json json_of(const Gap& gap)
{
    return {{"origin", gap.origin.value}, {"from", gap.from}, {"up_to", gap.up_to}, {"after", iso_instant(gap.after)}, {"before", iso_instant(gap.before)}};
}

inline nlohmann::ordered_json json_of(const Fork& fork)
{
    return {{"origin", fork.origin.value}, {"facts", fork.facts}};
}

inline nlohmann::ordered_json json_of(const Restart& restart)
{
    return {{"origin", restart.origin.value}, {"at", iso_instant(restart.at)}, {"is_set_up_again", restart.is_set_up_again},
            {"others_are_gone", restart.others_are_gone}, {"is_one_of_several", restart.is_one_of_several}};
}

inline nlohmann::ordered_json json_of(const DoubleAtActivity& one)
{
    return {{"activity", one.activity.value}, {"kiosk", one.sign_up.kiosk}, {"person", one.sign_up.person.value}, {"has_place", one.sign_up.has_place_here}};
}

}
