#include "platform/bus_connection.hpp"

#include "platform/systemd_library.hpp"

namespace refectory::platform {

void CloseBus::operator()(sd_bus* bus) const
{
    systemd().sd_bus_close_unref(bus);
}

// Opening only begins the conversation; the first call would wait for its end, however long that takes.
BusConnection open_system_bus(std::chrono::microseconds patience)
{
    if (!systemd_library()) return {};
    sd_bus* opened = nullptr;
    if (systemd().sd_bus_open_system(&opened) < 0) return {};
    BusConnection bus{opened};
    systemd().sd_bus_set_method_call_timeout(opened, static_cast<std::uint64_t>(patience.count()));
    const auto until = std::chrono::steady_clock::now() + patience;
    while (true) {
        const int is_ready = systemd().sd_bus_is_ready(opened);
        if (is_ready > 0) return bus;
        const auto left = std::chrono::duration_cast<std::chrono::microseconds>(until - std::chrono::steady_clock::now());
        if (is_ready < 0 || left.count() <= 0) return {};
        const int more = systemd().sd_bus_process(opened, nullptr);
        if (more < 0 || (more == 0 && systemd().sd_bus_wait(opened, static_cast<std::uint64_t>(left.count())) < 0)) return {};
    }
}

}
