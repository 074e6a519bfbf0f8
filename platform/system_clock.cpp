#include "platform/system_clock.hpp"

#include <systemd/sd-bus.h>

#include <memory>

namespace refectory::platform {

namespace {

constexpr std::uint64_t longest_answer = 5'000'000;  // microseconds; somebody stands in front of it

struct CloseBus { void operator()(sd_bus* bus) const { sd_bus_flush_close_unref(bus); } };

std::string sentence_of(const sd_bus_error& error)
{
    if (sd_bus_error_has_name(&error, "org.freedesktop.timedate1.AutomaticTimeSyncEnabled"))
        return "This machine takes its time from the network, so it cannot be set by hand. Have that switched off first.";
    if (sd_bus_error_has_name(&error, SD_BUS_ERROR_ACCESS_DENIED) || sd_bus_error_has_name(&error, SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED))
        return "This machine does not let the kiosk set its clock. Have it set on the machine, then confirm it here.";
    return "This machine has nothing that sets its clock. Have it set on the machine, then confirm it here.";
}

}

std::expected<void, std::string> set_system_clock(std::chrono::sys_time<std::chrono::milliseconds> moment)
{
    sd_bus* opened = nullptr;
    sd_bus_error error = SD_BUS_ERROR_NULL;
    const int is_open = sd_bus_open_system(&opened);
    const std::unique_ptr<sd_bus, CloseBus> bus{opened};
    if (is_open < 0) return std::unexpected(sentence_of(error));
    sd_bus_set_method_call_timeout(bus.get(), longest_answer);
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(moment.time_since_epoch()).count();
    const int is_set = sd_bus_call_method(bus.get(), "org.freedesktop.timedate1", "/org/freedesktop/timedate1", "org.freedesktop.timedate1", "SetTime",
                                          &error, nullptr, "xbb", static_cast<std::int64_t>(microseconds), 0, 0);
    auto sentence = is_set < 0 ? sentence_of(error) : std::string{};
    sd_bus_error_free(&error);
    if (is_set < 0) return std::unexpected(std::move(sentence));
    return {};
}

}
