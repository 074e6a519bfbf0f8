// What the desk tells a kiosk that it holds: where parcels of each of its origins ended, as far as nothing is missing before. It
// changes nothing.
#pragma once

#include "domain/programme.hpp"
#include "store/database.hpp"

namespace refectory {

// A kiosk that was put back to an earlier day finds its own among the newest ones.
inline constexpr int most_receipts_an_origin = 16;

std::vector<Receipt> receipts_for(Database& desk, const std::string& kiosk);

}
