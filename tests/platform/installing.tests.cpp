// What installing the kiosk's package does to the machine that runs, by the package's own script: to a kernel and a service manager
// of this test's own.
#include "support/child.hpp"
#include "support/folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

using namespace refectory;

namespace {

struct MachineToInstallOn {
    MachineToInstallOn()
    {
        std::filesystem::create_directories(run / "systemd/system");
        test::put(kernel / "sysrq", "438\n");
        test::put(programs / "udevadm", fmt::format("#!/bin/sh\necho \"$*\" >>'{}'\n", told.string()));
        std::filesystem::permissions(programs / "udevadm", std::filesystem::perms::owner_all);
    }

    int install() const
    {
        const auto command = fmt::format("mount --bind '{}/platform/installation' /usr/lib/sysctl.d; mount --bind '{}' /run; mount --bind '{}' /proc/sys/kernel; "
                                         "PATH='{}':$PATH exec sh '{}/platform/debian/refectory-kiosk.postinst' configure >'{}' 2>&1",
                                         REFECTORY_SOURCE, run.string(), kernel.string(), programs.string(), REFECTORY_SOURCE, said.string());
        return test::run({"unshare", "--mount", "sh", "-euc", command});
    }

    test::Folder folder;
    const std::filesystem::path run = folder / "run", kernel = folder / "kernel", programs = folder / "programs", told = folder / "told", said = folder / "said";
};

}

TEST_CASE("installing the kiosk switches the kernel's own keys off and keeps what is plugged in awake, before any start of the machine")
{
    if (::geteuid() != 0) SKIP("this needs root, for a mount namespace");
    if (!std::filesystem::exists("/usr/lib/systemd/systemd-sysctl")) SKIP("there is no systemd here");
    const MachineToInstallOn machine;
    const int code = machine.install();
    INFO(test::file_text(machine.said));
    REQUIRE(code == 0);
    CHECK(test::file_text(machine.kernel / "sysrq").starts_with("0\n"));
    CHECK(test::file_text(machine.told) == "control --reload\ntrigger --action=add --subsystem-match=usb --attr-match=bInterfaceClass=03\n");
}

TEST_CASE("where no service manager runs, installing the kiosk leaves the kernel and the devices to the next start")
{
    if (::geteuid() != 0) SKIP("this needs root, for a mount namespace");
    if (!std::filesystem::exists("/usr/lib/sysctl.d")) SKIP("there is no systemd here");
    const MachineToInstallOn machine;
    std::filesystem::remove_all(machine.run / "systemd");
    REQUIRE(machine.install() == 0);
    CHECK(test::file_text(machine.kernel / "sysrq") == "438\n");
    CHECK_FALSE(std::filesystem::exists(machine.told));
}
