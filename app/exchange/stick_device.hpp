// What an export needs of a stick: to have it open as a folder for a while, to close it so that it is whole, and to let it go. Two
// real ones stand behind it: a volume that the machine mounts and unmounts, and a folder that stands for a stick.
#pragma once

#include "domain/result.hpp"

#include <expected>
#include <filesystem>

namespace refectory {

enum class StickFault {
    no_service,   // nothing of this machine that mounts sticks answers
    pulled_out,
    in_use,       // by another program, or mounted elsewhere by one
    not_allowed,
    not_ours,     // it keeps owners of another system's, who let nobody write to it
    unreadable,   // its file system cannot be opened
    lies,         // what it gives back is not what was written to it
};
Error error_of(StickFault fault);

enum class StickAccess { writing, reading };

class StickDevice {
public:
    StickDevice() = default;
    StickDevice(const StickDevice&) = delete;
    StickDevice& operator=(const StickDevice&) = delete;
    virtual ~StickDevice() = default;

    // The folder that it is then. Opened anew for reading, it gives what is on the stick and nothing that memory kept of it.
    virtual std::expected<std::filesystem::path, StickFault> open(StickAccess access) = 0;
    // Nothing waits to be written any more when this returns.
    virtual std::expected<void, StickFault> close() = 0;
    // Powers it off where the machine can.
    virtual std::expected<void, StickFault> let_go() = 0;
    virtual bool is_there() = 0;
};

class FolderStick : public StickDevice {
public:
    explicit FolderStick(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::expected<std::filesystem::path, StickFault> open(StickAccess) override;
    std::expected<void, StickFault> close() override { return {}; }
    std::expected<void, StickFault> let_go() override { return {}; }
    bool is_there() override;

private:
    std::filesystem::path folder_;
};

}
