// What the admin's page says of the kiosk: what waits for the desk, who is in, what runs here and whether the clock is trusted.
#pragma once

#include "domain/clock_trust.hpp"
#include "kiosk/pages.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

std::string waiting_for_desk_words(const Waiting& waiting);  // "47 facts and 12 answers"
// Of the sticks that are in, the first with a programme for this kiosk that is not the one that runs.
void present_admin(KioskStore& store, const ClockMemory& clock, Instant now, page::Admin& admin);

}
