// One line at a time to whoever keeps the machine's journal, through the standard error stream. Not for people in front of the
// screen, and never with a name, a pass or anybody's words: whoever looks after the machine may read it, and it is kept elsewhere.
#pragma once

#include <string_view>

namespace refectory::platform {

enum class Weight { note, trouble };

void write_to_journal(Weight weight, std::string_view sentence);

}
