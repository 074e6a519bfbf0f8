// Counts wrong letters, codes and PINs: five, then a wait that doubles from a minute to an hour. It has to pass by both clocks: by
// the monotonic one, which nobody sets, and by the one on the wall, which goes on while the machine is off. An end of the program
// shortens neither. While the machine was off, only the clock on the wall knows how long that was.
#pragma once

#include "domain/clock_trust.hpp"
#include "store/store_context.hpp"

#include <string>

namespace refectory {

inline constexpr int tries_before_wait = 5;

struct TryVerdict {
    bool allowed = false;
    int left = 0;         // tries after this one, if it is wrong
    milliseconds wait{};  // until the next is allowed
};

// Under which name each secret's tries are counted.
namespace tries_of {
inline constexpr const char* pin = "pin";
std::string letters(PersonId person);
std::string pass_letters(PersonId person);
std::string visit_code(PersonId person, const ActivityId& activity);
}

class Tries {
public:
    explicit Tries(StoreContext& context) : context_(context) {}

    // The try is counted on disk before anybody looks whether it is right, so that pulling the plug gives none back.
    // By its run a machine that was started anew is told from one that went on; without one the clock on the wall counts alone.
    Result<TryVerdict> begin_try(const std::string& subject, const ClockReading& now, const std::string& machine_run = {});
    Result<> succeeded(const std::string& subject);
    // Of all that somebody's own secrets were tried with. Within the caller's transaction.
    static void forget(StoreContext& context, PersonId person);

private:
    StoreContext& context_;
};

}
