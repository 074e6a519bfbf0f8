#include "kiosk/screens/admin_frame.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/widgets/band.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

Rect admin_place(const Page& page)
{
    return {theme::edge, 112, page.content_width(), page.height() - 204};
}

Rect admin_foot(const Page& page, float x, float width)
{
    return {x, page.height() - 76, width, 60};
}

void draw_admin_band(Page& page, const BandView& band, std::string_view title, int seconds)
{
    mark(page, title, fmt::format(fmt::runtime(words::admin::closes), counted_words(seconds, words::second)), icons::lock_open, theme::ink);
    date_and_clock(page, band.date, band.clock);
}

Intent draw_admin_frame(Page& page, const BandView& band, std::string_view title, int seconds)
{
    draw_admin_band(page, band, title, seconds);
    if (button(page, admin_foot(page, theme::edge, 220), words::back, ButtonLook::quiet, icons::arrow_back)) return intent::GoBack{};
    if (button(page, admin_foot(page, page.right_edge() - 220, 220), words::admin::leave, ButtonLook::danger, icons::log_out)) return intent::GoHome{};
    return {};
}

void draw_admin_line(Page& page, const Rect& where, const char* glyph, const AdminLineView& view)
{
    const auto ink = view.wants_attention ? theme::amber_ink : theme::green;
    icon(page, {where.x + 15, where.centre().y}, glyph, 30, ink);
    line(page, {where.x + 46, where.centre().y - 30}, where.width - 46, view.title, with(style::strong, view.wants_attention ? theme::amber_ink : theme::ink));
    line(page, {where.x + 46, where.centre().y + 1}, where.width - 46, view.detail, style::second);
}

}
