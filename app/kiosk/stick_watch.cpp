#include "kiosk/stick_watch.hpp"

#include <algorithm>

namespace refectory {

namespace {

bool are_others(const std::vector<Stick>& some, const std::vector<Stick>& before)
{
    return !std::ranges::equal(some, before, [](const Stick& one, const Stick& other) { return one.identity() == other.identity() && one.trouble == other.trouble; });
}

}

StickWatch::StickWatch(FindSticks find, std::function<void()> tell, milliseconds remembers)
    : find_(std::move(find)), tell_(std::move(tell)), remembers_(remembers), worker_([this](const std::stop_token& stop) { look_when_asked(stop); })
{
}

std::vector<Stick> StickWatch::sticks()
{
    const std::lock_guard lock{mutex_};
    is_asked_ = true;
    asked_.notify_one();
    return seen_;
}

void StickWatch::look_when_asked(const std::stop_token& stop)
{
    std::unique_lock lock{mutex_};
    while (asked_.wait(lock, stop, [this] { return is_asked_; })) {
        is_asked_ = false;
        lock.unlock();
        auto sticks = find_();
        lock.lock();
        const bool are_new = are_others(sticks, seen_);
        seen_ = std::move(sticks);
        if (are_new) tell_();
        asked_.wait_for(lock, stop, between_looks, [] { return false; });
        if (!asked_.wait_for(lock, stop, remembers_, [this] { return is_asked_; })) seen_.clear();
    }
}

}
