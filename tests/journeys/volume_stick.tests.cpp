// What the kiosk's program asks of udisks2 for a stick, and what each answer means to the kiosk.
#include "kiosk/volume_stick.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

namespace {

std::vector<std::string> asked;
std::optional<platform::VolumeFault> fault;

struct HeardVolumes {
    explicit HeardVolumes(platform::Loops) {}

    std::expected<std::filesystem::path, platform::VolumeFault> mount(const std::string& object, platform::MountFor what_for)
    {
        asked.push_back(std::string{what_for == platform::MountFor::writing ? "mount for writing " : "mount for reading "} + object);
        if (fault) return std::unexpected(*fault);
        return "/media/stick";
    }
    std::expected<void, platform::VolumeFault> unmount(const std::string& object) { return answer("unmount " + object); }
    std::expected<void, platform::VolumeFault> power_off(const std::string& object) { return answer("power off " + object); }
    static bool is_there(const std::string&) { return !fault; }

private:
    static std::expected<void, platform::VolumeFault> answer(std::string question)
    {
        asked.push_back(std::move(question));
        if (fault) return std::unexpected(*fault);
        return {};
    }
};

struct StickInSocket {
    StickInSocket() { asked.clear(), fault.reset(); }
    VolumeStick<HeardVolumes> stick{"sda1", platform::Loops::are_none_of_ours};
};

}

TEST_CASE("a stick is mounted for what is done with it, unmounted, and its power switched off")
{
    StickInSocket socket;
    CHECK(socket.stick.open(StickAccess::writing) == "/media/stick");
    CHECK(socket.stick.close());
    CHECK(socket.stick.open(StickAccess::reading) == "/media/stick");
    CHECK(socket.stick.close());
    CHECK(socket.stick.let_go());
    CHECK(socket.stick.is_there());
    CHECK(asked == std::vector<std::string>{"mount for writing sda1", "unmount sda1", "mount for reading sda1", "unmount sda1", "power off sda1"});
}

TEST_CASE("each fault of a volume is the stick's that is told in a sentence of its own")
{
    StickInSocket socket;
    for (const auto& [theirs, ours] : {std::pair{platform::VolumeFault::no_service, StickFault::no_service},
                                       {platform::VolumeFault::gone, StickFault::pulled_out},
                                       {platform::VolumeFault::in_use, StickFault::in_use},
                                       {platform::VolumeFault::not_allowed, StickFault::not_allowed},
                                       {platform::VolumeFault::not_ours, StickFault::not_ours},
                                       {platform::VolumeFault::unreadable, StickFault::unreadable}}) {
        fault = theirs;
        CHECK(socket.stick.open(StickAccess::writing).error() == ours);
        CHECK(socket.stick.close().error() == ours);
        CHECK(socket.stick.let_go().error() == ours);
    }
    CHECK_FALSE(socket.stick.is_there());
}

TEST_CASE("a volume that cannot be written to is a stick that is told to be read-only, foreign or locked")
{
    CHECK(trouble_of(platform::VolumeTrouble::none) == StickTrouble::none);
    CHECK(trouble_of(platform::VolumeTrouble::read_only) == StickTrouble::read_only);
    CHECK(trouble_of(platform::VolumeTrouble::foreign) == StickTrouble::foreign);
    CHECK(trouble_of(platform::VolumeTrouble::encrypted) == StickTrouble::encrypted);
}
