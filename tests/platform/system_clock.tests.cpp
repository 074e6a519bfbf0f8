// Not automated yet: a clock that is really set, for that is the machine's own.
#include "platform/system_clock.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdlib.h>

using namespace refectory::platform;

TEST_CASE("a machine without a bus says in a sentence that its clock cannot be set from here")
{
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
    const auto set = set_system_clock(std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::hours{24 * 365 * 57}});
    unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
    REQUIRE_FALSE(set);
    CHECK(set.error().find("then confirm it here") != std::string::npos);
}
