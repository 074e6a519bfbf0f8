// Dates and times of day as people write them and as spreadsheets export them. Where a date is all numbers the day comes
// first, as everybody here writes it: 3/11/2026 is the third of November. The American order cannot be told apart from it
// and is not guessed. A year has four digits.
#pragma once

#include "domain/instant.hpp"
#include "domain/result.hpp"

namespace refectory {

// "2026-11-24", "24/11/2026", "24 November 2026", "24-Nov-2026", or "today", "today+3", "today-1".
Result<Date> parse_date(std::string_view text, Date today);
// "9:30am", "9.30am", "9:30 AM", "09:30", "09:30:00", "3pm", "noon", "midday": minutes since midnight.
std::optional<int> parse_time(std::string_view text);

}
