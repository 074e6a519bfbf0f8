// Sticks of udisks2's as the kiosk sees them. Beside the programs' main.cpp this is the one place that knows app and platform; it is
// theirs, and a header so that the tests run the same.
#pragma once

#include "kiosk/sticks.hpp"
#include "platform/udisks.hpp"
#include "platform/volumes.hpp"

namespace refectory {

inline StickTrouble trouble_of(platform::VolumeTrouble trouble)
{
    switch (trouble) {
    case platform::VolumeTrouble::read_only: return StickTrouble::read_only;
    case platform::VolumeTrouble::foreign: return StickTrouble::foreign;
    case platform::VolumeTrouble::encrypted: return StickTrouble::encrypted;
    case platform::VolumeTrouble::none: break;
    }
    return StickTrouble::none;
}

inline StickFault fault_of(platform::VolumeFault fault)
{
    switch (fault) {
    case platform::VolumeFault::no_service: return StickFault::no_service;
    case platform::VolumeFault::gone: return StickFault::pulled_out;
    case platform::VolumeFault::in_use: return StickFault::in_use;
    case platform::VolumeFault::not_allowed: return StickFault::not_allowed;
    case platform::VolumeFault::not_ours: return StickFault::not_ours;
    case platform::VolumeFault::unreadable: break;
    }
    return StickFault::unreadable;
}

template <class T>
std::expected<T, StickFault> of_stick(std::expected<T, platform::VolumeFault> theirs)
{
    if (!theirs) return std::unexpected(fault_of(theirs.error()));
    if constexpr (std::is_void_v<T>) return {};
    else return std::move(*theirs);
}

// Only the thread that works with it uses it, and so it has a connection of its own. `Volumes` is udisks2 but for tests.
template <class Volumes = platform::Udisks>
class VolumeStick : public StickDevice {
public:
    VolumeStick(std::string object, platform::Loops loops) : volumes_(loops), object_(std::move(object)) {}

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        return of_stick(volumes_.mount(object_, access == StickAccess::writing ? platform::MountFor::writing : platform::MountFor::reading));
    }
    std::expected<void, StickFault> close() override { return of_stick(volumes_.unmount(object_)); }
    std::expected<void, StickFault> let_go() override { return of_stick(volumes_.power_off(object_)); }
    bool is_there() override { return volumes_.is_there(object_); }

private:
    Volumes volumes_;
    std::string object_;
};

// Where udisks2 does not answer, the volumes that are mounted already are what there is.
inline std::vector<Stick> sticks_that_are_in(platform::Udisks& udisks, platform::Loops loops = platform::Loops::are_none_of_ours)
{
    std::vector<Stick> sticks;
    if (const auto volumes = udisks.volumes()) {
        for (const auto& volume : *volumes)
            sticks.push_back({volume.name, {}, trouble_of(volume.trouble), std::make_shared<VolumeStick<>>(volume.object, loops), volume.object});
        return sticks;
    }
    for (auto& volume : platform::removable_volumes())
        sticks.push_back({std::move(volume.name), std::move(volume.folder), trouble_of(volume.trouble), {}});
    return sticks;
}

}
