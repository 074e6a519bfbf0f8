#include "platform/udisks_volumes.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace refectory::platform {

namespace {

using namespace udisks;

constexpr std::array<std::string_view, 3> written{"vfat", "exfat", "ext4"};

// Of the drive that the block is on; empty where it is on none, as an image in a file.
const Interfaces& drive_of(const Objects& objects, const Interfaces& one, const Interfaces& none)
{
    const auto found = objects.find(value_of<std::string>(one, block, "Drive"));
    return found == objects.end() ? none : found->second;
}

bool is_place_of_system(const std::string& folder)
{
    constexpr std::array<std::string_view, 6> trees{"/boot/", "/usr/", "/var/", "/etc/", "/nix/", "/opt/"};
    // Below /home and /root somebody may have mounted a stick by hand.
    return folder == "/" || folder == "/home" || std::ranges::any_of(trees, [text = folder + "/"](std::string_view tree) { return text.starts_with(tree); });
}

bool is_run_from(const Interfaces& one)
{
    return value_of<bool>(one, swap, "Active") || std::ranges::any_of(value_of<std::vector<std::string>>(one, filesystem, "MountPoints"), is_place_of_system);
}

// Those that this machine runs from, though they may be USB disks. What is encrypted on them is mounted as another block, which says on
// which it lies.
std::set<std::string> drives_of_system(const Objects& objects)
{
    std::set<std::string> drives;
    for (const auto& [path, one] : objects) {
        if (!is_run_from(one)) continue;
        const auto on = objects.find(value_of<std::string>(one, block, "CryptoBackingDevice"));
        const auto& lies_on = on == objects.end() ? one : on->second;
        if (auto drive = value_of<std::string>(lies_on, block, "Drive"); drive.size() > 1) drives.insert(std::move(drive));
    }
    return drives;
}

bool is_for_people(const Interfaces& one, const Interfaces& its_drive, Loops loops)
{
    if (!one.contains(block) || one.contains(partition_table)) return false;
    if (value_of<bool>(one, block, "HintSystem") && !one.contains(loop)) return false;
    if (value_of<bool>(one, block, "HintIgnore") || value_of<std::uint64_t>(one, block, "Size") == 0) return false;
    if (one.contains(loop)) return loops == Loops::count_as_sticks;
    return value_of<bool>(its_drive, drive, "Removable") || value_of<std::string>(its_drive, drive, "ConnectionBus") == "usb";
}

VolumeTrouble trouble_of(const Interfaces& one)
{
    const auto type = value_of<std::string>(one, block, "IdType");
    if (value_of<std::string>(one, block, "IdUsage") == "crypto" || type == "BitLocker") return VolumeTrouble::encrypted;
    if (!one.contains(filesystem) || std::ranges::find(written, type) == written.end()) return VolumeTrouble::foreign;
    return value_of<bool>(one, block, "ReadOnly") ? VolumeTrouble::read_only : VolumeTrouble::none;
}

std::string name_of(const Interfaces& one, const Interfaces& its_drive)
{
    if (auto label = value_of<std::string>(one, block, "IdLabel"); !label.empty()) return label;
    const auto vendor = value_of<std::string>(its_drive, drive, "Vendor"), model = value_of<std::string>(its_drive, drive, "Model");
    if (vendor.empty() || model.empty()) return vendor.empty() && model.empty() ? "USB stick" : vendor + model;
    return vendor + " " + model;
}

}

std::vector<UsbVolume> volumes_of(const Objects& objects, Loops loops)
{
    const Interfaces no_drive;
    const auto of_system = drives_of_system(objects);
    std::vector<UsbVolume> volumes;
    for (const auto& [path, one] : objects) {
        if (of_system.contains(value_of<std::string>(one, block, "Drive"))) continue;
        const auto& its_drive = drive_of(objects, one, no_drive);
        if (!is_for_people(one, its_drive, loops)) continue;
        volumes.push_back({path, name_of(one, its_drive), value_of<std::string>(one, block, "IdType"),
                           value_of<std::uint64_t>(one, block, "Size"), trouble_of(one)});
    }
    return volumes;
}

}
