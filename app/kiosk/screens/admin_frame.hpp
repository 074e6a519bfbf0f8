// What the pages behind the admin's have in common: the band that says when they close, and the way back and out at their foot.
#pragma once

#include "kiosk/intents.hpp"
#include "kiosk/screens/admin_views.hpp"
#include "kiosk/screens/views.hpp"
#include "kiosk/widgets/geometry.hpp"
#include "kiosk/widgets/page.hpp"

#include <string_view>

namespace refectory {

// Where a page of the admin's may draw: between its band and its foot.
ui::Rect admin_place(const ui::Page& page);
// Beside the way back, for what belongs to the page as a whole.
ui::Rect admin_foot(const ui::Page& page, float x, float width);
Intent draw_admin_frame(ui::Page& page, const BandView& band, std::string_view title, int seconds);
void draw_admin_band(ui::Page& page, const BandView& band, std::string_view title, int seconds);
// Two lines with an icon before them.
void draw_admin_line(ui::Page& page, const ui::Rect& where, const char* glyph, const AdminLineView& line);

// The first of the intents that asks for something.
inline Intent either(const Intent& one, const Intent& other)
{
    return std::holds_alternative<intent::Nothing>(one) ? other : one;
}

}
