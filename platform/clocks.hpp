// The machine's two clocks: the one on the wall, which can be set, and the one that only goes on (also through a sleep).
#pragma once

#include <chrono>
#include <string>

namespace refectory::platform {

std::chrono::sys_time<std::chrono::milliseconds> wall_now();
std::chrono::milliseconds monotonic_now();  // since the machine was started
// A name of the time since the machine was started, which no other such time has. Where the program may not see the kernel's own, the
// service manager tells it by MACHINE_RUN; empty where nobody does.
std::string machine_run();

}
