// Passes on A4 pages to print and cut, eight to a page, as a PDF: who each is for, until when, its QR code, and what can be typed
// instead. It knows no desk and writes no file.
#pragma once

#include "domain/pass.hpp"
#include "domain/result.hpp"

#include <span>
#include <string>

namespace refectory {

struct SheetPass {
    std::string name, organisation;
    Pass pass;
    std::string text;     // what its QR code says
    std::string letters;  // what can be typed instead; may be empty
};

// At least one. `made_at` is the document's date, so that the same passes come out as the same file.
Result<std::string> draw_pass_sheet(std::span<const SheetPass> passes, Instant made_at);

}
