// A QR code on a page.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string_view>

namespace refectory::ui {

// Level M, with the quiet zone of four modules that readers need. Texts that do not fit (qr_code.hpp)
// draw nothing.
void qr(Page& page, const Rect& where, std::string_view text, std::string_view label);

}
