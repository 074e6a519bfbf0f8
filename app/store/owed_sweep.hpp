// Names and words that were emptied stand on in a database file's spare pages until it is rewritten. That this is still to be done is
// kept in the database itself: over a power cut, and for as long as another program reads it.
#pragma once

#include "store/database.hpp"

namespace refectory {

void owe_sweep(Database& database);  // in the transaction that empties
bool owes_sweep(Database& database);
void swept(Database& database);

// Outside a transaction. An error leaves it owed.
Result<> sweep_if_owed(Database& database);

}
