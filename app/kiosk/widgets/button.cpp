#include "kiosk/widgets/button.hpp"

#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <imgui.h>

#include <algorithm>

namespace refectory::ui {

namespace {

constexpr float stands_high = 3;  // above its shade

struct Paint { Colour ground, shade, ink, border; };

Paint paint_of(ButtonLook look)
{
    switch (look) {
    case ButtonLook::primary: return {theme::green, theme::green_shade, theme::white, theme::green};
    case ButtonLook::secondary: return {theme::card, theme::card.faded(0), theme::green, theme::green};
    case ButtonLook::quiet: return {theme::card, theme::card.faded(0), theme::ink, theme::line};
    case ButtonLook::danger: return {theme::card, theme::card.faded(0), theme::clay_ink, theme::clay};
    case ButtonLook::on_green: return {theme::card, theme::green_shade, theme::green, theme::card};
    }
    return {};
}

void draw_label(Page& page, const Rect& where, std::string_view words, const char* glyph, Colour ink)
{
    const float size = where.height >= 70   ? theme::size_button
                       : where.height >= 56 ? theme::size_body
                                            : theme::size_second;
    const TextStyle style{Weight::semibold, size, ink, Align::left, 1.21F};
    const float icon_room = glyph ? size + 16 : 0;
    const auto label = shortened(page, words, style, where.width - 28 - icon_room);
    const auto box = measure(page, label, style);
    const float x = where.x + (where.width - box.width - icon_room) / 2;
    const bool points_on = glyph && std::string_view{glyph} == std::string_view{icons::arrow_forward};
    const float icon_x = points_on ? x + box.width + icon_room - size / 2 : x + size / 2;
    if (glyph) icon(page, {icon_x, where.centre().y}, glyph, size + 4, ink);
    draw_line(page, {points_on ? x : x + icon_room, where.centre().y - box.height / 2}, label, style);
}

ImGuiID identity(const Rect& where, std::string_view words)
{
    ImGui::PushID(static_cast<int>(where.x) * 4099 + static_cast<int>(where.y));
    const auto id = ImGui::GetID(words.data(), words.data() + words.size());
    ImGui::PopID();
    return id;
}

}

Tap tap_area(Page& page, const Rect& where, std::string_view words, ElementRole role, bool chosen)
{
    page.report(role, words, where, chosen);
    ImGui::SetCursorScreenPos({page.pixels(where.x), page.pixels(where.y)});
    ImGui::PushID(static_cast<int>(identity(where, words)));
    const ImVec2 size{std::max(1.0F, page.pixels(where.width)), std::max(1.0F, page.pixels(where.height))};
    const bool tapped = ImGui::InvisibleButton("tap", size);
    const bool pressed = ImGui::IsItemActive() && ImGui::IsItemHovered();
    ImGui::PopID();
    return {tapped, pressed};
}

bool button(Page& page, const Rect& where, std::string_view words, ButtonLook look, const char* glyph, bool enabled)
{
    if (!enabled) {
        page.report(ElementRole::button, words, where, false, false);
        fill(page, where, theme::quiet_key, theme::button_radius);
        draw_label(page, where, words, glyph, theme::second_ink);
        return false;
    }
    const auto tap = tap_area(page, where, words);
    const auto paint = paint_of(look);
    const bool stands = paint.shade.alpha > 0;
    Rect face = where;
    if (stands) {
        fill(page, where, paint.shade, theme::button_radius);
        face.height -= stands_high;
        if (tap.pressed) face.y += stands_high;
    }
    if (stands) fill(page, face, paint.ground, theme::button_radius);
    else framed(page, face, tap.pressed ? theme::green_tint : paint.ground, paint.border, theme::button_radius, 2);
    draw_label(page, face, words, glyph, paint.ink);
    return tap.tapped;
}

bool back_button(Page& page, std::string_view words)
{
    const TextStyle style{Weight::medium, theme::size_body, theme::ink, Align::left, 1.21F};
    const Rect where{theme::edge, 26, measure(page, words, style).width + 78, 60};
    const auto tap = tap_area(page, where, words);
    framed(page, where, tap.pressed ? theme::green_tint : theme::card, theme::line, theme::button_radius, 2);
    icon(page, {where.x + 30, where.centre().y}, icons::arrow_back, 26, theme::ink);
    draw_line(page, {where.x + 54, where.centre().y - style.size * style.line / 2}, words, style);
    return tap.tapped;
}

bool link(Page& page, Point at, const char* glyph, std::string_view words, Colour colour)
{
    const TextStyle style{Weight::semibold, theme::size_body, colour, Align::left, 1.21F};
    const Rect where{at.x, at.y, measure(page, words, style).width + 44, 56};
    const auto tap = tap_area(page, where, words);
    if (tap.pressed) fill(page, where.inset(4), theme::green_tint, theme::key_radius);
    icon(page, {where.x + 14, where.centre().y}, glyph, 28, colour);
    draw_line(page, {where.x + 40, where.centre().y - style.size * style.line / 2}, words, style);
    return tap.tapped;
}

bool tick_box(Page& page, const Rect& where, std::string_view words, bool ticked)
{
    const auto tap = tap_area(page, where, words, ElementRole::button, ticked);
    const Rect box{where.x, where.centre().y - 23, 46, 46};
    if (ticked) {
        fill(page, box, theme::green, theme::key_radius);
        icon(page, box.centre(), icons::check, 34, theme::white);
    } else {
        framed(page, box, tap.pressed ? theme::green_tint : theme::card, theme::ink, theme::key_radius, 3);
    }
    const TextStyle style{Weight::semibold, theme::size_body, theme::ink, Align::left, 1.21F};
    draw_line(page, {box.right() + 16, where.centre().y - style.size * style.line / 2}, words, style);
    return tap.tapped;
}

bool choice(Page& page, const Rect& where, std::string_view words, bool chosen)
{
    const auto tap = tap_area(page, where, words, ElementRole::button, chosen);
    if (chosen) fill(page, where, theme::green, theme::key_radius);
    else framed(page, where, tap.pressed ? theme::green_tint : theme::card, theme::line, theme::key_radius, 2);
    const TextStyle style{Weight::semibold, theme::size_second, chosen ? theme::white : theme::ink, Align::left, 1.21F};
    draw_centred(page, where, shortened(page, words, style, where.width - 20), style);
    return tap.tapped;
}

}
