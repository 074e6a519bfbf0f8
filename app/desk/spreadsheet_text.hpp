// The text of a spreadsheet that was saved as CSV, whatever program on whatever machine saved it: in UTF-8, and each line
// ends in a line feed. A file that is not valid UTF-8 is taken for Windows-1252, which Excel on Windows writes. What is no
// such text (UTF-16, a workbook under the name of a CSV file) is refused with what to do.
#pragma once

#include "exchange/csv.hpp"

namespace refectory {

std::expected<std::string, CsvFault> text_of_spreadsheet(std::string_view bytes);

}
