#include "platform/machine_check.hpp"
#include "support/folder.hpp"

using namespace refectory;
using test::Folder;

namespace {

// A machine's tables with all that a kiosk wants.
void make_good(const std::filesystem::path& root)
{
    test::put(root / "sys/class/watchdog/watchdog0/identity", "iTCO_wdt\n");
    test::put(root / "sys/class/rtc/rtc0/name", "rtc_cmos\n");
    test::put(root / "usr/share/dbus-1/system-services/org.freedesktop.UDisks2.service", "");
    test::put(root / "proc/bus/input/devices", "N: Name=\"Scanner\"\nH: Handlers=sysrq kbd event3 leds \n");
}

}

TEST_CASE("a volume is encrypted where any that it lies on is")
{
    const Folder root;
    test::put(root / "sys/dev/block/8:1/size", "1\n");
    test::put(root / "sys/dev/block/254:0/dm/uuid", "CRYPT-LUKS2-0123-refectory-data\n");
    test::put(root / "sys/dev/block/254:1/dm/uuid", "LVM-abcd\n");
    std::filesystem::create_directories(root / "sys/dev/block/254:1/slaves");
    CHECK_FALSE(platform::is_encrypted("8:1", root.path()));
    CHECK(platform::is_encrypted("254:0", root.path()));
    CHECK_FALSE(platform::is_encrypted("254:1", root.path()));
    std::filesystem::create_symlink("../../254:0", root / "sys/dev/block/254:1/slaves/dm-0");
    CHECK(platform::is_encrypted("254:1", root.path()));
    std::filesystem::create_directories(root / "sys/dev/block/254:2/slaves");
    std::filesystem::create_symlink("../../254:2", root / "sys/dev/block/254:2/slaves/itself");
    CHECK_FALSE(platform::is_encrypted("254:2", root.path()));
    CHECK_FALSE(platform::is_encrypted("1:1", root.path()));
}

TEST_CASE("each thing that a machine lacks has a sentence that says what to do")
{
    const Folder root;
    const auto keeps_time = root / "etc/systemd/system/sysinit.target.wants/systemd-timesyncd.service";
    std::filesystem::create_directories(keeps_time.parent_path());
    std::filesystem::create_symlink("/lib/systemd/system/systemd-timesyncd.service", keeps_time);
    for (const auto& finding : platform::check_machine(root / "none", root.path())) {
        INFO(finding.sentence);
        CHECK_FALSE(finding.is_as_it_should_be);
    }
    make_good(root.path());
    std::filesystem::remove(keeps_time);
    const auto findings = platform::check_machine(root.path(), root.path());
    REQUIRE(findings.size() == 6);
    CHECK_FALSE(findings.front().is_as_it_should_be);
    CHECK(findings.front().sentence.find("is not encrypted") != std::string::npos);
    CHECK(std::all_of(findings.begin() + 1, findings.end(), [](const auto& finding) { return finding.is_as_it_should_be; }));
}

TEST_CASE("a power button is no scanner")
{
    const Folder root;
    make_good(root.path());
    test::put(root / "proc/bus/input/devices", "N: Name=\"Power Button\"\nH: Handlers=kbd event0 \n");
    CHECK(platform::check_machine(root.path(), root.path()).back().sentence.starts_with("No scanner"));
}
