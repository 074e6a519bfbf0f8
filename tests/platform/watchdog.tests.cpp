// What is told to a real service manager's socket is tested with the program itself (journeys/journal.tests.cpp).
#include "platform/watchdog.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace refectory::platform;
using namespace std::chrono_literals;

namespace {

struct Asked {
    explicit Asked(const char* microseconds) { setenv("WATCHDOG_USEC", microseconds, 1); }
    ~Asked() { unsetenv("WATCHDOG_USEC"); }
};

}

TEST_CASE("the loop sleeps as long as it likes where nobody waits to hear of it")
{
    Watchdog watchdog;
    watchdog.turned(5s);
    CHECK_FALSE(watchdog.longest_sleep(6s));
    for (const auto* nonsense : {"", "soon", "-5000000", "12 ", "99999999999999999999", "1"}) {
        const Asked asked{nonsense};
        CHECK_FALSE(Watchdog{}.longest_sleep(0s));
    }
}

TEST_CASE("the loop comes round three times in the time after which it counts as hanging, whatever process was named")
{
    const Asked asked{"30000000"};
    setenv("WATCHDOG_PID", "1", 1);
    Watchdog watchdog;
    unsetenv("WATCHDOG_PID");
    watchdog.turned(100s);
    CHECK(watchdog.longest_sleep(100s) == 10s);
    CHECK(watchdog.longest_sleep(104s) == 6s);
    watchdog.turned(104s);  // too early to tell again
    CHECK(watchdog.longest_sleep(104s) == 6s);
    CHECK(watchdog.longest_sleep(200s) == 0s);
    watchdog.turned(200s);
    CHECK(watchdog.longest_sleep(200s) == 10s);
}
