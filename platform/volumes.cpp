#include "platform/volumes.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace refectory::platform {

namespace {

constexpr std::array<std::string_view, 3> written{"vfat", "exfat", "ext4"};
constexpr std::array<std::string_view, 6> foreign{"fuseblk", "ntfs", "ntfs3", "hfsplus", "iso9660", "udf"};  // fuseblk is NTFS nearly always

// The kernel writes blanks, tabs, line ends and backslashes of a path as \ and three octal digits.
std::string unescaped(std::string_view text)
{
    const auto is_octal = [](char digit) { return digit >= '0' && digit <= '7'; };
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 3 < text.size() && std::ranges::all_of(text.substr(at + 1, 3), is_octal)) {
            plain += static_cast<char>((text[at + 1] - '0') * 64 + (text[at + 2] - '0') * 8 + (text[at + 3] - '0'));
            at += 3;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

bool holds(std::string_view options, std::string_view option)
{
    return ("," + std::string{options} + ",").find("," + std::string{option} + ",") != std::string::npos;
}

std::string first_line(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    std::string line;
    std::getline(stream, line);
    return line;
}

// A partition's own folder says nothing of it; its disk's does. A USB disk that does not call itself removable is one as well.
bool is_removable_device(const std::string& device)
{
    std::error_code error;
    const auto own = std::filesystem::canonical("/sys/dev/block/" + device, error);
    if (error) return false;
    if (own.string().find("/usb") != std::string::npos) return true;
    return first_line(own / "removable") == "1" || first_line(own.parent_path() / "removable") == "1";
}

}

bool is_place_for_sticks(const std::filesystem::path& folder)
{
    constexpr std::array<std::string_view, 3> places{"/media/", "/run/media/", "/mnt/"};
    return std::ranges::any_of(places, [text = folder.string() + "/"](std::string_view place) { return text.starts_with(place); });
}

std::vector<Volume> volumes_in(std::string_view mountinfo, const std::function<bool(const std::string& device)>& is_removable)
{
    std::vector<Volume> volumes;
    std::istringstream lines{std::string{mountinfo}};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string number, parent, device, root, folder, options, field, type;
        words >> number >> parent >> device >> root >> folder >> options;
        while (words >> field && field != "-") {}
        words >> type;
        const bool is_foreign = std::ranges::find(foreign, type) != foreign.end();
        if (!is_foreign && std::ranges::find(written, type) == written.end()) continue;
        const std::filesystem::path where = unescaped(folder);
        if (root != "/" || !is_place_for_sticks(where) || !is_removable(device)) continue;
        const auto trouble = is_foreign ? VolumeTrouble::foreign : holds(options, "ro") ? VolumeTrouble::read_only : VolumeTrouble::none;
        volumes.push_back({where.filename().string(), where, trouble});
    }
    return volumes;
}

std::vector<Volume> removable_volumes()
{
    std::ifstream stream{"/proc/self/mountinfo"};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    return volumes_in(text, is_removable_device);
}

}
