#include "domain/digest.hpp"

#include <nettle/sha2.h>

namespace refectory {

struct RunningDigest::State {
    sha256_ctx nettle;
};

Digest sha256(ByteView bytes)
{
    RunningDigest digest;
    digest.add(bytes);
    return digest.finish();
}

RunningDigest::RunningDigest() : state_(std::make_unique<State>())
{
    sha256_init(&state_->nettle);
}

RunningDigest::~RunningDigest() = default;
RunningDigest::RunningDigest(RunningDigest&&) noexcept = default;
RunningDigest& RunningDigest::operator=(RunningDigest&&) noexcept = default;

void RunningDigest::add(ByteView bytes)
{
    sha256_update(&state_->nettle, bytes.size(), bytes.data());
}

Digest RunningDigest::finish()
{
    Digest digest{};
    sha256_digest(&state_->nettle, digest.size(), digest.data());
    return digest;
}

}
