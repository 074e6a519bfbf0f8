// The clock of a machine that is not this one: a timedate1 of the tests' own on a bus of theirs. Not automated yet: a clock that is
// really set, for that is the machine's own.
#include "platform/system_clock.hpp"

#include "support/own_bus.hpp"
#include "support/silent_socket.hpp"

#include <systemd/sd-bus.h>

#include <atomic>

using namespace refectory;
using namespace refectory::platform;

namespace {

const std::chrono::sys_time<std::chrono::milliseconds> noon{std::chrono::hours{24 * 365 * 57 + 12}};

// It answers as the real one: as long as something keeps the time, and while that is ending, it sets no clock.
class TimeService {
public:
    explicit TimeService(bool takes_it_from_a_network) : takes_it_from_a_network_(takes_it_from_a_network)
    {
        REQUIRE(sd_bus_open_system(&bus_) >= 0);
        const auto handle = [](sd_bus_message* message, void* self, sd_bus_error*) { return static_cast<TimeService*>(self)->answer(message); };
        REQUIRE(sd_bus_add_object(bus_, nullptr, "/org/freedesktop/timedate1", handle, this) >= 0);
        REQUIRE(sd_bus_request_name(bus_, "org.freedesktop.timedate1", 0) >= 0);
        serves_ = std::thread{[this] { serve(); }};
    }
    ~TimeService()
    {
        ends_ = true;
        serves_.join();
        sd_bus_flush_close_unref(bus_);
    }
    TimeService(const TimeService&) = delete;
    TimeService& operator=(const TimeService&) = delete;

    std::atomic<bool> may_be_switched_off = true, may_be_set = true;
    std::atomic<int> refusals_while_it_ends = 3;
    std::atomic<std::int64_t> was_set_to = 0;

private:
    void serve()
    {
        while (!ends_) {
            while (sd_bus_process(bus_, nullptr) > 0) {}
            sd_bus_wait(bus_, 10'000);
        }
    }

    int answer(sd_bus_message* message)
    {
        if (sd_bus_message_is_method_call(message, "org.freedesktop.timedate1", "SetNTP") > 0) {
            if (!may_be_switched_off) return sd_bus_reply_method_errorf(message, SD_BUS_ERROR_ACCESS_DENIED, "no");
            int on = 1, asks = 0;
            sd_bus_message_read(message, "bb", &on, &asks);
            takes_it_from_a_network_ = on != 0;
            is_ending_ = on == 0;
            return sd_bus_reply_method_return(message, nullptr);
        }
        if (sd_bus_message_is_method_call(message, "org.freedesktop.timedate1", "SetTime") <= 0) return 0;
        const bool still = takes_it_from_a_network_ || (is_ending_ && refusals_while_it_ends-- > 0);
        if (still) return sd_bus_reply_method_errorf(message, "org.freedesktop.timedate1.AutomaticTimeSyncEnabled", "not yet");
        if (!may_be_set) return sd_bus_reply_method_errorf(message, SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED, "no");
        std::int64_t microseconds = 0;
        int is_relative = 1, asks = 1;
        sd_bus_message_read(message, "xbb", &microseconds, &is_relative, &asks);
        if (is_relative || asks) return sd_bus_reply_method_errorf(message, SD_BUS_ERROR_INVALID_ARGS, "no");
        was_set_to = microseconds;
        return sd_bus_reply_method_return(message, nullptr);
    }

    sd_bus* bus_ = nullptr;
    std::atomic<bool> ends_ = false;
    bool takes_it_from_a_network_, is_ending_ = false;
    std::thread serves_;
};

bool says(const std::expected<void, std::string>& set, std::string_view words)
{
    INFO((set ? "it was set" : set.error()));
    CHECK(!set);
    return !set && set.error().find(words) != std::string::npos;
}

}

TEST_CASE("a machine without a bus says in a sentence that its clock cannot be set from here")
{
    const test::BusAddress nowhere{"/nowhere/at/all"};
    CHECK(says(set_system_clock(noon), "then confirm it here"));
}

TEST_CASE("a clock that nothing keeps is set as it is asked")
{
    if (const auto why = test::OwnBus::missing(); !why.empty()) SKIP(why);
    const test::OwnBus bus;
    TimeService service{false};
    REQUIRE(set_system_clock(noon));
    CHECK(service.was_set_to == std::chrono::duration_cast<std::chrono::microseconds>(noon.time_since_epoch()).count());
    service.may_be_set = false;
    CHECK(says(set_system_clock(noon), "does not let the kiosk set its clock"));
}

TEST_CASE("a machine that waits for a network to tell it the time is told to leave that, and then its clock is set")
{
    if (const auto why = test::OwnBus::missing(); !why.empty()) SKIP(why);
    const test::OwnBus bus;
    TimeService service{true};
    SECTION("once what kept it has ended")
    {
        REQUIRE(set_system_clock(noon));
        CHECK(service.was_set_to != 0);
    }
    SECTION("what does not end is said")
    {
        service.refusals_while_it_ends = 1'000'000;
        CHECK(says(set_system_clock(noon), "goes on taking its time from a network"));
    }
    SECTION("where the machine's rules do not allow it, that is what is said")
    {
        service.may_be_switched_off = false;
        CHECK(says(set_system_clock(noon), "does not let the kiosk switch that off"));
        CHECK(service.was_set_to == 0);
    }
}

TEST_CASE("a bus that never answers keeps nobody waiting for their clock")
{
    const test::Folder folder;
    const test::SilentSocket silent{folder / "bus"};
    const test::BusAddress address{folder / "bus"};
    const auto began = std::chrono::steady_clock::now();
    CHECK(says(set_system_clock(noon), "nothing that sets its clock"));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{8});
}
