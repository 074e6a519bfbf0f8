#include "platform/volumes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory::platform;

namespace {

constexpr auto table =
    "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
    "90 22 8:17 / /media/kiosk/KMTP\\040STICK rw,nosuid,nodev shared:40 master:2 - vfat /dev/sdb1 rw,fmask=0022\n"
    "91 22 8:33 / /media/kiosk/LOCKED ro,nosuid - exfat /dev/sdc1 ro\n"
    "92 22 8:49 / /media/kiosk/SECOND rw - ext4 /dev/sdd1 rw\n"
    "93 22 8:50 /inner /mnt/bound rw - ext4 /dev/sdd2 rw\n"
    "95 22 8:65 / /media/kiosk/WINDOWS rw - fuseblk /dev/sde1 rw\n"
    "94 22 0:40 / /run/user/1000 rw - tmpfs tmpfs rw\n";

}

TEST_CASE("mounted sticks are found by their disks, with blanks in their names")
{
    const auto volumes = volumes_in(table, [](const std::string& device) { return device != "8:2"; });
    REQUIRE(volumes.size() == 4);
    CHECK(volumes[0].name == "KMTP STICK");
    CHECK(volumes[0].folder == "/media/kiosk/KMTP STICK");
    CHECK(volumes[0].trouble == VolumeTrouble::none);
    CHECK(volumes[1].trouble == VolumeTrouble::read_only);
    CHECK(volumes[2].name == "SECOND");
    CHECK(volumes[3].trouble == VolumeTrouble::foreign);
}

TEST_CASE("a disk that stays in the machine is no stick")
{
    CHECK(volumes_in(table, [](const std::string&) { return false; }).empty());
}

TEST_CASE("a USB disk that the machine runs from is no stick")
{
    constexpr auto system_on_usb =
        "22 1 8:2 / / rw - ext4 /dev/sda2 rw\n"
        "23 22 8:1 / /boot/firmware rw - vfat /dev/sda1 rw\n"
        "24 22 8:3 / /mnt rw - vfat /dev/sdb1 rw\n"
        "25 22 8:4 / /mntain rw - ext4 /dev/sda3 rw\n";
    const auto volumes = volumes_in(system_on_usb, [](const std::string&) { return true; });
    REQUIRE(volumes.size() == 1);
    CHECK(volumes[0].folder == "/mnt");
}

TEST_CASE("a table that is cut or empty has no sticks")
{
    const auto always = [](const std::string&) { return true; };
    CHECK(volumes_in("", always).empty());
    CHECK(volumes_in("90 22 8:17 / /media/kiosk", always).empty());
    CHECK(volumes_in("90 22 8:17 / /media/x\\04 rw - vfat", always).size() == 1);
}
