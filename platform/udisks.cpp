#include "platform/udisks.hpp"

#include "platform/bus_connection.hpp"
#include "platform/systemd_library.hpp"
#include "platform/udisks_answer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <utility>

namespace refectory::platform {

namespace {

using namespace udisks;
using namespace std::chrono_literals;

constexpr auto service = "org.freedesktop.UDisks2";
constexpr std::chrono::microseconds to_connect = 1s, to_list = 2s, to_mount = 60s, to_flush = 10min;  // a slow stick takes its time to be flushed

struct Unreferenced {
    void operator()(sd_bus_message* message) const { systemd().sd_bus_message_unref(message); }
};
using Message = std::unique_ptr<sd_bus_message, Unreferenced>;

// What a call said that did not work; its text is freed with it.
struct BusError {
    sd_bus_error error = SD_BUS_ERROR_NULL;
    BusError() = default;
    BusError(const BusError&) = delete;
    BusError& operator=(const BusError&) = delete;
    ~BusError() { systemd().sd_bus_error_free(&error); }

    bool is_one_of(std::initializer_list<std::string_view> names) const
    {
        return error.name && std::ranges::find(names, std::string_view{error.name}) != names.end();
    }
};

VolumeFault fault_of(const BusError& said)
{
    if (said.is_one_of({"org.freedesktop.DBus.Error.UnknownObject"})) return VolumeFault::gone;
    // It is there and has no such thing to it: an encrypted volume and an empty one have no file system to mount.
    if (said.is_one_of({"org.freedesktop.DBus.Error.UnknownMethod", "org.freedesktop.DBus.Error.UnknownInterface"})) return VolumeFault::unreadable;
    if (said.is_one_of({"org.freedesktop.UDisks2.Error.DeviceBusy", "org.freedesktop.UDisks2.Error.AlreadyMounted"})) return VolumeFault::in_use;
    if (said.is_one_of({"org.freedesktop.UDisks2.Error.NotAuthorized", "org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain",
                        "org.freedesktop.UDisks2.Error.NotAuthorizedDismissed", "org.freedesktop.UDisks2.Error.OptionNotPermitted",
                        "org.freedesktop.DBus.Error.AccessDenied"}))
        return VolumeFault::not_allowed;
    if (said.error.name && std::string_view{said.error.name}.starts_with("org.freedesktop.UDisks2.")) return VolumeFault::unreadable;
    return VolumeFault::no_service;
}

// Of the file systems that are written, ext4 keeps owners, and they are the numbers of another machine's users.
bool is_kept_by_others(const std::filesystem::path& folder)
{
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0 && errno == EACCES;
}

void add_option(sd_bus_message* message, const char* name, const char* text)
{
    systemd().sd_bus_message_append(message, "{sv}", name, "s", text);
}

}

class Udisks::Bus {
public:
    static std::expected<std::unique_ptr<Bus>, VolumeFault> open()
    {
        auto bus = std::make_unique<Bus>();
        bus->bus_ = open_system_bus(to_connect);
        if (!bus->bus_) return std::unexpected(VolumeFault::no_service);
        const auto note = [](sd_bus_message*, void* changed, sd_bus_error*) { return *static_cast<bool*>(changed) = true, 0; };
        // The bus is not waited for: where it refuses, the connection is closed, and whatever is asked over it fails.
        for (const auto* match : {"type='signal',sender='org.freedesktop.UDisks2'",
                                  "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.UDisks2'"})
            if (systemd().sd_bus_add_match_async(bus->bus_.get(), nullptr, match, note, nullptr, &bus->changed_) < 0)
                return std::unexpected(VolumeFault::no_service);
        return bus;
    }

    // Takes in what was said meanwhile; an error where nothing will be said any more.
    std::expected<bool, VolumeFault> take_changed()
    {
        int more = 1;
        while (more > 0) more = systemd().sd_bus_process(bus_.get(), nullptr);
        if (more < 0) return std::unexpected(VolumeFault::no_service);
        return std::exchange(changed_, false);
    }

    // `add` appends the arguments. No call waits for a service that starts: somebody may stand in front of the page.
    template <class Add>
    std::expected<Message, VolumeFault> call(const std::string& object, std::string_view interface, const char* method,
                                             std::chrono::microseconds patience, Add add)
    {
        sd_bus_message* made = nullptr;
        if (systemd().sd_bus_message_new_method_call(bus_.get(), &made, service, object.c_str(), std::string{interface}.c_str(), method) < 0)
            return std::unexpected(VolumeFault::no_service);
        const Message request{made};
        systemd().sd_bus_message_set_auto_start(made, 0);
        add(made);
        sd_bus_message* answered = nullptr;
        BusError error;
        const int result = systemd().sd_bus_call(bus_.get(), made, static_cast<std::uint64_t>(patience.count()), &error.error, &answered);
        Message answer{answered};
        if (error.is_one_of({"org.freedesktop.DBus.Error.NameHasNoOwner", "org.freedesktop.DBus.Error.ServiceUnknown"})) ask_for_start();
        if (result < 0) return std::unexpected(fault_of(error));
        return answer;
    }

