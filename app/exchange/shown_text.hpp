// Words of a file that somebody else wrote, as a terminal may be given them: what it would act on, and what is no text, becomes "?".
// It judges nothing else.
#pragma once

#include <string>
#include <string_view>

namespace refectory {

std::string shown_text(std::string_view text);   // on one line
std::string shown_lines(std::string_view text);  // on as many as it has

}
