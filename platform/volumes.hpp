// The removable volumes that are mounted: USB sticks and cards. Read from the kernel's own tables, without a daemon. It mounts
// nothing, unmounts nothing and looks at no file.
//
// Works: [X] a volume that the desktop or an fstab line has mounted, [X] several at once, [X] names with blanks
//        [X] those that cannot be written to, with the reason
// Does not: mount by itself, which udisks.hpp does where there is udisks2
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace refectory::platform {

// foreign: a file system that is not written here, or none. A volume that is mounted is never encrypted any more.
enum class VolumeTrouble { none, read_only, foreign, encrypted };

struct Volume {
    std::string name;  // of the folder it is mounted on, which is the volume's label where it has one
    std::filesystem::path folder;
    VolumeTrouble trouble = VolumeTrouble::none;
};

// Whether sticks are mounted there. A machine that starts from a USB disk has its own system on a removable one.
bool is_place_for_sticks(const std::filesystem::path& folder);

std::vector<Volume> removable_volumes();

// The same from the text of /proc/self/mountinfo; `is_removable` is asked about a device as in "8:17".
std::vector<Volume> volumes_in(std::string_view mountinfo, const std::function<bool(const std::string& device)>& is_removable);

}
