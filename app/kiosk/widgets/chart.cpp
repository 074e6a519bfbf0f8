#include "kiosk/widgets/chart.hpp"

#include "kiosk/widgets/colour.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <algorithm>

namespace refectory::ui {

namespace {

constexpr float legend_height = 44, name_height = 46, number_height = 34, bar_width = 46, bar_gap = 10, round = 9;
constexpr int least_scale = 4;  // one alone does not fill the chart
enum class Bar { full, outlined };

// Round at its top and flat where it stands.
void draw_bar(Page& page, const Rect& where, Bar look, Colour colour)
{
    const ImVec2 from{page.pixels(where.x), page.pixels(where.y)}, to{page.pixels(where.right()), page.pixels(where.bottom())};
    const float radius = page.pixels(std::min(round, where.height));
    page.drawing().AddRectFilled(from, to, packed(colour), radius, ImDrawFlags_RoundCornersTop);
    if (look == Bar::full || where.height <= 6) return;
    const float edge = page.pixels(3);
    page.drawing().AddRectFilled({from.x + edge, from.y + edge}, {to.x - edge, to.y - edge}, packed(theme::amber_tint), std::max(0.0F, radius - edge), ImDrawFlags_RoundCornersTop);
}

void draw_numbered_bar(Page& page, float x, float foot, float height, int number, Bar look, Colour colour)
{
    if (number > 0) draw_bar(page, {x, foot - height, bar_width, height}, look, colour);
    const TextStyle style{Weight::semibold, theme::size_second, number > 0 ? theme::ink : theme::second_ink, Align::left, 1.21F};
    draw_centred(page, {x - 10, foot - height - number_height, bar_width + 20, number_height}, std::to_string(number), style);
}

float draw_key(Page& page, Point at, Bar look, Colour colour, std::string_view words)
{
    draw_bar(page, {at.x, at.y + 4, 22, 22}, look, colour);
    return 34 + line(page, {at.x + 34, at.y}, 400, words, with(style::body, theme::second_ink));
}

}

void chart(Page& page, const Rect& where, std::span<const ChartDay> days, std::string_view first, std::string_view second)
{
    const float used = draw_key(page, {where.x, where.y}, Bar::full, theme::green, first);
    draw_key(page, {where.x + used + 40, where.y}, Bar::outlined, theme::amber_ink, second);
    int most = least_scale;
    for (const auto& day : days) most = std::max({most, day.first, day.second});
    const float foot = where.bottom() - name_height, tallest = foot - where.y - legend_height - number_height;
    const float width = where.width / static_cast<float>(days.size());
    float x = where.x;
    for (const auto& day : days) {
        const Rect column{x, where.y + legend_height, width, where.height - legend_height};
        const float left = column.centre().x - bar_width - bar_gap / 2;
        const auto height = [&](int number) { return tallest * static_cast<float>(number) / static_cast<float>(most); };
        if (day.strong) fill(page, {column.x + 6, foot + 6, column.width - 12, 36}, theme::green_tint, theme::key_radius);
        draw_numbered_bar(page, left, foot, height(day.first), day.first, Bar::full, theme::green);
        draw_numbered_bar(page, left + bar_width + bar_gap, foot, height(day.second), day.second, Bar::outlined, theme::amber_ink);
        draw_centred(page, {column.x, foot + 6, column.width, 36}, day.name, {Weight::semibold, theme::size_second, day.strong ? theme::green : theme::ink, Align::left, 1.21F});
        page.report(ElementRole::picture, day.words, column);
        x += width;
    }
    fill(page, {where.x, foot, where.width, 2}, theme::line);
}

}
