#include "kiosk/widgets/text.hpp"

#include "kiosk/widgets/colour.hpp"

#include <imgui_internal.h>  // ImTextCharFromUtf8, to set the letters of a heading one by one

#include <algorithm>
#include <cmath>

namespace refectory::ui {

namespace {

ImFont* font_of(const Page& page, Weight weight)
{
    switch (weight) {
    case Weight::regular: return page.fonts().regular;
    case Weight::medium: return page.fonts().medium;
    case Weight::semibold: return page.fonts().semibold;
    case Weight::bold: return page.fonts().bold;
    case Weight::display: return page.fonts().display;
    }
    return nullptr;
}

// ImGui measures a font by the height of its line; a type size is that of the square it is drawn in.
float font_pixels(const Page& page, const TextStyle& style)
{
    return page.pixels(style.size * theme::natural_line);
}

// Only headings are set tighter, in units of the page.
float space_after_letters(const TextStyle& style)
{
    return style.weight == Weight::display ? -theme::heading_tightness * style.size : 0;
}

std::size_t letters(std::string_view words)
{
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(words, begins));
}

float width_of(const Page& page, std::string_view words, const TextStyle& style)
{
    const auto box = font_of(page, style.weight)
                         ->CalcTextSizeA(font_pixels(page, style), 1e9F, 0, words.data(), words.data() + words.size());
    return std::max(0.0F, box.x / page.scale() + space_after_letters(style) * static_cast<float>(letters(words)));
}

void draw_letters(const Page& page, ImVec2 at, std::string_view words, const TextStyle& style)
{
    const float pixels = font_pixels(page, style);
    auto* baked = font_of(page, style.weight)->GetFontBaked(pixels);
    const float scale = pixels / baked->Size;
    const char* const end = words.data() + words.size();
    for (const char* letter = words.data(); letter < end;) {
        unsigned code_point = 0;
        letter += ImTextCharFromUtf8(&code_point, letter, end);
        const auto* glyph = baked->FindGlyph(static_cast<ImWchar>(code_point));
        if (glyph->Visible) {
            page.drawing().PrimReserve(6, 4);
            page.drawing().PrimRectUV({at.x + glyph->X0 * scale, at.y + glyph->Y0 * scale},
                                      {at.x + glyph->X1 * scale, at.y + glyph->Y1 * scale}, {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(style.colour));
        }
        at.x += glyph->AdvanceX * scale + page.pixels(space_after_letters(style));
    }
}

void cut_code_point(std::string& text)
{
    while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
}

// Ends in an ellipsis whatever its width, and in no other stop before it.
std::string cut_short(const Page& page, std::string text, const TextStyle& style, float width)
{
    constexpr std::string_view stops = " .,;:";
    while (!text.empty() && (stops.contains(text.back()) || width_of(page, text + "…", style) > width)) cut_code_point(text);
    return text + "…";
}

float used(const std::vector<std::string>& lines, const TextStyle& style)
{
    return static_cast<float>(lines.size()) * style.size * style.line;
}

float draw(Page& page, ElementRole role, Point at, float width, std::string_view words, const TextStyle& style,
           int most_lines)
{
    if (words.empty()) return 0;
    auto lines = wrapped_lines(page, words, style, width);
    if (static_cast<int>(lines.size()) > most_lines) {
        lines.resize(static_cast<std::size_t>(most_lines));
        lines.back() = cut_short(page, lines.back(), style, width);
    }
    float y = at.y;
    for (auto& line : lines) {
        line = shortened(page, line, style, width);
        const float left = style.align == Align::left     ? 0
                           : style.align == Align::centre ? (width - width_of(page, line, style)) / 2
                                                          : width - width_of(page, line, style);
        draw_line(page, {at.x + left, y}, line, style);
        y += style.size * style.line;
    }
    page.report(role, words, {at.x, at.y, width, y - at.y});
    return y - at.y;
}

}

// A word that is wider than the line stands on a line of its own and is shortened there.
std::vector<std::string> wrapped_lines(const Page& page, std::string_view words, const TextStyle& style, float width)
{
    std::vector<std::string> lines;
    std::string current;
    const auto finish = [&] {
        lines.push_back(current);
        current.clear();
    };
    for (std::size_t at = 0; at <= words.size();) {
        const auto end = std::min(words.find_first_of(" \n", at), words.size());
        const auto word = words.substr(at, end - at);
        const auto longer = current.empty() ? std::string{word} : current + " " + std::string{word};
        if (!current.empty() && width_of(page, longer, style) > width) {
            finish();
            current = word;
        } else {
            current = longer;
        }
        if (end < words.size() && words[end] == '\n') finish();
        at = end + 1;
    }
    finish();
    return lines;
}

Size measure(const Page& page, std::string_view words, const TextStyle& style)
{
    return {width_of(page, words, style), style.size * style.line};
}

Size measure_wrapped(const Page& page, std::string_view words, const TextStyle& style, float width)
{
    return {width, used(wrapped_lines(page, words, style, width), style)};
}

float text(Page& page, Point at, float width, std::string_view words, const TextStyle& style, int most_lines)
{
    return draw(page, ElementRole::text, at, width, words, style, most_lines);
}

float heading(Page& page, Point at, float width, std::string_view words, const TextStyle& style, int most_lines)
{
    return draw(page, ElementRole::heading, at, width, words, style, most_lines);
}

float line(Page& page, Point at, float width, std::string_view words, const TextStyle& style)
{
    draw(page, ElementRole::text, at, width, words, style, 1);
    return std::min(width, width_of(page, words, style));
}

void draw_line(const Page& page, Point at, std::string_view words, const TextStyle& style)
{
    // Where our line is higher than the font's own, the text stands in its middle.
    const float lead = style.size * (style.line - theme::natural_line) / 2;
    const float foot = std::round(page.pixels(at.y + lead + style.size * theme::ascent));
    const auto* baked = font_of(page, style.weight)->GetFontBaked(font_pixels(page, style));
    // ImGui rounds the ascent up: letters would stand a pixel low.
    const float ascent = baked->Ascent * font_pixels(page, style) / baked->Size;
    const ImVec2 corner{std::round(page.pixels(at.x)), std::round(foot - ascent)};
    if (style.weight == Weight::display) draw_letters(page, corner, words, style);
    else
        page.drawing().AddText(font_of(page, style.weight), font_pixels(page, style), corner, packed(style.colour),
                               words.data(), words.data() + words.size());
}

void draw_centred(const Page& page, const Rect& where, std::string_view words, const TextStyle& style)
{
    const auto size = measure(page, words, style);
    draw_line(page, {where.x + (where.width - size.width) / 2, where.y + (where.height - size.height) / 2}, words, style);
}

std::string shortened(const Page& page, std::string_view words, const TextStyle& style, float width)
{
    if (width_of(page, words, style) <= width + 0.5F) return std::string{words};
    return cut_short(page, std::string{words}, style, width);
}

}
