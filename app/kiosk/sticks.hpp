// Where an export can go: a USB stick that is in, or a folder that stands for one.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace refectory {

struct Stick {
    std::string name;  // as people know it: "KMTP-STICK"
    std::filesystem::path folder;
};

using FindSticks = std::function<std::vector<Stick>()>;

}
