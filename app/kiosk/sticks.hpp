// Where an export can go: a USB stick that is in, or a folder that stands for one.
#pragma once

#include "exchange/stick_device.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace refectory {

enum class StickTrouble { none, read_only, foreign, encrypted };

struct Stick {
    std::string name;  // as people know it: "KMTP-STICK"
    std::filesystem::path folder;  // where it is open already; otherwise its device opens it
    StickTrouble trouble = StickTrouble::none;  // why nothing can be written to it
    std::shared_ptr<StickDevice> device = {};
    std::string socket = {};  // tells two of one name apart, as the machine does

    const std::string& identity() const { return socket.empty() ? name : socket; }
};

inline std::shared_ptr<StickDevice> device_of(const Stick& stick)
{
    return stick.device ? stick.device : std::make_shared<FolderStick>(stick.folder);
}

using FindSticks = std::function<std::vector<Stick>()>;

}
