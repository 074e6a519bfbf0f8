// Being asked to end: by the service manager, or by the keys that do so at a terminal. The loop ends itself when it comes round,
// so that what is being written gets written.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace refectory::platform {

class Termination {
public:
    // While no other thread runs: those that come later leave these signals to this one. `wake` is called on a thread of its own.
    explicit Termination(std::function<void()> wake);
    ~Termination();
    Termination(const Termination&) = delete;
    Termination& operator=(const Termination&) = delete;

    bool is_asked_for() const { return is_asked_for_; }

private:
    std::atomic<bool> is_asked_for_ = false;
    std::jthread waiting_;
};

}
