// A machine with udisks2 for one test program: a system bus, udevd and udisksd of its own, in a mount namespace of its own, so that
// nothing of the machine that it runs on is met or left behind. And sticks for it: images in files, with ext4 in them.
#pragma once

#include "platform/udisks.hpp"
#include "support/own_bus.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>

namespace refectory::test {

// Loop devices are the whole machine's: a test beside this one would see its sticks come and go.
class LoopDevicesAlone {
public:
    LoopDevicesAlone()
    {
        REQUIRE(lock_ >= 0);
        REQUIRE(::flock(lock_, LOCK_EX) == 0);
    }
    ~LoopDevicesAlone() { ::close(lock_); }
    LoopDevicesAlone(const LoopDevicesAlone&) = delete;
    LoopDevicesAlone& operator=(const LoopDevicesAlone&) = delete;

private:
    int lock_ = ::open((std::filesystem::temp_directory_path() / "refectory-loop-devices").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
};

class MachineWithUdisks {
public:
    // Why there can be none here; empty where there can be.
    static std::string missing()
    {
        if (::geteuid() != 0) return "this needs root, for loop devices";
        for (const auto* program : {"/usr/bin/dbus-daemon", "/lib/systemd/systemd-udevd", "/usr/libexec/udisks2/udisksd", "/usr/sbin/mkfs.ext4"})
            if (!std::filesystem::exists(program)) return fmt::format("{} is not installed", program);
        if (!std::filesystem::exists("/dev/loop-control")) return "there are no loop devices here";
        return {};
    }

    MachineWithUdisks()
    {
        REQUIRE(::unshare(CLONE_NEWNS) == 0);
        REQUIRE(::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0);
        for (const auto* place : {"/run/udev", "/run/udisks2", "/run/media", "/media", "/var/lib/udisks2"}) {
            std::filesystem::create_directories(place);
            REQUIRE(::mount("tmpfs", place, "tmpfs", 0, "mode=0755") == 0);
        }
        udev_.emplace(quiet({"/lib/systemd/systemd-udevd"}));
        REQUIRE(comes_true([] { return std::filesystem::exists("/run/udev/control"); }));
        run(quiet({"udevadm", "trigger", "--subsystem-match=block"}));
        run(quiet({"udevadm", "settle", "--timeout=10"}));
        start_udisks();
    }

    void start_udisks()
    {
        udisks_.emplace(quiet({"/usr/libexec/udisks2/udisksd", "--replace"}));
        REQUIRE(comes_true([] { return platform::Udisks{}.volumes().has_value(); }));
    }
    void end_udisks() { udisks_->end(SIGTERM); }

private:
    LoopDevicesAlone alone_;
    OwnBus bus_;
    std::optional<Child> udev_, udisks_;  // ended in the other order
};

// A file with a file system in it that is on a loop device as long as this is there.
class ImageStick {
public:
    explicit ImageStick(const std::string& label, const std::filesystem::path& folder, int mebibytes = 16,
                        const std::vector<std::string>& format = {"mkfs.ext4", "-q", "-F", "-m", "0", "-L"})
        : file_(folder / (label + ".img"))
    {
        std::ofstream{file_}.close();
        std::filesystem::resize_file(file_, static_cast<std::uintmax_t>(mebibytes) * 1024 * 1024);
        auto command = format;
        if (!command.empty()) {
            if (command.back() == "-L") command.push_back(label);
            command.push_back(file_.string());
            REQUIRE(run(quiet(command)) == 0);
        }
        device_ = losetup({"losetup", "--find", "--show", file_.string()});
    }
    ~ImageStick() { pull_out(); }
    ImageStick(const ImageStick&) = delete;
    ImageStick& operator=(const ImageStick&) = delete;

    const std::string& device() const { return device_; }
    void pull_out()
    {
        if (!device_.empty()) run(quiet({"losetup", "--detach", device_}));
        device_.clear();
    }

private:
    std::string losetup(const std::vector<std::string>& command)
    {
        const auto said = file_.string() + ".device";
        std::string line;
        for (const auto& word : command) line += "'" + word + "' ";
        REQUIRE(run({"sh", "-c", line + "> '" + said + "'"}) == 0);
        auto text = file_text(said);
        std::erase(text, '\n');
        return text;
    }

    std::filesystem::path file_;
    std::string device_;
};

}
