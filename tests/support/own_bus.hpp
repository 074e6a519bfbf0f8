// A system bus of a test's own, where everybody may say and be everything. As long as it is there, it is the one that programs find.
#pragma once

#include "support/child.hpp"
#include "support/folder.hpp"
#include "support/patience.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <optional>

namespace refectory::test {

// Where programs look for the system bus, as long as this is there.
class BusAddress {
public:
    explicit BusAddress(const std::filesystem::path& socket)
    {
        if (const char* before = std::getenv(name)) before_ = before;
        ::setenv(name, ("unix:path=" + socket.string()).c_str(), 1);
    }
    ~BusAddress() { before_ ? ::setenv(name, before_->c_str(), 1) : ::unsetenv(name); }
    BusAddress(const BusAddress&) = delete;
    BusAddress& operator=(const BusAddress&) = delete;

private:
    static constexpr auto name = "DBUS_SYSTEM_BUS_ADDRESS";
    std::optional<std::string> before_;
};

class OwnBus {
public:
    // Why there can be none here; empty where there can be.
    static std::string missing() { return std::filesystem::exists("/usr/bin/dbus-daemon") ? "" : "/usr/bin/dbus-daemon is not installed"; }

    OwnBus()
    {
        std::filesystem::create_directories(folder_ / "services");
        put(folder_ / "bus.conf", fmt::format(configuration, (folder_ / "bus").string(), (folder_ / "services").string()));
        daemon_.emplace(quiet({"dbus-daemon", "--nofork", "--nopidfile", "--config-file", (folder_ / "bus.conf").string()}));
        REQUIRE(comes_true([this] { return std::filesystem::exists(folder_ / "bus"); }));
    }

    // What the bus is to start where somebody wants that service.
    void starts(const std::string& service, const std::string& command) const
    {
        put(folder_ / "services" / (service + ".service"), fmt::format("[D-BUS Service]\nName={}\nExec={}\nUser=root\n", service, command));
    }

private:
    static constexpr std::string_view configuration =
        "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN'\n"
        " 'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'>\n"
        "<busconfig><type>system</type><listen>unix:path={}</listen><servicedir>{}</servicedir><auth>EXTERNAL</auth>"
        "<policy context='default'><allow user='*'/><allow own='*'/><allow send_destination='*' eavesdrop='true'/>"
        "<allow eavesdrop='true'/></policy></busconfig>\n";

    Folder folder_;
    BusAddress address_{folder_ / "bus"};
    std::optional<Child> daemon_;
};

}
