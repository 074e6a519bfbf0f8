// The names of people who added themselves at a kiosk, as far as parcels brought them and nobody has erased them.
#pragma once

#include "domain/erasable.hpp"
#include "store/database.hpp"

#include <optional>

namespace refectory {

std::optional<AddedName> added_name(Database& desk, PersonId person);
// Also whose name was erased.
bool was_added_at_a_kiosk(Database& desk, PersonId person);

}
