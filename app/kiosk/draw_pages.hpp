// Draws whichever page is open.
#pragma once

#include "kiosk/intents.hpp"
#include "kiosk/pages.hpp"
#include "kiosk/widgets/page.hpp"

namespace refectory {

// `remaining` is what is left, from 1 to 0, of the time in which the page closes itself.
Intent draw_page(ui::Page& page, const BandView& band, PageState& state, float remaining);

}
