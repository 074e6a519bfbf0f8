#include "platform/journal.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace refectory::platform {

// The journal takes the weight from the line's beginning; on a terminal that would only be in the way.
void write_to_journal(Weight weight, std::string_view sentence)
{
    const bool is_kept = std::getenv("JOURNAL_STREAM") != nullptr;
    std::string line{sentence};
    for (auto& letter : line)
        if (letter == '\n' || letter == '\r') letter = ' ';
    fmt::print(stderr, "{}{}\n", !is_kept ? "" : weight == Weight::note ? "<6>" : "<3>", line);
}

}
