// Takes a programme over into the kiosk's tables, within the caller's transaction.
#pragma once

#include "store/activities.hpp"
#include "store/kiosk_identity.hpp"
#include "store/people.hpp"

namespace refectory {

// One sentence where the programme is not for this kiosk, not of its desk, or not newer than what it runs.
Result<> fault_of(const Programme& programme, const KioskIdentity& identity, const std::optional<ProgrammeHeader>& current);

// The programme's tables are replaced; people added here stay, and people who were erased do not come back. An activity that
// has left the programme stays for those who signed up for it, but is listed no more. Chairs that were promised are kept.
void apply(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust);

}
