// The machine's two clocks: the one on the wall, which can be set, and the one that only goes on (also through a sleep).
#pragma once

#include <chrono>

namespace refectory::platform {

std::chrono::sys_time<std::chrono::milliseconds> wall_now();
std::chrono::milliseconds monotonic_now();

}
