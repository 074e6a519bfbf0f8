#include "platform/machine_check.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace refectory::platform {

namespace {

constexpr int deepest = 8;  // volumes upon volumes; a loop of links ends too

std::string first_line(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    std::string line;
    std::getline(stream, line);
    return line;
}

bool is_encrypted_below(const std::filesystem::path& block, int depth)
{
    if (first_line(block / "dm/uuid").starts_with("CRYPT-")) return true;
    if (depth == deepest) return false;
    std::error_code error;
    for (const auto& slave : std::filesystem::directory_iterator{block / "slaves", error})
        if (is_encrypted_below(slave.path(), depth + 1)) return true;
    return false;
}

bool has_any(const std::filesystem::path& folder)
{
    std::error_code error;
    return std::filesystem::directory_iterator{folder, error} != std::filesystem::directory_iterator{};
}

// Where the link leads does not matter: it is what the service manager goes by.
bool is_link(const std::filesystem::path& file)
{
    std::error_code error;
    return std::filesystem::is_symlink(file, error);
}

// A scanner is a keyboard to the machine.
int keyboards(const std::filesystem::path& devices)
{
    std::ifstream stream{devices};
    int count = 0;
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with("H: Handlers=") && line.find(" kbd") != std::string::npos && line.find("leds") != std::string::npos) ++count;
    return count;
}

Finding disk(const std::filesystem::path& data, const std::filesystem::path& root)
{
    struct stat status{};
    if (stat(data.c_str(), &status) != 0) return {false, fmt::format("There is no data folder at {} yet.", data.string())};
    if (is_encrypted(fmt::format("{}:{}", major(status.st_dev), minor(status.st_dev)), root))
        return {true, fmt::format("The data in {} is on an encrypted disk.", data.string())};
    return {false, fmt::format("The data in {} is not encrypted: whoever takes the disk out can read the names on it. Run refectory-encrypt before "
                               "the set-up, or lock the machine away.", data.string())};
}

}

bool is_encrypted(const std::string& device, const std::filesystem::path& root)
{
    return is_encrypted_below(root / "sys/dev/block" / device, 0);
}

std::vector<Finding> check_machine(const std::filesystem::path& data, const std::filesystem::path& root)
{
    std::vector<Finding> findings{disk(data, root)};
    const auto say = [&](bool is_good, std::string_view good, std::string_view bad) { findings.push_back({is_good, std::string{is_good ? good : bad}}); };
    say(has_any(root / "sys/class/watchdog"), "The machine has a watchdog: it starts anew when it hangs.",
        "The machine has no watchdog: when it hangs altogether, somebody must switch it off and on.");
    say(has_any(root / "sys/class/rtc"), "The machine has a clock that goes on without power.",
        "The machine has no clock that goes on without power: set the time after each start.");
    say(!is_link(root / "etc/systemd/system/sysinit.target.wants/systemd-timesyncd.service"), "The machine's clock is set on the admin's pages.",
        "The machine waits for a network to tell it the time. The kiosk switches that off when its clock is first set on the admin's pages; "
        "or do it now: timedatectl set-ntp false");
    std::error_code error;
    say(std::filesystem::exists(root / "usr/share/dbus-1/system-services/org.freedesktop.UDisks2.service", error), "USB sticks are found by udisks2.",
        "udisks2 is missing, so no USB stick is found. Install it: apt install udisks2");
    say(keyboards(root / "proc/bus/input/devices") > 0, "A scanner or a keyboard is plugged in.",
        "No scanner is plugged in: passes have to be typed by their letters.");
    return findings;
}

}
