// Files on a stick, or where somebody else could put something: found by their names at the top of a folder and one folder down,
// and opened as what they are. Nothing is followed, no device is opened, and nothing waits for a pipe.
#pragma once

#include "domain/result.hpp"
#include "exchange/descriptor.hpp"

#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace refectory {

using IsOurs = std::function<bool(std::string_view name)>;

struct FoundFiles {
    std::vector<std::filesystem::path> files;  // in no order
    std::error_code unread;                    // what kept the folder, or one of ours at its top, from being looked at
    std::vector<std::filesystem::path> no_files;  // links, pipes and devices with a name of ours
    std::vector<std::pair<std::filesystem::path, std::error_code>> unread_below;  // folders; not one that is somebody else's, as systems keep them
};
// Asked between one look and the next, it says whether to go on.
using GoesOn = std::function<bool()>;
inline bool always() { return true; }

FoundFiles find_files(const std::filesystem::path& folder, const IsOurs& is_ours, const GoesOn& goes_on = always);

// For reading. Looks at what was opened and not at what stood there before, so nobody can put a link there in between.
Result<Descriptor> open_found_file(const std::filesystem::path& file);

}
