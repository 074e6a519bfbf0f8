#include "platform/watchdog.hpp"

#include "platform/systemd_library.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace refectory::platform {

namespace {

// A third of the time after which the program counts as hanging: two of them may be late.
std::optional<std::chrono::milliseconds> asked_for()
{
    const auto* text = std::getenv("WATCHDOG_USEC");
    if (!text) return std::nullopt;
    const std::string_view digits{text};
    std::int64_t microseconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), microseconds);
    if (error != std::errc{} || end != digits.data() + digits.size() || microseconds < 3000) return std::nullopt;
    return std::chrono::milliseconds{microseconds / 3000};
}

// Where nobody listens nothing is loaded to say it with.
void tell(const char* state)
{
    if (std::getenv("NOTIFY_SOCKET") != nullptr && systemd_library() != nullptr) systemd().sd_notify(0, state);
}

}

Watchdog::Watchdog() : every_(asked_for()) {}

Watchdog::~Watchdog()
{
    if (is_up_) tell("STOPPING=1");
}

void Watchdog::turned(std::chrono::milliseconds monotonic)
{
    if (!is_up_) tell("READY=1");
    is_up_ = true;
    if (!every_ || (told_ && monotonic - *told_ < *every_)) return;
    told_ = monotonic;
    tell("WATCHDOG=1");
}

std::optional<std::chrono::milliseconds> Watchdog::longest_sleep(std::chrono::milliseconds monotonic) const
{
    if (!every_ || !told_) return every_;
    return std::clamp(*told_ + *every_ - monotonic, std::chrono::milliseconds{0}, *every_);
}

}
