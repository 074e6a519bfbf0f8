#include "desk/fault.hpp"

#include <fmt/format.h>

namespace refectory {

std::string words_of(const std::vector<Fault>& faults)
{
    std::string lines;
    for (const auto& fault : faults) {
        const auto line = fault.line == 0 ? std::string{} : fmt::format("{}:", fault.line);
        lines += fmt::format("{}:{}{} {}\n", fault.file, line, fault.column.empty() ? "" : " " + fault.column + ":", fault.sentence);
    }
    return lines;
}

}
