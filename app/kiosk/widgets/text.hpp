// Text on a page: measured, wrapped to a width, shortened to one line. Right-to-left scripts are not shaped here.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string>
#include <vector>

namespace refectory::ui {

enum class Weight { regular, medium, semibold, bold, display };
enum class Align { left, centre, right };

struct TextStyle {
    Weight weight = Weight::regular;
    float size = theme::size_body;
    Colour colour = theme::ink;
    Align align = Align::left;
    float line = theme::body_line;
};

namespace style {
inline constexpr TextStyle title{Weight::display, theme::size_title, theme::ink, Align::left, theme::heading_line};
inline constexpr TextStyle heading{Weight::display, theme::size_heading, theme::ink, Align::left, theme::heading_line};
inline constexpr TextStyle card_title{Weight::display, theme::size_card_title, theme::ink, Align::left, theme::heading_line};
inline constexpr TextStyle way_in{Weight::display, theme::size_way_in, theme::ink, Align::left, theme::heading_line};
inline constexpr TextStyle lead{Weight::regular, theme::size_lead};
inline constexpr TextStyle body{Weight::regular, theme::size_body};
inline constexpr TextStyle strong{Weight::semibold, theme::size_body};
inline constexpr TextStyle second{Weight::regular, theme::size_second, theme::second_ink};
inline constexpr TextStyle small{Weight::regular, theme::size_small, theme::second_ink};
}

constexpr TextStyle with(TextStyle style, Colour colour) { style.colour = colour; return style; }
constexpr TextStyle with(TextStyle style, Align align) { style.align = align; return style; }
constexpr TextStyle sized(TextStyle style, float size) { style.size = size; return style; }

Size measure(const Page& page, std::string_view words, const TextStyle& style);
Size measure_wrapped(const Page& page, std::string_view words, const TextStyle& style, float width);

// Draws from the top left of the place, wrapped to its width, at most `most_lines` lines (the last one shortened).
// Returns the height used.
float text(Page& page, Point at, float width, std::string_view words, const TextStyle& style, int most_lines = 99);
float heading(Page& page, Point at, float width, std::string_view words, const TextStyle& style, int most_lines = 2);
// One line, shortened with an ellipsis where the width does not hold it. Returns the width used.
float line(Page& page, Point at, float width, std::string_view words, const TextStyle& style);

// For widgets that report themselves: draws without an entry in the transcript.
void draw_line(const Page& page, Point at, std::string_view words, const TextStyle& style);
void draw_centred(const Page& page, const Rect& where, std::string_view words, const TextStyle& style);
// The lines that the words make in a width: at least one, which may be empty.
std::vector<std::string> wrapped_lines(const Page& page, std::string_view words, const TextStyle& style, float width);
std::string shortened(const Page& page, std::string_view words, const TextStyle& style, float width);

}
