// Sticks through the real udisks2, on a bus of this test's own. A loop device has no drive, so powering off is not automated: for
// that, and for FAT, which needs a module that a machine for tests may not have, put a real stick in.
#include "platform/udisks.hpp"

#include "support/silent_socket.hpp"
#include "support/system_bus.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <grp.h>
#include <unistd.h>

#include <fstream>

using namespace refectory;
using namespace refectory::platform;

namespace {

udisks::Interfaces a_block(const std::string& type, const std::string& drive)
{
    udisks::Properties block{{"IdType", type}, {"IdLabel", std::string{"KMTP"}}, {"Size", std::uint64_t{8'000'000}}, {"Drive", drive}};
    udisks::Interfaces one{{std::string{udisks::block}, block}};
    if (!type.empty() && type != "BitLocker") one.emplace(udisks::filesystem, udisks::Properties{});
    return one;
}

udisks::Interfaces a_drive(const std::string& bus, bool removable)
{
    return {{std::string{udisks::drive}, {{"ConnectionBus", bus}, {"Removable", removable}, {"Model", std::string{"Cruzer"}}}}};
}

udisks::Interfaces mounted_at(udisks::Interfaces block, const std::string& folder)
{
    block.insert_or_assign(std::string{udisks::filesystem}, udisks::Properties{{"MountPoints", std::vector{folder}}});
    return block;
}

std::optional<UsbVolume> named(Udisks& udisks, std::string_view name)
{
    const auto volumes = udisks.volumes();
    if (!volumes) return std::nullopt;
    const auto found = std::ranges::find(*volumes, name, &UsbVolume::name);
    return found == volumes->end() ? std::nullopt : std::optional{*found};
}

std::optional<UsbVolume> on_device(Udisks& udisks, const std::string& device)
{
    const auto volumes = udisks.volumes();
    if (!volumes) return std::nullopt;
    const auto found = std::ranges::find_if(*volumes, [&](const auto& volume) {
        return volume.object.ends_with("/" + std::filesystem::path{device}.filename().string());
    });
    return found == volumes->end() ? std::nullopt : std::optional{*found};
}

std::string mount_options(const std::filesystem::path& where)
{
    std::ifstream stream{"/proc/self/mountinfo"};
    for (std::string line; std::getline(stream, line);)
        if (line.find(" " + where.string() + " ") != std::string::npos) return line;
    return {};
}

// The kiosk's user is nobody that a stick knows. What was connected to the bus before stays so as who it was.
class AsSomebody {
public:
    AsSomebody() { REQUIRE((::setgroups(0, nullptr) == 0 && ::setegid(nobody) == 0 && ::seteuid(nobody) == 0)); }
    ~AsSomebody() { CHECK((::seteuid(0) == 0 && ::setegid(0) == 0)); }
    AsSomebody(const AsSomebody&) = delete;
    AsSomebody& operator=(const AsSomebody&) = delete;

private:
    static constexpr uid_t nobody = 65534;
};

}

TEST_CASE("a stick is what is on a removable or USB drive, and each is told by what can be done with it")
{
    const std::string stick = "/drive/stick", disk = "/drive/disk";
    udisks::Objects objects{{stick, a_drive("usb", false)}, {disk, a_drive("", false)}};
    objects["/block/a"] = a_block("vfat", stick);
    objects["/block/b"] = a_block("ntfs", stick);
    objects["/block/c"] = a_block("BitLocker", stick);
    objects["/block/d"] = a_block("", stick);
    objects["/block/e"] = a_block("ext4", disk);
    objects["/block/f"] = a_block("exfat", stick);
    objects["/block/f"].find(udisks::block)->second["ReadOnly"] = true;
    objects["/block/g"] = a_block("vfat", stick);
    objects["/block/g"].find(udisks::block)->second["HintSystem"] = true;
    objects["/block/h"] = a_block("", stick);
    objects["/block/h"].emplace(udisks::partition_table, udisks::Properties{});
    objects["/block/i"] = a_block("ext4", "/");
    objects["/block/i"].emplace(udisks::loop, udisks::Properties{});

    std::vector<std::pair<std::string, VolumeTrouble>> told;
    for (const auto& volume : volumes_of(objects, Loops::are_none_of_ours)) told.emplace_back(volume.object, volume.trouble);
    CHECK(told == std::vector<std::pair<std::string, VolumeTrouble>>{{"/block/a", VolumeTrouble::none},
                                                                     {"/block/b", VolumeTrouble::foreign},
                                                                     {"/block/c", VolumeTrouble::encrypted},
                                                                     {"/block/d", VolumeTrouble::foreign},
                                                                     {"/block/f", VolumeTrouble::read_only}});
    CHECK(volumes_of(objects, Loops::count_as_sticks).size() == told.size() + 1);
}

