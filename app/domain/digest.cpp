#include "domain/digest.hpp"

#include <sodium.h>

namespace refectory {

struct RunningDigest::State {
    crypto_hash_sha256_state sodium;
};

Digest sha256(ByteView bytes)
{
    Digest digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

RunningDigest::RunningDigest() : state_(std::make_unique<State>())
{
    crypto_hash_sha256_init(&state_->sodium);
}

RunningDigest::~RunningDigest() = default;
RunningDigest::RunningDigest(RunningDigest&&) noexcept = default;
RunningDigest& RunningDigest::operator=(RunningDigest&&) noexcept = default;

void RunningDigest::add(ByteView bytes)
{
    crypto_hash_sha256_update(&state_->sodium, bytes.data(), bytes.size());
}

Digest RunningDigest::finish()
{
    Digest digest{};
    crypto_hash_sha256_final(&state_->sodium, digest.data());
    return digest;
}

}
