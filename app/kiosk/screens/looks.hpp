// What several pages draw alike: the colours and icons of a kind of activity, the band, the card of an activity.
#pragma once

#include "kiosk/intents.hpp"
#include "kiosk/screens/views.hpp"
#include "kiosk/widgets/page.hpp"
#include "kiosk/widgets/text.hpp"
#include "kiosk/words.hpp"

namespace refectory {

struct KindLook { const char* icon; ui::Colour tint, ink; };
KindLook look_of(ActivityKind kind);

void draw_band(ui::Page& page, const BandView& band);                           // with the mark
void draw_admin_mark(ui::Page& page, const BandView& band);                     // as behind the PIN
Intent draw_band_with_back(ui::Page& page, const BandView& band, std::string_view back, Intent asked = intent::GoBack{});
// "3 places left of 8" with its dots; full and waiting lists say so.
void draw_places(ui::Page& page, ui::Point at, const ActivityCardView& card, ui::Colour dots, ui::Colour ink);
// Returns whether it was tapped.
bool draw_activity_card(ui::Page& page, const ui::Rect& where, const ActivityCardView& card);
// The ways to those before, by what they are called, and after of a list that does not go on one page, at both ends of the place.
void draw_turns(ui::Page& page, const ui::Rect& where, std::size_t shown, std::size_t all, ListDraft& draft, std::string_view before = words::earlier);
void draw_problem(ui::Page& page, ui::Point at, float width, std::string_view words);

}
