// Reads tables as spreadsheets write them: RFC 4180, with or without a byte order mark, LF or CRLF, commas or semicolons.
// Nothing in it is trusted: sizes are limited, and what is wrong is said with its line.
#pragma once

#include "domain/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace refectory {

struct CsvRecord {
    int line = 0;  // where it begins, from 1
    std::vector<std::string> fields;
};

struct CsvFault {
    int line = 0;
    std::string sentence;
};

inline constexpr std::size_t longest_csv_field = 64 * 1024;
inline constexpr std::size_t most_csv_fields = 256;

// The separator is the one of the two that the first line has more of. Lines with nothing in them are passed over.
std::expected<std::vector<CsvRecord>, CsvFault> read_csv(std::string_view text);

}