TEST_CASE("nothing of a USB disk that the machine runs from is a stick")
{
    udisks::Objects objects{{"/drive/a", a_drive("usb", false)}, {"/drive/b", a_drive("usb", false)}, {"/drive/c", a_drive("usb", true)}};
    objects["/block/a1"] = mounted_at(a_block("vfat", "/drive/a"), "/boot/firmware");
    objects["/block/a2"] = a_block("ext4", "/drive/a");
    objects["/block/b1"] = a_block("", "/drive/b");
    objects["/block/b2"] = a_block("vfat", "/drive/b");
    objects["/block/unlocked"] = mounted_at(a_block("ext4", "/"), "/");
    objects["/block/unlocked"].find(udisks::block)->second["CryptoBackingDevice"] = std::string{"/block/b1"};
    objects["/block/c1"] = mounted_at(a_block("vfat", "/drive/c"), "/media/kiosk/KMTP");
    const auto volumes = volumes_of(objects, Loops::are_none_of_ours);
    REQUIRE(volumes.size() == 1);
    CHECK(volumes[0].object == "/block/c1");
}

TEST_CASE("a disk is the machine's by where it is mounted, and a stick that was mounted by hand is offered all the same")
{
    udisks::Objects objects{{"/drive/a", a_drive("usb", true)}};
    const auto is_offered = [&](const udisks::Interfaces& block) {
        objects["/block/a1"] = block;
        const auto volumes = volumes_of(objects, Loops::are_none_of_ours);
        return !volumes.empty() && volumes[0].trouble == VolumeTrouble::none;
    };
    for (const auto* by_hand : {"/srv", "/stick", "/home/stick", "/mnt", "/media/kiosk/KMTP", "/bootleg", "/homes"}) {
        CAPTURE(by_hand);
        CHECK(is_offered(mounted_at(a_block("vfat", "/drive/a"), by_hand)));
    }
    for (const auto* of_system : {"/", "/boot", "/boot/efi", "/usr", "/var", "/var/lib/refectory", "/home", "/etc", "/nix/store", "/opt"}) {
        CAPTURE(of_system);
        CHECK_FALSE(is_offered(mounted_at(a_block("ext4", "/drive/a"), of_system)));
    }
    objects["/block/a2"] = a_block("swap", "/drive/a");
    objects["/block/a2"].insert_or_assign(std::string{udisks::swap}, udisks::Properties{{"Active", true}});
    CHECK_FALSE(is_offered(a_block("vfat", "/drive/a")));
    objects["/block/a2"].find(udisks::swap)->second["Active"] = false;
    CHECK(is_offered(a_block("vfat", "/drive/a")));
}

TEST_CASE("a stick without a label has its drive's name")
{
    udisks::Objects objects{{"/drive/stick", a_drive("usb", true)}, {"/block/a", a_block("vfat", "/drive/stick")}};
    objects["/block/a"].find(udisks::block)->second.erase("IdLabel");
    CHECK(volumes_of(objects, Loops::are_none_of_ours).front().name == "Cruzer");
}

TEST_CASE("where there is no bus, that is what is said")
{
    const test::BusAddress nowhere{"/nowhere/at-all"};
    Udisks udisks;
    CHECK(udisks.volumes().error() == VolumeFault::no_service);
    CHECK(udisks.mount("/block/a", MountFor::writing).error() == VolumeFault::no_service);
}

TEST_CASE("a bus that accepts and never answers is waited for a few seconds and no longer")
{
    const test::Folder folder;
    const test::SilentSocket silent{folder / "bus"};
    const test::BusAddress address{folder / "bus"};
    const auto began = std::chrono::steady_clock::now();
    CHECK(Udisks{}.volumes().error() == VolumeFault::no_service);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{5});
}

TEST_CASE("a udisks2 that does not run is asked for and not waited for")
{
    if (const auto why = test::OwnBus::missing(); !why.empty()) SKIP(why);
    const test::OwnBus bus;
    const test::Folder folder;
    test::put(folder / "slow", "#!/bin/sh\n: >\"$0.started\"\nexec sleep 3\n");
    std::filesystem::permissions(folder / "slow", std::filesystem::perms::owner_all);
    bus.starts("org.freedesktop.UDisks2", (folder / "slow").string());
    Udisks udisks;
    const auto began = std::chrono::steady_clock::now();
    CHECK(udisks.volumes().error() == VolumeFault::no_service);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{1});
    CHECK(test::comes_true([&] { return std::filesystem::exists(folder / "slow.started"); }));
}

