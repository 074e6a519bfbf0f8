// What the status and a collecting say of a kiosk as JSON.
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

}
