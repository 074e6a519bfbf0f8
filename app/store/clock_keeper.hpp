// What the kiosk remembers of its clock from one run to the next. It judges nothing: domain/clock_trust.hpp does.
#pragma once

#include "domain/clock_trust.hpp"
#include "store/store_context.hpp"

namespace refectory {

class ClockKeeper {
public:
    explicit ClockKeeper(StoreContext& context) : context_(context) {}

    ClockMemory recall();  // without a last reading: that is of one run alone
    Result<> keep(const ClockMemory& memory);
    // An admin said that the clock is right: recorded and remembered together.
    Result<> confirmed(const ClockMemory& memory, Instant now);

private:
    Result<> write(const ClockMemory& memory);
    StoreContext& context_;
};

}
