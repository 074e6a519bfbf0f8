// What a programme's chairs come to at the kiosk: those that the desk gave one by one are received, allotments are applied, and what is
// promised is kept whatever the programme says. Within the caller's transaction.
#pragma once

#include "store/activities.hpp"
#include "store/people.hpp"

namespace refectory {

// A kiosk whose disk was put back does not know all that it has promised, and neither does a desk that has not heard of it since: from
// such a desk it receives what was given, and promises nothing more.
void apply_chairs(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust);

// Of all that lies ahead: what is not promised is the desk's again.
void let_go_of_empty_chairs(StoreContext& context, Activities& activities, Instant now, ClockTrust trust);

}
