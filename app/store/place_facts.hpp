// Reads who has a place and who waits at one kiosk, from its facts: the same at the kiosk itself and at the desk.
#pragma once

#include "domain/places.hpp"
#include "store/database.hpp"

#include <functional>

namespace refectory {

// Facts beyond what `counts` says of their origin are passed over: at the desk, those behind a gap.
using CountsUpTo = std::function<std::int64_t(const Origin&)>;
// Where several of its origins have none after them, the kiosk goes on with the one named: what they told comes before.
Places places_of(Database& database, const std::string& kiosk, const ActivityId& activity, const CountsUpTo& counts = {}, const Origin& goes_on = {});

}
