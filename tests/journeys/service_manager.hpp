// The service manager's end of the line, for programs that are started after it.
#pragma once

#include "support/folder.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace refectory::test {

class ServiceManager {
public:
    // Without a time it waits for no sign of life.
    explicit ServiceManager(std::optional<std::chrono::microseconds> watches = {})
        : descriptor_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto path = (folder_.path() / "notify").string();
        REQUIRE(path.size() < sizeof address.sun_path);
        path.copy(address.sun_path, path.size());
        REQUIRE(bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        setenv("NOTIFY_SOCKET", path.c_str(), 1);
        if (!watches) return;
        setenv("WATCHDOG_USEC", std::to_string(watches->count()).c_str(), 1);
        setenv("WATCHDOG_PID", "1", 1);
    }
    ~ServiceManager()
    {
        for (const auto* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) unsetenv(name);
        close(descriptor_);
    }
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    // Since it was asked the last time.
    std::vector<std::string> told() const
    {
        std::vector<std::string> messages;
        char text[256];
        for (ssize_t length = 0; (length = recv(descriptor_, text, sizeof text, 0)) > 0;) messages.emplace_back(text, static_cast<std::size_t>(length));
        return messages;
    }

private:
    Folder folder_;
    int descriptor_;
};

}