TEST_CASE("a stick comes, is mounted so that nothing on it can run, is unmounted, and goes, all through udisks2")
{
    if (const auto why = test::MachineWithUdisks::missing(); !why.empty()) SKIP(why);
    test::MachineWithUdisks machine;
    test::Folder folder;
    Udisks udisks{Loops::count_as_sticks}, of_the_worker{Loops::count_as_sticks};
    REQUIRE(udisks.volumes());
    CHECK_FALSE(named(udisks, "KMTP-ONE"));

    test::ImageStick stick{"KMTP-ONE", folder.path()};
    REQUIRE(test::comes_true([&] { return named(udisks, "KMTP-ONE").has_value(); }));
    const auto volume = *named(udisks, "KMTP-ONE");
    CHECK(volume.type == "ext4");
    CHECK(volume.trouble == VolumeTrouble::none);
    CHECK(volume.bytes == 16 * 1024 * 1024);
    CHECK_FALSE(named(*std::make_unique<Udisks>(), "KMTP-ONE"));

    const auto where = of_the_worker.mount(volume.object, MountFor::writing);
    REQUIRE(where);
    const auto options = mount_options(*where);
    for (const auto* option : {"rw", "nosuid", "nodev", "noexec"}) CHECK(options.find(option) != std::string::npos);
    test::put(*where / "note.txt", "whole");

    SECTION("what has it open keeps it, and says so")
    {
        std::ofstream open{*where / "open.txt"};
        CHECK(of_the_worker.unmount(volume.object).error() == VolumeFault::in_use);
        CHECK(of_the_worker.mount(volume.object, MountFor::reading).error() == VolumeFault::in_use);
    }
    SECTION("it can be mounted for reading after that, and what was written is there")
    {
        REQUIRE(of_the_worker.unmount(volume.object));
        REQUIRE(of_the_worker.unmount(volume.object));
        CHECK(mount_options(*where).empty());
        const auto again = of_the_worker.mount(volume.object, MountFor::reading);
        REQUIRE(again);
        CHECK(mount_options(*again).find("ro,nosuid") != std::string::npos);
        CHECK(test::file_text(*again / "note.txt") == "whole");
    }
    SECTION("a udisks2 that ends is said, and one that begins again serves")
    {
        machine.end_udisks();
        CHECK(test::comes_true([&] { return !udisks.volumes(); }));
        CHECK(udisks.volumes().error() == VolumeFault::no_service);
        machine.start_udisks();
        CHECK(test::comes_true([&] { return named(udisks, "KMTP-ONE").has_value(); }));
    }
    CHECK(of_the_worker.unmount(volume.object));
    CHECK(of_the_worker.power_off(volume.object));
    stick.pull_out();
    CHECK(test::comes_true([&] { return !named(udisks, "KMTP-ONE"); }));
    CHECK_FALSE(of_the_worker.mount(volume.object, MountFor::writing));
    CHECK(of_the_worker.mount("/org/freedesktop/UDisks2/block_devices/nothing", MountFor::writing).error() == VolumeFault::gone);
}

TEST_CASE("a stick with no file system that can be mounted is unreadable for as long as it is in")
{
    if (const auto why = test::MachineWithUdisks::missing(); !why.empty()) SKIP(why);
    const test::MachineWithUdisks machine;
    const test::Folder folder;
    Udisks udisks{Loops::count_as_sticks};
    const auto [type, trouble, format] = GENERATE(table<std::string, VolumeTrouble, std::vector<std::string>>({
        {"", VolumeTrouble::foreign, {}},
        {"crypto_LUKS", VolumeTrouble::encrypted, {"sh", "-c", R"(printf 'LUKS\272\276\000\001' | dd of="$0" conv=notrunc)"}},
    }));
    test::ImageStick stick{"KMTP-SHUT", folder.path(), 16, format};
    const auto device = stick.device();
    REQUIRE(test::comes_true([&] { return on_device(udisks, device) && on_device(udisks, device)->type == type; }));
    const auto volume = *on_device(udisks, device);
    CHECK(volume.trouble == trouble);
    CHECK(udisks.mount(volume.object, MountFor::writing).error() == VolumeFault::unreadable);
    stick.pull_out();
    REQUIRE(test::comes_true([&] { return !on_device(udisks, device); }));
    CHECK(udisks.mount(volume.object, MountFor::writing).error() == VolumeFault::gone);
}

TEST_CASE("a stick whose owners are another system's is said to be that and not left mounted, and one for everybody is written")
{
    if (const auto why = test::MachineWithUdisks::missing(); !why.empty()) SKIP(why);
    const test::MachineWithUdisks machine;
    const test::Folder folder;
    Udisks udisks{Loops::count_as_sticks};
    const test::ImageStick stick{"KMTP-OWNED", folder.path()};
    REQUIRE(test::comes_true([&] { return named(udisks, "KMTP-OWNED").has_value(); }));
    const auto volume = *named(udisks, "KMTP-OWNED");
    const auto where = udisks.mount(volume.object, MountFor::writing);
    REQUIRE(where);
    std::filesystem::permissions(where->parent_path(), std::filesystem::perms::others_exec, std::filesystem::perm_options::add);
    REQUIRE(udisks.unmount(volume.object));

    const auto mounted_by_somebody = [&](MountFor what_for) {
        const AsSomebody somebody;
        return udisks.mount(volume.object, what_for);
    };
    CHECK(mounted_by_somebody(MountFor::writing).error() == VolumeFault::not_ours);
    CHECK(mount_options(*where).empty());
    CHECK(mounted_by_somebody(MountFor::reading));

    REQUIRE(udisks.mount(volume.object, MountFor::writing));
    std::filesystem::permissions(*where, std::filesystem::perms::all);
    CHECK(mounted_by_somebody(MountFor::writing));
    CHECK(udisks.unmount(volume.object));
}
