// The end of what each origin of a kiosk recorded.
#pragma once

namespace refectory {

class Database;

// The newest fact of each origin says what it says and follows from the one before.
bool heads_hold(Database& database);

}
