// How long names and words stay on a kiosk. It counts from the end of the last activity that they are needed for, or from the
// desk's receipt of the facts about them, whichever is later; what the desk does not have stays.
#pragma once

#include "domain/answer.hpp"

namespace refectory {

struct RetentionRules {
    std::chrono::days names{30};
    std::chrono::days words{90};
};

// `received_at` is empty where the desk is not known to have all of it, `needed_until` where nothing here needs it.
bool is_past(std::optional<Instant> received_at, std::optional<Instant> needed_until, std::chrono::days kept, Instant now);
// The end of the answer's activity, or of the month of a wish.
std::optional<Instant> needed_until(const Answer& answer, const EndOfActivity& end_of_activity);

}
