// What stands at the top of every page: the mark with the kiosk's place, or a way back; and the date and the time.
#pragma once

#include "kiosk/widgets/page.hpp"

namespace refectory::ui {

void date_and_clock(Page& page, std::string_view date, std::string_view clock);
void mark(Page& page, std::string_view title, std::string_view subtitle, const char* glyph, Colour ground);
Rect mark_place();

}
