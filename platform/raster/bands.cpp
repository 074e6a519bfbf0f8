#include "platform/raster/bands.hpp"

#include "platform/processors.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace refectory::platform::raster {

namespace {

constexpr int pixels_a_band = 100'000;  // a helper that waits is called in the time in which some thousands are drawn
constexpr int most_helpers = 3;

int pixels_of(std::span<const Area> areas)
{
    int pixels = 0;
    for (const auto& area : areas) pixels += (area.right - area.left) * (area.bottom - area.top);
    return pixels;
}

std::vector<Area> bands_of(std::span<const Area> areas)
{
    std::vector<Area> bands;
    for (const auto& [left, top, right, bottom] : areas) {
        const int height = bottom - top, count = std::max(1, (right - left) * height / pixels_a_band);
        for (int i = 0; i < count; ++i) bands.push_back({left, top + height * i / count, right, top + height * (i + 1) / count});
    }
    return bands;
}

}

// Works on another processor than whoever calls it, where there is one.
class Bands::Helper {
public:
    void begin(const std::function<void()>& work)
    {
        keep_away_from_here();
        {
            const std::lock_guard lock{mutex_};
            work_ = &work;
        }
        changed_.notify_all();
    }
    // For what it has begun; what it has not, it leaves.
    void wait()
    {
        std::unique_lock lock{mutex_};
        if (!works_) work_ = nullptr;
        changed_.wait(lock, [&] { return work_ == nullptr; });
    }

private:
    void keep_away_from_here()
    {
        const auto here = this_processor();
        if (here && here != std::exchange(away_from_, here)) keep_off(thread_.native_handle(), *here);
    }

    void run(const std::stop_token& stop)
    {
        std::unique_lock lock{mutex_};
        while (changed_.wait(lock, stop, [&] { return work_ != nullptr; })) {
            works_ = true;
            lock.unlock();
            (*work_)();
            lock.lock();
            works_ = false;
            work_ = nullptr;
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    const std::function<void()>* work_ = nullptr;
    bool works_ = false;
    std::optional<int> away_from_;
    std::jthread thread_{[this](const std::stop_token& stop) { run(stop); }};  // ends before what it uses
};

Bands::Bands() : processors_(std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {}
Bands::~Bands() = default;

// Where the machine gives no more threads there are fewer.
std::span<const std::unique_ptr<Bands::Helper>> Bands::helpers(std::size_t count)
{
    try {
        while (helpers_.size() < count) helpers_.push_back(std::make_unique<Helper>());
    } catch (const std::system_error&) {
        count = helpers_.size();
    }
    return std::span{helpers_}.first(count);
}

void Bands::share_out(std::span<const Area> areas, const Work& work)
{
    const auto called = helpers(static_cast<std::size_t>(std::min({pixels_of(areas) / (2 * pixels_a_band), processors_ - 1, most_helpers})));
    const auto bands = called.empty() ? std::vector(areas.begin(), areas.end()) : bands_of(areas);
    std::atomic<std::size_t> next = 0;
    const std::function<void()> take_bands = [&]() noexcept {  // whoever left it early would leave the helpers with what is gone
        for (auto i = next++; i < bands.size(); i = next++) work(bands[i]);
    };
    for (const auto& helper : called) helper->begin(take_bands);
    take_bands();
    for (const auto& helper : called) helper->wait();
}

}
