// What stands behind and beside the words: cards, pills, icons, seats, bars.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string_view>

namespace refectory::ui {

void fill(Page& page, const Rect& where, Colour colour, float radius = 0);
void outline(Page& page, const Rect& where, Colour colour, float radius, float thickness);
// A ground with a border of its own colour, without a seam between the two.
void framed(Page& page, const Rect& where, Colour ground, Colour border, float radius, float thickness);
void disc(Page& page, Point centre, float radius, Colour colour);
void ring(Page& page, Point centre, float radius, Colour colour, float thickness);
void rule(Page& page, Point from, float width);

// A lighter disc that shows only where the place is: decoration of a large card.
void disc_within(Page& page, const Rect& place, Point centre, float radius, Colour colour);

// A wide soft shadow under a tight one, and the card on them.
void card(Page& page, const Rect& where, Colour colour = theme::card, float radius = theme::card_radius);
void icon(Page& page, Point centre, const char* glyph, float size, Colour colour);
// An icon in a tinted square with round corners.
void icon_tile(Page& page, const Rect& where, const char* glyph, Colour tint, Colour ink);
// Returns its width. The icon may be null.
float pill(Page& page, Point at, const char* glyph, std::string_view words, Colour tint, Colour ink, float height = 38);
float pill_width(const Page& page, const char* glyph, std::string_view words);
// A dot for each chair, full ones for those taken; more than twelve chairs are a bar.
void seats(Page& page, Point at, int taken, int chairs, Colour colour);
void bar(Page& page, const Rect& where, float fraction, Colour full = theme::green, Colour rest = theme::line);
void initials_disc(Page& page, Point centre, float radius, std::string_view initials);

}
