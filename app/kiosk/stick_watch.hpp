// Looks which sticks are in, on a thread of its own: the machine may take long to answer, and a page that waits answers no finger.
// It looks as long as somebody asks, and gives what it saw last; once nobody has asked for a while, nothing until it has looked again.
#pragma once

#include "domain/instant.hpp"
#include "kiosk/sticks.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace refectory {

class StickWatch {
public:
    static constexpr milliseconds between_looks{500};

    // `tell` is called, on that thread, when others are in than were.
    StickWatch(FindSticks find, std::function<void()> tell, milliseconds remembers = std::chrono::minutes{2});
    ~StickWatch() = default;  // waits for a look that is being taken
    StickWatch(const StickWatch&) = delete;
    StickWatch& operator=(const StickWatch&) = delete;

    std::vector<Stick> sticks();

private:
    void look_when_asked(const std::stop_token& stop);

    FindSticks find_;
    std::function<void()> tell_;
    milliseconds remembers_;
    std::mutex mutex_;
    std::condition_variable_any asked_;
    bool is_asked_ = false;
    std::vector<Stick> seen_;
    std::jthread worker_;  // last: it uses the others
};

}
