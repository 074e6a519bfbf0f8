#include "exchange/sink_beside.hpp"

#include <system_error>

namespace refectory {

namespace {

constexpr std::size_t most_pieces = 4;

}

SinkBeside::~SinkBeside()
{
    (void)end(true);
}

Result<> SinkBeside::write(std::string_view bytes)
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return error_ || pieces_.size() < most_pieces; });
    if (error_) return std::unexpected(*error_);
    pieces_.emplace_back(bytes);
    if (pieces_.size() > 1 && !thread_.joinable()) REFECTORY_TRY(begin_thread());
    changed_.notify_all();
    return {};
}

Result<> SinkBeside::finish()
{
    return thread_.joinable() ? end(false) : give_all();
}

// Where the machine gives no more threads, whoever writes waits.
Result<> SinkBeside::begin_thread()
{
    try {
        thread_ = std::jthread{[this] { take_pieces(); }};
        return {};
    } catch (const std::system_error&) {
        return give_all();
    }
}

Result<> SinkBeside::give_all()
{
    for (; !error_ && !pieces_.empty(); pieces_.pop_front())
        if (auto taken = sink_(pieces_.front()); !taken) error_ = std::move(taken.error());
    return error_ ? Result<>{std::unexpected(*error_)} : Result<>{};
}

Result<> SinkBeside::end(bool drops_what_waits)
{
    {
        const std::lock_guard lock{mutex_};
        is_over_ = true;
        if (drops_what_waits) pieces_.clear();
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    return error_ ? Result<>{std::unexpected(*error_)} : Result<>{};
}

void SinkBeside::take_pieces()
{
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return is_over_ || !pieces_.empty(); });
        if (pieces_.empty() || error_) return;
        auto piece = std::move(pieces_.front());
        pieces_.pop_front();
        lock.unlock();
        auto taken = sink_(piece);
        lock.lock();
        if (!taken) error_ = std::move(taken.error());
        changed_.notify_all();
    }
}

}
