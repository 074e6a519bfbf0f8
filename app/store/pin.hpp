// The admin's PIN, chosen at the kiosk: none is built in, and only its hash is kept. The tries are counted by Tries, before
// anybody asks here.
#pragma once

#include "store/store_context.hpp"

#include <string_view>

namespace refectory {

class Pin {
public:
    explicit Pin(StoreContext& context) : context_(context) {}

    bool is_chosen();
    // Refuses what is not six digits. That a PIN was chosen is a fact; the digits are not. The one before is in no backup either.
    Result<> choose(std::string_view pin, Instant now, ClockTrust trust);
    Result<bool> check(std::string_view pin);  // false where none has been chosen
    // For who has a terminal where nobody knows the PIN any more. That one is chosen then is a fact again.
    Result<> forget();
    // That an admin came in is a fact.
    Result<> entered(Instant now, ClockTrust trust);

private:
    StoreContext& context_;
};

}
