// Random bytes of the operating system.
#pragma once

#include <cstdint>
#include <span>

namespace refectory::platform {

// Ends the program where the system has none to give: keys and letters without it would be no secrets.
void system_entropy(std::span<std::uint8_t> bytes);

}
