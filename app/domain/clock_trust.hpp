// Whether the kiosk's clock is to be believed. There is no network to set it by: it can be dead, wrong or set by hand.
#pragma once

#include "domain/facts.hpp"

namespace refectory {

struct ClockReading {
    Instant wall;
    milliseconds monotonic{};  // since the machine was started, never set
};

struct ClockMemory {
    std::optional<Instant> last_trusted;      // the last time that was believed
    Instant programme_issued_at{};            // no kiosk is earlier than the programme it runs
    std::optional<ClockReading> last_reading;  // of this run of the program
    bool untrusted = false;                   // stays until an admin confirms the clock
};

inline constexpr std::chrono::days longest_silence{90};       // a kiosk is not left switched off for longer than a term
inline constexpr std::chrono::minutes largest_step{2};        // between the wall clock and the monotonic one, in one run

// Takes one more reading into the memory and says what rows recorded now are to be marked with.
ClockTrust judge_clock(const ClockReading& reading, ClockMemory& memory);
// An admin has looked at the clock and said that it is right.
void confirm_clock(const ClockReading& reading, ClockMemory& memory);

}
