// Passes on A4 pages to print and cut, eight to a page, as a PDF. It knows no desk and writes no file.
#pragma once

#include "desk/pass_card.hpp"

#include <span>

namespace refectory {

// At least one. `made_at` is the document's date, so that the same passes come out as the same file.
Result<std::string> draw_pass_sheet(std::span<const PassCard> passes, Instant made_at);

}
