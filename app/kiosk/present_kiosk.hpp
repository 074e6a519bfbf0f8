// What the admin's pages say of the kiosk itself: what left it, what it runs on, and its clock.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

LeftView present_left(KioskStore& store, Instant now);
ThisKioskView present_this_kiosk(Flow& flow);
ClockView present_clock(Flow& flow, const page::Clock& clock);

}
