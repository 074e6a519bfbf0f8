// Where an export can go: a USB stick that is in, or a folder that stands for one.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace refectory {

enum class StickTrouble { none, read_only, foreign, encrypted };

struct Stick {
    std::string name;  // as people know it: "KMTP-STICK"
    std::filesystem::path folder;
    StickTrouble trouble = StickTrouble::none;  // why nothing can be written to it
};

using FindSticks = std::function<std::vector<Stick>()>;

}
