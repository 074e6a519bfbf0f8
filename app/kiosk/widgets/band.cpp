#include "kiosk/widgets/band.hpp"

#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

namespace refectory::ui {

Rect mark_place()
{
    return {theme::edge, 37, 44, 44};
}

void date_and_clock(Page& page, std::string_view date, std::string_view clock)
{
    constexpr TextStyle clock_style{Weight::display, 32, theme::ink, Align::left, 1.21F};
    constexpr TextStyle date_style{Weight::regular, 21, theme::second_ink, Align::left, 1.21F};
    const auto clock_size = measure(page, clock, clock_style);
    const auto date_size = measure(page, date, date_style);
    const float clock_x = page.right_edge() - clock_size.width;
    const float date_x = clock_x - 16 - date_size.width;
    draw_line(page, {clock_x, 38}, clock, clock_style);
    draw_line(page, {date_x, 48}, date, date_style);
    page.report(ElementRole::text, date, {date_x, 48, date_size.width, date_size.height});
    page.report(ElementRole::text, clock, {clock_x, 38, clock_size.width, clock_size.height});
}

void mark(Page& page, std::string_view title, std::string_view subtitle, const char* glyph, Colour ground)
{
    const auto place = mark_place();
    fill(page, place, ground, 12);
    icon(page, place.centre(), glyph, 27, theme::white);
    line(page, {place.right() + 14, 27}, 500, title, {Weight::bold, theme::size_body, theme::ink});
    line(page, {place.right() + 14, 62}, 600, subtitle, style::small);
}

}
