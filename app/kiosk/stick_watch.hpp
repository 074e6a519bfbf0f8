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

    explicit StickWatch(FindSticks find, milliseconds remembers = milliseconds{2'500});
    ~StickWatch() = default;  // waits for a look that is being taken
    StickWatch(const StickWatch&) = delete;
    StickWatch& operator=(const StickWatch&) = delete;

    std::vector<Stick> sticks();

private:
    void look_when_asked(const std::stop_token& stop);

    FindSticks find_;
    milliseconds remembers_;
    std::mutex mutex_;
    std::condition_variable_any asked_;
    bool is_asked_ = false;
    std::vector<Stick> seen_;
    std::jthread worker_;  // last: it uses the others
};

}
