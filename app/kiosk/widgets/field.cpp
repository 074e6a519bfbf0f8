#include "kiosk/widgets/field.hpp"

#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace refectory::ui {

namespace {

constexpr float ring_width = 3, halo_width = 5, caret_width = 3;

// An ink ring around the field and a yellow one around that: seen on any ground.
void focus_frame(Page& page, const Rect& where)
{
    constexpr float around = ring_width + halo_width;
    framed(page, where.inset(-around), theme::ink, theme::focus, theme::button_radius + around, halo_width);
    fill(page, where, theme::card, theme::button_radius);
}

void caret(Page& page, Point top, float height)
{
    fill(page, {top.x, top.y, caret_width, height}, theme::ink);
}

std::string_view without_first_letter(std::string_view words)
{
    std::size_t next = 1;
    while (next < words.size() && (static_cast<unsigned char>(words[next]) & 0xC0U) == 0x80) ++next;
    return words.substr(std::min(next, words.size()));
}

}

void text_field(Page& page, const Rect& where, std::string_view typed, std::string_view label)
{
    focus_frame(page, where);
    constexpr TextStyle words{Weight::medium, theme::size_card_title, theme::ink, Align::left, theme::natural_line};
    constexpr TextStyle hint{Weight::regular, theme::size_lead, theme::second_ink, Align::left, theme::natural_line};
    auto shown = typed;
    while (!shown.empty() && measure(page, shown, words).width > where.width - 60)
        shown = without_first_letter(shown);  // the end is what is being typed
    const auto size = measure(page, shown, words);
    const float top = where.centre().y - size.height / 2;
    draw_line(page, {where.x + 28, top}, shown, words);
    caret(page, {where.x + 30 + size.width, top}, size.height);
    if (typed.empty()) draw_line(page, {where.x + 44, where.centre().y - hint.size * hint.line / 2}, label, hint);
    page.report(ElementRole::field, typed.empty() ? label : typed, where);
}

void text_area(Page& page, const Rect& where, std::string_view typed, std::string_view label)
{
    focus_frame(page, where);
    constexpr auto style = style::lead;
    constexpr float line_height = style.size * style.line, margin = 28;
    auto lines = wrapped_lines(page, typed, style, where.width - 2 * margin - caret_width);
    const auto room = static_cast<std::size_t>(std::max(1.0F, (where.height - margin) / line_height));
    // The end is what is being typed.
    if (lines.size() > room) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(room));
    float y = where.y + margin / 2;
    for (const auto& line : lines) {
        draw_line(page, {where.x + margin, y}, line, style);
        y += line_height;
    }
    const float end = where.x + margin + 2 + measure(page, lines.back(), style).width;
    caret(page, {end, y - line_height + 2}, line_height - 4);
    if (typed.empty()) draw_line(page, {where.x + margin + 14, y - line_height}, label, with(style, theme::second_ink));
    page.report(ElementRole::field, typed.empty() ? label : typed, where);
}

void secret_field(Page& page, const Rect& where, std::string_view typed, std::size_t length, bool masked,
                  std::string_view label)
{
    assert(length > 0);
    constexpr float gap = 16;
    constexpr TextStyle letter{Weight::bold, 46, theme::ink, Align::left, theme::natural_line};
    const float width = (where.width - gap * static_cast<float>(length - 1)) / static_cast<float>(length);
    for (std::size_t i = 0; i < length; ++i) {
        const Rect box{where.x + static_cast<float>(i) * (width + gap), where.y, width, where.height};
        if (i == typed.size()) focus_frame(page, box.inset(ring_width));
        else framed(page, box, theme::card, i < typed.size() ? theme::ink : theme::line, theme::button_radius,
                    ring_width);
        if (i >= typed.size()) continue;
        if (masked) disc(page, box.centre(), 9, theme::ink);
        else draw_centred(page, box, typed.substr(i, 1), letter);
    }
    page.report(ElementRole::field, masked || typed.empty() ? label : typed, where);
}

}
