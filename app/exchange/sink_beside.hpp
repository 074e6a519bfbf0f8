// A sink that works on a thread of its own, so that what makes the bytes and what takes them run at once. What fits into one piece
// makes no thread.
#pragma once

#include "exchange/byte_sink.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace refectory {

class SinkBeside {
public:
    // What the sink uses belongs to it until finish() returns, or this is gone.
    explicit SinkBeside(ByteSink sink) : sink_(std::move(sink)) {}
    ~SinkBeside();  // what waits is dropped
    SinkBeside(const SinkBeside&) = delete;
    SinkBeside& operator=(const SinkBeside&) = delete;

    // Waits while several pieces are not taken yet. The sink's error, as soon as it is known.
    Result<> write(std::string_view bytes);
    Result<> finish();  // once all is taken

private:
    Result<> begin_thread();
    Result<> give_all();
    void take_pieces();
    Result<> end(bool drops_what_waits);

    ByteSink sink_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> pieces_;
    bool is_over_ = false;
    std::optional<Error> error_;
    std::jthread thread_;  // last: it uses the others
};

}
