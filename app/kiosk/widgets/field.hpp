// Where typed text stands. The keyboard types into the screen's draft; the field only shows it.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string_view>

namespace refectory::ui {

void text_field(Page& page, const Rect& where, std::string_view typed, std::string_view label);
void text_area(Page& page, const Rect& where, std::string_view typed, std::string_view label);
// A box for each character of a short secret; masked ones show a dot.
void secret_field(Page& page, const Rect& where, std::string_view typed, std::size_t length, bool masked,
                  std::string_view label);

}
