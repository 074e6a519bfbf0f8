// USB sticks and cards through udisks2 over the system bus: which are in, mounting one for a while, letting it go. It mounts with
// "nosuid,nodev,noexec", asks nobody for a password, and touches nothing that belongs to this machine's own system. It opens no file.
//
// Each thread has one of its own: a connection to the bus belongs to the thread that made it. It is made when it is first needed,
// and made anew after it broke, so that a bus that comes back serves again.
#pragma once

#include "platform/udisks_volumes.hpp"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace refectory::platform {

enum class VolumeFault {
    no_service,   // there is no bus, or no udisks2 on it, or it does not answer
    gone,         // the stick was pulled out
    in_use,       // mounted by somebody else, or a program of this machine has something open on it
    not_allowed,  // this machine's rules do not let this program
    not_ours,     // it can be mounted, and keeps owners of another system's who let nobody write
    unreadable,   // there is no file system on it that can be mounted here
};

enum class MountFor { writing, reading };

class Udisks {
public:
    explicit Udisks(Loops loops = Loops::are_none_of_ours);
    ~Udisks();
    Udisks(const Udisks&) = delete;
    Udisks& operator=(const Udisks&) = delete;

    // Asks only where something has changed since; so it costs nothing to call it often. Where udisks2 does not run, the bus is asked
    // to start it, and that is not waited for.
    std::expected<std::vector<UsbVolume>, VolumeFault> volumes();

    // Where it is mounted then. A volume that is mounted already is unmounted first; where that fails, it is in use. One that this
    // program may not write to is unmounted again where it was to be written.
    std::expected<std::filesystem::path, VolumeFault> mount(const std::string& object, MountFor what_for);
    // Whatever waits for the stick is on it when this returns. A volume that is not mounted is well.
    std::expected<void, VolumeFault> unmount(const std::string& object);
    // False where it was pulled out; true where nothing can be said.
    bool is_there(const std::string& object);
    // Ejects where the drive cannot be powered off; nothing where there is no drive, or it can do neither.
    std::expected<void, VolumeFault> power_off(const std::string& object);

private:
    class Bus;
    std::expected<Bus*, VolumeFault> connected();
    std::expected<udisks::Objects, VolumeFault> objects();
    VolumeFault fault_at(const std::string& object, VolumeFault fault);

    Loops loops_;
    std::unique_ptr<Bus> bus_;
    std::vector<UsbVolume> known_;
};

}
