// Sets this machine's clock through timedate1 over the system bus. It decides nothing about the time and asks nobody for a password:
// where the machine's rules do not let this program, the sentence says so.
//
// Works: [X] a machine with systemd and a rule for org.freedesktop.timedate1.set-time
// Does not: [ ] a machine whose clock is set by the network: timedate1 refuses there
#pragma once

#include <chrono>
#include <expected>
#include <string>

namespace refectory::platform {

// A sentence that says what to do where it cannot be set.
std::expected<void, std::string> set_system_clock(std::chrono::sys_time<std::chrono::milliseconds> moment);

}
