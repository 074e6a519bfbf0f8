#include "platform/clocks.hpp"

#include <cstdlib>
#include <ctime>
#include <fstream>

namespace refectory::platform {

std::chrono::sys_time<std::chrono::milliseconds> wall_now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds monotonic_now()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds{time.tv_sec} +
           std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds{time.tv_nsec});
}

std::string machine_run()
{
    if (const auto* told = std::getenv("MACHINE_RUN")) return told;
    std::string name;
    std::getline(std::ifstream{"/proc/sys/kernel/random/boot_id"}, name);
    return name;
}

}
