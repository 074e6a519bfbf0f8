// Tells the service manager that the program is up, and from then on that its loop still turns; a loop that hangs is silent, and
// the program is started anew. Without a service manager nothing is told.
//
// Works: [X] being asked by WATCHDOG_USEC alone. WATCHDOG_PID is not looked at: it names the wrong process where the program was
//            started through another one
// Does not: [ ] a thread of its own, which would go on telling while the loop hangs
#pragma once

#include <chrono>
#include <optional>

namespace refectory::platform {

class Watchdog {
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // Of the loop alone, when it has come round.
    void turned(std::chrono::milliseconds monotonic);
    // How long the loop may sleep; nothing where nobody waits.
    std::optional<std::chrono::milliseconds> longest_sleep(std::chrono::milliseconds monotonic) const;

private:
    std::optional<std::chrono::milliseconds> every_, told_;
    bool is_up_ = false;
};

}
