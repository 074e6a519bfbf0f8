// An admin with sticks, through the real udisks2 on loop devices: they are found, mounted, written, read back, unmounted; and they
// fail as sticks do. Not automated: powering off, and FAT, which want a stick in a socket.
#include "desk/desk.hpp"
#include "journeys/kiosk_in_front.hpp"
#include "kiosk/volume_stick.hpp"
#include "support/system_bus.hpp"

#include <sys/ioctl.h>

using namespace refectory;
using test::KioskInFront;

namespace {

constexpr std::string_view ours = "KMTP-";  // how the labels of these tests' sticks begin: the machine may have loop devices of its own

// Lets something happen to it once it is open.
class WatchedStick : public VolumeStick<> {
public:
    WatchedStick(std::string object, std::function<void(const std::filesystem::path&)> when_open)
        : VolumeStick(std::move(object), platform::Loops::count_as_sticks), when_open_(std::move(when_open))
    {
    }
    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        auto where = VolumeStick::open(access);
        if (where && access == StickAccess::writing) when_open_(*where);
        return where;
    }

private:
    std::function<void(const std::filesystem::path&)> when_open_;
};

struct KioskWithSockets {
    KioskWithSockets() { see(); }

    // What main.cpp does once a second; here it is done many times in one.
    void see()
    {
        here.sticks = sticks_that_are_in(udisks, platform::Loops::count_as_sticks);
        std::erase_if(here.sticks, [](const auto& stick) { return !stick.name.starts_with(ours); });
        if (when_open)
            for (auto& stick : here.sticks) stick.device = std::make_shared<WatchedStick>(stick.socket, when_open);
        here.pass_time(std::chrono::milliseconds{1});
    }
    void wait_for_sticks(std::size_t count)
    {
        REQUIRE(test::comes_true([&] { return see(), here.sticks.size() == count; }));
    }
    void export_to(const std::string& name)
    {
        here.tap("Export to " + name);
        here.wait_for_export();
    }
    void fails_with(const std::string& name, std::string_view sentence)
    {
        export_to(name);
        here.reads(words::exporting::failed);
        here.reads(sentence);
        CHECK_FALSE(here.store->exports().newest());
    }

    test::MachineWithUdisks machine;
    test::Folder images;
    platform::Udisks udisks{platform::Loops::count_as_sticks};
    std::function<void(const std::filesystem::path&)> when_open;
    KioskInFront here;
};

bool is_mounted(const std::string& device)
{
    return test::file_text("/proc/self/mounts").find(device + " ") != std::string::npos;
}

}