    // The methods that take nothing but options; none asks a person for anything.
    template <class Add>
    std::expected<Message, VolumeFault> call_with_options(const std::string& object, std::string_view interface, const char* method,
                                                          std::chrono::microseconds patience, Add add)
    {
        return call(object, interface, method, patience, [&](sd_bus_message* message) {
            systemd().sd_bus_message_open_container(message, 'a', "{sv}");
            systemd().sd_bus_message_append(message, "{sv}", "auth.no_user_interaction", "b", 1);
            add(message);
            systemd().sd_bus_message_close_container(message);
        });
    }

private:
    void ask_for_start()
    {
        sd_bus_message* made = nullptr;
        if (systemd().sd_bus_message_new_method_call(bus_.get(), &made, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                           "StartServiceByName") < 0)
            return;
        const Message request{made};
        systemd().sd_bus_message_append(made, "su", service, 0);
        systemd().sd_bus_message_set_expect_reply(made, 0);
        systemd().sd_bus_send(bus_.get(), made, nullptr);
    }

    BusConnection bus_;
    bool changed_ = true;
};

Udisks::Udisks(Loops loops) : loops_(loops) {}
Udisks::~Udisks() = default;

std::expected<Udisks::Bus*, VolumeFault> Udisks::connected()
{
    if (bus_ && !bus_->take_changed()) bus_.reset();
    if (!bus_) {
        auto bus = Bus::open();
        if (!bus) return std::unexpected(bus.error());
        bus_ = std::move(*bus);
    }
    return bus_.get();
}

std::expected<Objects, VolumeFault> Udisks::objects()
{
    const auto bus = connected();
    if (!bus) return std::unexpected(bus.error());
    const auto answer = (*bus)->call("/org/freedesktop/UDisks2", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", to_list,
                                     [](sd_bus_message*) {});
    if (!answer) return std::unexpected(answer.error());
    return read_objects(answer->get());
}

std::expected<std::vector<UsbVolume>, VolumeFault> Udisks::volumes()
{
    if (bus_) {
        const auto changed = bus_->take_changed();
        if (changed && !*changed) return known_;
        if (!changed) bus_.reset();
    }
    const auto all = objects();
    if (!all) {
        bus_.reset();  // and everything is asked for anew the next time
        return std::unexpected(all.error());
    }
    known_ = volumes_of(*all, loops_);
    return known_;
}

// A stick that was pulled out in the middle of it cannot be read either.
VolumeFault Udisks::fault_at(const std::string& object, VolumeFault fault)
{
    return fault == VolumeFault::unreadable && !is_there(object) ? VolumeFault::gone : fault;
}

std::expected<std::filesystem::path, VolumeFault> Udisks::mount(const std::string& object, MountFor what_for)
{
    if (const auto unmounted = unmount(object); !unmounted) return std::unexpected(unmounted.error());
    const auto bus = connected();
    if (!bus) return std::unexpected(bus.error());
    const auto answer = (*bus)->call_with_options(object, filesystem, "Mount", to_mount, [&](sd_bus_message* message) {
        add_option(message, "options", what_for == MountFor::writing ? "nosuid,nodev,noexec" : "nosuid,nodev,noexec,ro");
    });
    if (!answer) return std::unexpected(fault_at(object, answer.error()));
    const auto where = text_in(answer->get(), 's');
    if (!where) return std::unexpected(VolumeFault::no_service);
    if (what_for == MountFor::writing && is_kept_by_others(*where)) {
        unmount(object);  // whatever comes of it: nothing was written
        return std::unexpected(VolumeFault::not_ours);
    }
    return *where;
}

std::expected<void, VolumeFault> Udisks::unmount(const std::string& object)
{
    const auto all = objects();
    if (!all) return std::unexpected(all.error());
    const auto one = all->find(object);
    if (one == all->end()) return std::unexpected(VolumeFault::gone);
    if (value_of<std::vector<std::string>>(one->second, filesystem, "MountPoints").empty()) return {};
    const auto bus = connected();
    if (!bus) return std::unexpected(bus.error());
    const auto answer = (*bus)->call_with_options(object, filesystem, "Unmount", to_flush, [](sd_bus_message*) {});
    if (!answer) return std::unexpected(fault_at(object, answer.error()));
    return {};
}

bool Udisks::is_there(const std::string& object)
{
    const auto all = objects();
    if (!all) return true;
    const auto one = all->find(object);
    return one != all->end() && value_of<std::uint64_t>(one->second, block, "Size") > 0;
}

std::expected<void, VolumeFault> Udisks::power_off(const std::string& object)
{
    const auto all = objects();
    if (!all) return std::unexpected(all.error());
    const auto one = all->find(object);
    if (one == all->end()) return std::unexpected(VolumeFault::gone);
    const auto path = value_of<std::string>(one->second, block, "Drive");
    const auto its_drive = all->find(path);
    if (its_drive == all->end()) return {};
    const bool can_power_off = value_of<bool>(its_drive->second, drive, "CanPowerOff");
    if (!can_power_off && !value_of<bool>(its_drive->second, drive, "Ejectable")) return {};
    const auto bus = connected();
    if (!bus) return std::unexpected(bus.error());
    const auto answer = (*bus)->call_with_options(path, drive, can_power_off ? "PowerOff" : "Eject", to_mount, [](sd_bus_message*) {});
    if (!answer) return std::unexpected(fault_at(object, answer.error()));
    return {};
}

}
