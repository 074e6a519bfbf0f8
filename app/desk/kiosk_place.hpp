// What a kiosk's place may be called, as a coordinator gives it.
#pragma once

#include "domain/result.hpp"
#include "store/known_kiosks.hpp"

namespace refectory {

// Tidied, or what is wrong with it.
Result<KioskPlace> checked_place(const KioskPlace& given);

}
