// What one kiosk is told by a publication: its part of the spreadsheets, the chairs that were decided, receipts, erasures, codes and
// withdrawn passes. It decides nothing and writes nothing.
#pragma once

#include "desk/decisions.hpp"

namespace refectory {

Programme programme_of(DeskStore& store, const DeskProgramme& all, const KioskPlace& place, const Decisions& decisions, Instant now);

}
