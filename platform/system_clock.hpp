// Sets this machine's clock through timedate1 over the system bus. A machine that waits for a network to tell it the time, as Debian
// does when it is new, is told to leave that first, for good. It decides nothing about the time and asks nobody for a password: where
// the machine's rules do not let this program, the sentence says so.
//
// Works: [X] a machine with systemd and a rule for org.freedesktop.timedate1.set-time, which its set-ntp follows from
#pragma once

#include <chrono>
#include <expected>
#include <string>

namespace refectory::platform {

// A sentence that says what to do where it cannot be set.
std::expected<void, std::string> set_system_clock(std::chrono::sys_time<std::chrono::milliseconds> moment);

}
