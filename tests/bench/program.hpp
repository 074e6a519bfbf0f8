// A program that is measured, with all processes that come of it: when it was executed, what memory and time they take. It is ended
// with the object.
#pragma once

#include "domain/result.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace refectory::bench {

using Clock = std::chrono::steady_clock;

std::int64_t memory_of(pid_t process);  // bytes: its proportional share (PSS)

class Program {
public:
    struct Start {
        std::vector<std::string> words = {};
        std::string display = {};  // of X, where it needs one
        bool is_heard = false;     // whether what it says is read, or thrown away
    };
    static std::unique_ptr<Program> start(const Start& start);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    Clock::time_point executed_at() const { return executed_at_; }
    std::optional<std::string> next_line();  // of what it says; nothing at its end

    int processes() const { return static_cast<int>(family().size()); }
    std::int64_t memory() const;               // of all its processes
    std::chrono::nanoseconds cpu_time() const;  // of all its processes that live
    std::set<std::filesystem::path> files() const;  // that it has mapped
    bool is_running() const;

private:
    Program(pid_t process, int heard) : process_(process), heard_(heard) {}
    std::vector<pid_t> family() const;

    pid_t process_;
    int heard_;
    std::string unread_;
    Clock::time_point executed_at_{};
};

}
