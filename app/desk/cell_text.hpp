// What stands in a cell of a spreadsheet, made ready to be read or compared. It refuses nothing: what the text means is said elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace refectory {

// Without blanks at its ends or doubled within; the blanks that do not break, which spreadsheets put into times, are blanks too.
std::string trimmed(std::string_view text);
// The letters of English and of western Europe; others stay as they are.
std::string in_small_letters(std::string_view text);
// Nothing but digits, with a minus sign in front or none.
std::optional<std::int64_t> parse_number(std::string_view text);

}