TEST_CASE("an admin chooses one of two sticks, the day goes to it, a programme comes from it, and it is free to be taken")
{
    if (const auto why = test::MachineWithUdisks::missing(); !why.empty()) SKIP(why);
    KioskWithSockets at;
    auto& here = at.here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    here.enter_admin();
    test::ImageStick one{"KMTP-ONE", at.images.path()}, two{"KMTP-TWO", at.images.path()};
    at.wait_for_sticks(2);
    here.reads("Export to KMTP-ONE");
    at.export_to("KMTP-TWO");
    here.reads("is on the stick, checked");
    here.reads(words::exporting::done);
    CHECK_FALSE(is_mounted(one.device()));
    CHECK_FALSE(is_mounted(two.device()));

    // At the desk: the stick is mounted there, the parcel taken in, and the next programme written, into a folder of its own.
    platform::Udisks at_the_desk{platform::Loops::count_as_sticks};
    const auto found = at_the_desk.volumes().value();
    const auto volume = std::ranges::find(found, "KMTP-TWO", &platform::UsbVolume::name);
    const auto folder = at_the_desk.mount(volume->object, platform::MountFor::writing).value();
    CHECK(test::names_in(folder) == std::vector<std::string>{"lost+found", "refectory-MC-ADULTS-20261124-000001.txt", "refectory-MC-ADULTS-20261124-000001.zip.age"});
    const auto copy = here.folder.path() / "desk.db";
    REQUIRE(collect_at_demonstration_desk(here.folder.path() / "desk", folder, copy, here.now.wall, test::seeded(9)));
    {
        const auto desk = Desk::open(here.folder.path() / "desk/desk", test::seeded(7), here.now.wall).value();
        auto programme = read_programme_folder(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", local_date(here.now.wall)).value();
        std::erase_if(programme.allotments, [](const auto& allotment) { return allotment.first.second != "MC-ADULTS"; });
        std::filesystem::create_directories(folder / "from the desk");
        REQUIRE(desk->publish(programme, folder / "from the desk", here.now.wall));
    }
    REQUIRE(at_the_desk.unmount(volume->object));

    here.tap(words::admin::back);
    at.export_to("KMTP-TWO");
    here.reads("is on the stick, checked");
    here.reads("Programme 2 runs now");
}

TEST_CASE("each way in which a stick fails is told, and the kiosk goes on as before")
{
    if (const auto why = test::MachineWithUdisks::missing(); !why.empty()) SKIP(why);
    KioskWithSockets at;
    auto& here = at.here;
    here.enter_admin();

    SECTION("something else of this machine has it open")
    {
        test::ImageStick stick{"KMTP-BUSY", at.images.path()};
        at.wait_for_sticks(1);
        const auto where = at.images.path() / "elsewhere";
        std::filesystem::create_directories(where);
        REQUIRE(::mount(stick.device().c_str(), where.c_str(), "ext4", 0, nullptr) == 0);
        std::ofstream open{where / "open.txt"};
        at.fails_with("KMTP-BUSY", error_of(StickFault::in_use).sentence);
        open.close();
        REQUIRE(::umount(where.c_str()) == 0);
        here.tap(words::admin::back);
        at.export_to("KMTP-BUSY");
        here.reads("is on the stick, checked");
    }
    SECTION("it is full")
    {
        test::ImageStick stick{"KMTP-FULL", at.images.path(), 2};
        at.when_open = [](const std::filesystem::path& where) {
            std::ofstream big{where / "film.mkv"};
            const std::string piece(4096, 'x');
            while (big.write(piece.data(), 4096).flush()) {}
        };
        at.wait_for_sticks(1);
        at.fails_with("KMTP-FULL", "There is not enough room on the stick");
    }
    SECTION("it is pulled out before the first byte")
    {
        test::ImageStick stick{"KMTP-PULLED", at.images.path()};
        at.when_open = [](const std::filesystem::path& where) {
            constexpr unsigned long shut_down = _IOR('X', 125, std::uint32_t);  // EXT4_IOC_SHUTDOWN, as when the device has gone
            std::uint32_t without_flushing = 2;
            const int folder = ::open(where.c_str(), O_RDONLY | O_DIRECTORY);
            REQUIRE(::ioctl(folder, shut_down, &without_flushing) == 0);
            ::close(folder);
        };
        at.wait_for_sticks(1);
        at.fails_with("KMTP-PULLED", "was pulled out");
        CHECK_FALSE(is_mounted(stick.device()));
    }
    SECTION("it takes every write and fails when it is to keep it")
    {
        const auto small = at.images.path() / "small";
        std::filesystem::create_directories(small);
        REQUIRE(::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=1m") == 0);
        {
            test::ImageStick stick{"KMTP-SHAM", small, 16};
            std::ofstream rest{small / "rest"};
            const std::string piece(4096, 'x');
            while (rest.write(piece.data(), 4096).flush()) {}
            at.wait_for_sticks(1);
            at.export_to("KMTP-SHAM");
            here.reads(words::exporting::failed);
            CHECK_FALSE(here.store->exports().newest());
            CHECK_FALSE(is_mounted(stick.device()));
        }
        ::umount2(small.c_str(), MNT_DETACH);
    }
    SECTION("udisks2 ends in the middle")
    {
        test::ImageStick stick{"KMTP-ALONE", at.images.path()};
        at.wait_for_sticks(1);
        at.machine.end_udisks();
        at.fails_with("KMTP-ALONE", error_of(StickFault::no_service).sentence);
    }
    SECTION("it has no file system that is written here")
    {
        test::ImageStick stick{"KMTP-SQUASH", at.images.path(), 16, {"mkfs.ext2", "-q", "-F", "-L"}};
        at.wait_for_sticks(1);
        here.reads("KMTP-SQUASH has a format that is not written here");
    }
    here.pass_time(std::chrono::minutes{2});
    here.reads(words::welcome::lunches);
}
