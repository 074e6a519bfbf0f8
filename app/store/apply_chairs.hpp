// What a programme's chairs come to at the kiosk: those that the desk gave one by one are received, allotments are applied, and what is
// promised is kept whatever the programme says. Within the caller's transaction.
#pragma once

#include "store/activities.hpp"
#include "store/people.hpp"

namespace refectory {

// A kiosk whose disk was put back does not know all that it has promised, and neither does a desk that has not heard of it since. One
// disk in two computers may be known to the desk by both, and chairs are there for one. So the desk says for which history it decided;
// any other one keeps what it promised, and promises nothing more.
bool is_for_here(StoreContext& context, const Programme& programme);
void apply_chairs(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust);

// Of all that lies ahead: what is not promised is the desk's again.
void let_go_of_empty_chairs(StoreContext& context, Activities& activities, Instant now, ClockTrust trust);

}
