// SHA-256, for the chain of facts and for the sums of files.
#pragma once

#include "domain/bytes.hpp"

#include <array>
#include <memory>

namespace refectory {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(ByteView bytes);

// The same over a text that comes in pieces.
class RunningDigest {
public:
    RunningDigest();
    ~RunningDigest();
    RunningDigest(RunningDigest&&) noexcept;
    RunningDigest& operator=(RunningDigest&&) noexcept;

    void add(ByteView bytes);
    Digest finish();  // once; nothing is added after it

private:
    struct State;
    std::unique_ptr<State> state_;
};

}
