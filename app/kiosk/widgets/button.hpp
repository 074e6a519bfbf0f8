// What can be tapped. Everything acts on release inside its place, sinks while it is pressed, and reports itself.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string_view>

namespace refectory::ui {

enum class ButtonLook { primary, secondary, quiet, danger, on_green };

// An arrow forward stands after the words, any other icon before them. One that is not enabled is drawn pale and never
// acts.
bool button(Page& page, const Rect& where, std::string_view words, ButtonLook look, const char* glyph = nullptr,
            bool enabled = true);
// At the top left of every page but the first.
bool back_button(Page& page, std::string_view words);
// Words that can be tapped, with an icon before them.
bool link(Page& page, Point at, const char* glyph, std::string_view words, Colour colour = theme::green);
bool tick_box(Page& page, const Rect& where, std::string_view words, bool ticked);
bool choice(Page& page, const Rect& where, std::string_view words, bool chosen);

// A place that can be tapped, for widgets that draw themselves: whether it was, and whether it is being pressed.
struct Tap { bool tapped = false, pressed = false; };
Tap tap_area(Page& page, const Rect& where, std::string_view words, ElementRole role = ElementRole::button,
             bool chosen = false);

}
