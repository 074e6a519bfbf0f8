#include "platform/system_clock.hpp"

#include "platform/bus_connection.hpp"
#include "platform/systemd_library.hpp"

#include <thread>

namespace refectory::platform {

namespace {

using namespace std::chrono_literals;

constexpr auto longest_answer = 5s, longest_end = 3s;  // somebody stands in front of it
constexpr auto takes_it_from_a_network = "org.freedesktop.timedate1.AutomaticTimeSyncEnabled";

// What timedate1 says where it does not do what it is asked to: an error's name, which may be empty.
template <class... Arguments>
std::expected<void, std::string> ask(sd_bus* bus, const char* method, const char* types, Arguments... arguments)
{
    sd_bus_error error = SD_BUS_ERROR_NULL;
    const int done = systemd().sd_bus_call_method(bus, "org.freedesktop.timedate1", "/org/freedesktop/timedate1", "org.freedesktop.timedate1", method,
                                        &error, nullptr, types, arguments...);
    std::string name = error.name ? error.name : "";
    systemd().sd_bus_error_free(&error);
    if (done < 0) return std::unexpected(std::move(name));
    return {};
}

std::expected<void, std::string> ask_to_set(sd_bus* bus, std::chrono::sys_time<std::chrono::milliseconds> moment)
{
    const std::int64_t microseconds = std::chrono::duration_cast<std::chrono::microseconds>(moment.time_since_epoch()).count();
    return ask(bus, "SetTime", "xbb", microseconds, 0, 0);
}

// It has said so before the service that keeps the time has ended, and sets no clock until then.
std::expected<void, std::string> ask_to_set_when_it_has_ended(sd_bus* bus, std::chrono::sys_time<std::chrono::milliseconds> moment)
{
    const auto until = std::chrono::steady_clock::now() + longest_end;
    auto set = ask_to_set(bus, moment);
    for (; !set && set.error() == takes_it_from_a_network && std::chrono::steady_clock::now() < until; set = ask_to_set(bus, moment))
        std::this_thread::sleep_for(50ms);
    return set;
}

std::string sentence_of(const std::string& error)
{
    if (error == takes_it_from_a_network)
        return "This machine goes on taking its time from a network, so it cannot be set by hand. Try again in a minute.";
    if (error == SD_BUS_ERROR_ACCESS_DENIED || error == SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED)
        return "This machine does not let the kiosk set its clock. Have it set on the machine, then confirm it here.";
    return "This machine has nothing that sets its clock. Have it set on the machine, then confirm it here.";
}

}

std::expected<void, std::string> set_system_clock(std::chrono::sys_time<std::chrono::milliseconds> moment)
{
    const auto bus = open_system_bus(longest_answer);
    if (!bus) return std::unexpected(sentence_of({}));
    auto set = ask_to_set(bus.get(), moment);
    if (!set && set.error() == takes_it_from_a_network) {
        if (!ask(bus.get(), "SetNTP", "bb", 0, 0))
            return std::unexpected("This machine takes its time from a network and does not let the kiosk switch that off. Have it switched off on "
                                   "the machine, then set the clock here.");
        set = ask_to_set_when_it_has_ended(bus.get(), moment);
    }
    if (!set) return std::unexpected(sentence_of(set.error()));
    return {};
}

}
