#include "platform/clocks.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>

using namespace refectory::platform;

TEST_CASE("the monotonic clock counts from when the machine was started, and not the program")
{
    double uptime = 0;
    std::ifstream{"/proc/uptime"} >> uptime;
    CHECK(std::abs(std::chrono::duration<double>(monotonic_now()).count() - uptime) < 5);
}

TEST_CASE("this run of the machine has a name, which the service manager may tell")
{
    CHECK(machine_run().size() == 36);
    CHECK(machine_run() == machine_run());
    setenv("MACHINE_RUN", "0123456789abcdef", 1);
    CHECK(machine_run() == "0123456789abcdef");
    unsetenv("MACHINE_RUN");
}
