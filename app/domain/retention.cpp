#include "domain/retention.hpp"

#include <algorithm>

namespace refectory {

bool is_past(std::optional<Instant> received_at, std::optional<Instant> needed_until, std::chrono::days kept, Instant now)
{
    return received_at && now >= std::max(*received_at, needed_until.value_or(*received_at)) + kept;
}

std::optional<Instant> needed_until(const Answer& answer, const EndOfActivity& end_of_activity)
{
    if (answer.activity) return end_of_activity(*answer.activity);
    const auto first = parse_iso_date(answer.month + "-01");
    return first ? std::optional{start_of_day(*first + std::chrono::months{1})} : std::nullopt;
}

}
