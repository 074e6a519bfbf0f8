// A stick of udisks2's for the tests, as the kiosk's program has it: only the two programs introduce the halves to each other.
#pragma once

#include "exchange/stick_device.hpp"
#include "platform/udisks.hpp"

namespace refectory::test {

class VolumeStick : public StickDevice {
public:
    explicit VolumeStick(std::string object) : object_(std::move(object)) {}

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        auto where = udisks_.mount(object_, access == StickAccess::writing ? platform::MountFor::writing : platform::MountFor::reading);
        if (!where) return std::unexpected(told(where.error()));
        if (access == StickAccess::writing && when_open) when_open(*where);
        return *where;
    }
    std::expected<void, StickFault> close() override
    {
        const auto done = udisks_.unmount(object_);
        if (!done) return std::unexpected(told(done.error()));
        return {};
    }
    std::expected<void, StickFault> let_go() override { return {}; }
    bool is_there() override { return udisks_.is_there(object_); }

    std::function<void(const std::filesystem::path&)> when_open;

private:
    static StickFault told(platform::VolumeFault fault)
    {
        if (fault == platform::VolumeFault::no_service) return StickFault::no_service;
        if (fault == platform::VolumeFault::not_ours) return StickFault::not_ours;
        if (fault == platform::VolumeFault::in_use) return StickFault::in_use;
        return fault == platform::VolumeFault::gone ? StickFault::pulled_out : StickFault::unreadable;
    }

    platform::Udisks udisks_{platform::Loops::count_as_sticks};
    std::string object_;
};

}
