// The rule that keeps scanners and touch panels awake, as udev itself reads it, for devices that are files of this test's own.
#include "support/child.hpp"
#include "support/folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

using namespace refectory;

namespace {

// How a device with one interface of that class is powered once udev has met it.
std::string power_of_device_with(const std::string& interface_class)
{
    const test::Folder folder;
    const auto device = folder / "devices/usb9/9-1", interface = device / "9-1:1.0";
    test::put(device / "uevent", "DEVTYPE=usb_device\n");
    test::put(device / "power/control", "auto");
    test::put(interface / "uevent", "DEVTYPE=usb_interface\n");
    test::put(interface / "bInterfaceClass", interface_class + "\n");
    std::filesystem::create_symlink("/sys/bus/usb", interface / "subsystem");
    std::filesystem::create_directories(folder / "rules");
    std::filesystem::copy_file(std::filesystem::path{REFECTORY_SOURCE} / "platform/debian/refectory-kiosk.udev", folder / "rules/70-refectory.rules");
    const auto said = (folder / "said").string();
    const auto command = fmt::format("mount --bind '{}' /sys/devices/virtual; mount --bind '{}' /lib/udev/rules.d; "
                                     "exec udevadm test --action=add /sys/devices/virtual/usb9/9-1/9-1:1.0 >'{}' 2>&1",
                                     (folder / "devices").string(), (folder / "rules").string(), said);
    const int code = test::run({"env", "SYSTEMD_DEVICE_VERIFY_SYSFS=0", "unshare", "--mount", "sh", "-euc", command});
    INFO(test::file_text(said));
    REQUIRE(code == 0);
    return test::file_text(device / "power/control").substr(0, 2);  // what is written to a real one ends there
}

}

TEST_CASE("whatever is typed or touched with is kept awake by udev, and a stick is not")
{
    if (::geteuid() != 0) SKIP("this needs root, for a mount namespace");
    if (!std::filesystem::exists("/usr/bin/udevadm")) SKIP("udev is not installed");
    CHECK(power_of_device_with("03") == "on");
    CHECK(power_of_device_with("08") == "au");
}
