// A stick that fails on demand: a folder that is reached through a file system of the tests' own. What is on the stick can be seen and
// put there past it, in the folder behind. It is mounted in a mount namespace of this test program's own.
#pragma once

#include "faults/stick_orders.hpp"
#include "support/child.hpp"
#include "support/folder.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>

#include <chrono>
#include <new>
#include <optional>
#include <thread>

namespace refectory::test {

// Where it is there, memory: what is tried here is not whether a disk keeps what it was given.
inline std::filesystem::path room_in_memory()
{
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

enum class Fails { once, from_then_on };

class FailingStick {
public:
    // Why there can be none here; empty where there can be.
    static std::string missing()
    {
        if (::geteuid() != 0) return "this needs root, to mount a file system";
        return ::access("/dev/fuse", R_OK | W_OK) == 0 ? "" : "there is no /dev/fuse here";
    }

    FailingStick()
    {
        put(file_of_orders(), std::string(sizeof(StickOrders), '\0'));
        const int file = ::open(file_of_orders().c_str(), O_RDWR | O_CLOEXEC);
        auto* shared = ::mmap(nullptr, sizeof(StickOrders), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        ::close(file);
        REQUIRE(shared != MAP_FAILED);
        orders_ = new (shared) StickOrders;
        REQUIRE(::unshare(CLONE_NEWNS) == 0);
        REQUIRE(::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0);
        server_.emplace(std::vector<std::string>{REFECTORY_BIN "/failing_stick", file_of_orders().string(), behind.path().string(), place_.path().string()});
        for (int patience = 1000; patience > 0 && !orders_->is_serving; --patience) std::this_thread::sleep_for(std::chrono::milliseconds{10});
        REQUIRE(orders_->is_serving);
    }
    ~FailingStick()
    {
        ::umount2(place_.path().c_str(), MNT_DETACH);
        server_.reset();
        ::munmap(orders_, sizeof(StickOrders));
    }
    FailingStick(const FailingStick&) = delete;
    FailingStick& operator=(const FailingStick&) = delete;

    const Folder behind{room_in_memory()};
    const std::filesystem::path& path() const { return place_.path(); }

    // From now on, the n-th of these operations (counted from 1) ends so.
    void let_fail(int operations, int n, int error, Fails fails)
    {
        orders_->counted = 0;
        orders_->left = n;
        orders_->error = error;
        orders_->is_lasting = fails == Fails::from_then_on;
        orders_->counted = operations;
    }
    bool has_failed() const { return orders_->counted != 0 && orders_->left <= 0; }
    void mend() { orders_->counted = 0; }
    void empty() const
    {
        for (const auto& name : behind.names()) std::filesystem::remove_all(behind / name);
    }

private:
    std::filesystem::path file_of_orders() const { return around_ / "orders"; }

    const Folder around_{room_in_memory()}, place_;
    StickOrders* orders_ = nullptr;
    std::optional<Child> server_;
};

}
