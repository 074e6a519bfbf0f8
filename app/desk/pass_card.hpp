// What stands on a pass, printed or on a phone, and how it is set: who it is for, until when, its QR code, and what can be typed instead.
#pragma once

#include "desk/canvas.hpp"
#include "domain/pass.hpp"

#include <string>

namespace refectory {

struct PassCard {
    std::string name, organisation;  // empty where the desk does not know them
    Pass pass;
    std::string text;     // what its QR code says
    std::string letters;  // what can be typed instead; may be empty
};

inline constexpr double millimetre = 72 / 25.4;  // points

namespace pass_looks {
using Weight = TextLook::Weight;
inline constexpr Colour ink{0.114, 0.106, 0.094}, second_ink{0.353, 0.333, 0.302}, green{0.055, 0.353, 0.278};
inline constexpr TextLook number{9, Weight::semibold, green, 1}, organisation{9.5, Weight::normal, second_ink, 3}, dates{9.5, Weight::medium, ink, 2},
    hint{8, Weight::normal, second_ink, 1}, letters{17, Weight::bold, ink, 1, TextLook::Face::letters};
}

inline constexpr const char* pass_hint = "Show this at the kiosk when you come and when you go.";

std::string number_words(const PassCard& pass);
// "24 November 2026 to 22 February 2027", with blanks in a date at which no line ends.
std::string dates_words(const PassCard& pass);
// Set as large as it fits into `width`.
Canvas::Text name_text(const Canvas& canvas, const std::string& name, double width);
// Returns where the next one may begin.
double draw_below(const Canvas::Text& text, double left, double top);
// Black on white. The quiet zone is around what is named.
void draw_code(Canvas& canvas, const std::string& text, double left, double top, double module);

}
