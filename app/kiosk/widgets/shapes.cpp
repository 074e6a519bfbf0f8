#include "kiosk/widgets/shapes.hpp"

#include "kiosk/widgets/colour.hpp"
#include "kiosk/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace refectory::ui {

namespace {

constexpr int most_dots = 12;
constexpr int corner_steps = 4;  // of a blurred edge, where no corner is seen as one
constexpr TextStyle pill_text{Weight::semibold, theme::size_small, theme::ink, Align::left, 1.3F};

ImVec2 corner(const Page& page, float x, float y)
{
    return {page.pixels(x), page.pixels(y)};
}

// A quarter of a circle for each corner, clockwise from the left edge's top.
void write_round_corners(Page& page, const Rect& where, float radius, ImU32 colour)
{
    const Rect middles = where.inset(radius);
    const Point centres[] = {{middles.x, middles.y}, {middles.right(), middles.y},
                             {middles.right(), middles.bottom()}, {middles.x, middles.bottom()}};
    const auto white = ImGui::GetFontTexUvWhitePixel();
    for (int quarter = 0; quarter < 4; ++quarter) {
        for (int i = 0; i <= corner_steps; ++i) {
            const float turns = static_cast<float>(quarter) + static_cast<float>(i) / corner_steps;
            const float angle = std::numbers::pi_v<float> * (1 + turns / 2);
            const auto at = centres[quarter];
            const auto end = corner(page, at.x + radius * std::cos(angle), at.y + radius * std::sin(angle));
            page.drawing().PrimWriteVtx(end, white, colour);
        }
    }
}

void write_band_between(ImDrawList& drawing, unsigned inner)
{
    constexpr unsigned around = 4 * (corner_steps + 1);
    for (unsigned i = 0; i < around; ++i) {
        const unsigned here = inner + i, next = inner + (i + 1) % around;
        for (const unsigned index : {here, next, next + around, here, next + around, here + around})
            drawing.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
}

// A blurred edge as rings, each a little fainter than the one within. Only what is seen of it is drawn: the card covers the rest.
void shadow(Page& page, const Rect& where, float radius, float down, float blur, float strength, int rings)
{
    auto& drawing = page.drawing();
    constexpr int around = 4 * (corner_steps + 1);
    const int covered = std::max(0, static_cast<int>(static_cast<float>(rings) * (1 - down / blur) / 2));
    drawing.PrimReserve((rings - covered) * around * 6, (rings - covered + 1) * around);
    const unsigned first = drawing._VtxCurrentIdx;
    for (int ring = covered; ring <= rings; ++ring) {
        const float outwards = static_cast<float>(ring) / static_cast<float>(rings);
        const float faintness = outwards * outwards * (3 - 2 * outwards);
        const float grow = std::max(blur * (2 * outwards - 1), 1 - std::min(where.width, where.height) / 2);
        write_round_corners(page, where.moved(0, down).inset(-grow), std::max(1.0F, radius + grow),
                            packed(theme::ink.faded(strength * (1 - faintness))));
    }
    for (int ring = 0; ring < rings - covered; ++ring) write_band_between(drawing, first + static_cast<unsigned>(ring * around));
}

}

void fill(Page& page, const Rect& where, Colour colour, float radius)
{
    page.drawing().AddRectFilled(corner(page, where.x, where.y), corner(page, where.right(), where.bottom()), packed(colour),
                                 page.pixels(radius));
}

void outline(Page& page, const Rect& where, Colour colour, float radius, float thickness)
{
    const Rect middle = where.inset(thickness / 2);
    page.drawing().AddRect(corner(page, middle.x, middle.y), corner(page, middle.right(), middle.bottom()), packed(colour),
                           page.pixels(radius), 0, page.pixels(thickness));
}

void framed(Page& page, const Rect& where, Colour ground, Colour border, float radius, float thickness)
{
    fill(page, where, border, radius);
    fill(page, where.inset(thickness), ground, std::max(0.0F, radius - thickness));
}

void disc(Page& page, Point centre, float radius, Colour colour)
{
    page.drawing().AddCircleFilled(corner(page, centre.x, centre.y), page.pixels(radius), packed(colour));
}

void disc_within(Page& page, const Rect& place, Point centre, float radius, Colour colour)
{
    page.drawing().PushClipRect(corner(page, place.x, place.y), corner(page, place.right(), place.bottom()), true);
    disc(page, centre, radius, colour);
    page.drawing().PopClipRect();
}

void ring(Page& page, Point centre, float radius, Colour colour, float thickness)
{
    page.drawing().AddCircle(corner(page, centre.x, centre.y), page.pixels(radius - thickness / 2), packed(colour), 0,
                             page.pixels(thickness));
}

void rule(Page& page, Point from, float width)
{
    fill(page, {from.x, from.y, width, 1}, theme::line);
}

void card(Page& page, const Rect& where, Colour colour, float radius)
{
    shadow(page, where, radius, 10, 28, 0.08F, 7);
    shadow(page, where, radius, 1, 3, 0.08F, 2);
    fill(page, where, colour, radius);
}

void icon(Page& page, Point centre, const char* glyph, float size, Colour colour)
{
    const float pixels = std::round(page.pixels(size));
    auto* font = page.fonts().icons;
    const auto box = font->CalcTextSizeA(pixels, 1e9F, 0, glyph);
    page.drawing().AddText(font, pixels,
                           {std::round(page.pixels(centre.x) - box.x / 2), std::round(page.pixels(centre.y) - box.y / 2)},
                           packed(colour), glyph);
}

void icon_tile(Page& page, const Rect& where, const char* glyph, Colour tint, Colour ink)
{
    fill(page, where, tint, where.width * 0.24F);
    icon(page, where.centre(), glyph, where.width * 0.55F, ink);
}

float pill_width(const Page& page, const char* glyph, std::string_view words)
{
    return measure(page, words, pill_text).width + 32 + (glyph ? 30 : 0);
}

float pill(Page& page, Point at, const char* glyph, std::string_view words, Colour tint, Colour ink, float height)
{
    const Rect where{at.x, at.y, pill_width(page, glyph, words), height};
    fill(page, where, tint, height / 2);
    float x = where.x + 16;
    if (glyph) {
        icon(page, {x + 11, where.centre().y}, glyph, 22, ink);
        x += 30;
    }
    const auto style = with(pill_text, ink);
    draw_line(page, {x, where.y + (height - style.size * style.line) / 2}, words, style);
    page.report(ElementRole::text, words, where);
    return where.width;
}

void seats(Page& page, Point at, int taken, int chairs, Colour colour)
{
    if (chairs > most_dots) {
        const float share = static_cast<float>(taken) / static_cast<float>(chairs);
        bar(page, {at.x, at.y + 7, 300, 12}, share, colour, colour.faded(0.25F));
        return;
    }
    for (int i = 0; i < chairs; ++i) {
        const Point centre{at.x + 13 + static_cast<float>(i) * 34, at.y + 13};
        if (i < taken) disc(page, centre, 13, colour);
        else ring(page, centre, 13, colour, 2);
    }
}

void bar(Page& page, const Rect& where, float fraction, Colour full, Colour rest)
{
    fill(page, where, rest, where.height / 2);
    const float width = where.width * std::clamp(fraction, 0.0F, 1.0F);
    if (width >= where.height) fill(page, {where.x, where.y, width, where.height}, full, where.height / 2);
}

void initials_disc(Page& page, Point centre, float radius, std::string_view initials)
{
    disc(page, centre, radius, theme::amber_tint);
    const TextStyle style{Weight::bold, radius * 0.76F, theme::amber_ink, Align::left, 1.21F};
    draw_centred(page, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, initials, style);
}

}
