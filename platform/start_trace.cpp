#include "platform/start_trace.hpp"

#include <ctime>

#include <fmt/format.h>

namespace refectory::platform {

namespace {

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

double milliseconds_of(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>{time}.count();
}

}

// Nothing tells to less than a hundredth of a second when a process began; the processor's time says what loading took, but for what
// it waited for the disk.
StartTrace::StartTrace() : began_(read(CLOCK_MONOTONIC) - read(CLOCK_PROCESS_CPUTIME_ID))
{
    reached("loaded");
}

void StartTrace::reached(std::string_view step)
{
    steps_.push_back({std::string{step}, read(CLOCK_MONOTONIC) - began_});
}

std::string StartTrace::words() const
{
    std::string words;
    Time before{};
    for (const auto& [name, ended] : steps_) {
        words += fmt::format("{:8.2f} ms {:+8.2f}  {}\n", milliseconds_of(ended), milliseconds_of(ended - before), name);
        before = ended;
    }
    return words;
}

}
