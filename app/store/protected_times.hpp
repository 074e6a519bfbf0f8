// Who was there and for how long, over all kiosks, from the facts that the desk holds. It changes nothing.
#pragma once

#include "domain/chair_decision.hpp"
#include "domain/ids.hpp"
#include "domain/protected_time.hpp"
#include "store/database.hpp"

#include <map>

namespace refectory {

// Of visits that began from the one moment on and before the other, also where another fact stands under the number of one. Visits under
// several numbers of one person are that person's.
std::map<PersonId, ProtectedTime> protected_times(Database& desk, Instant from, Instant until, const OnePerson& one_person);

}
