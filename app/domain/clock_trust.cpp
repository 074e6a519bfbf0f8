#include "domain/clock_trust.hpp"

namespace refectory {

namespace {

bool stepped(const ClockReading& reading, const ClockMemory& memory)
{
    if (!memory.last_reading) return false;
    const auto wall = reading.wall - memory.last_reading->wall;
    const auto monotonic = reading.monotonic - memory.last_reading->monotonic;
    return std::chrono::abs(wall - monotonic) > largest_step;
}

}

ClockTrust judge_clock(const ClockReading& reading, ClockMemory& memory)
{
    const bool behind = (memory.last_trusted && reading.wall < *memory.last_trusted) ||
                        reading.wall < memory.programme_issued_at;
    const bool ahead = memory.last_trusted && reading.wall > *memory.last_trusted + longest_silence;
    if (behind || ahead || stepped(reading, memory)) memory.untrusted = true;
    memory.last_reading = reading;
    if (memory.untrusted) return ClockTrust::untrusted;
    memory.last_trusted = reading.wall;
    return ClockTrust::trusted;
}

void confirm_clock(const ClockReading& reading, ClockMemory& memory)
{
    memory.untrusted = false;
    memory.last_reading = reading;
    memory.last_trusted = reading.wall;
}

}
