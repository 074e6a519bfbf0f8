#include "domain/signature.hpp"

#include <sodium.h>

namespace refectory {

KeyPair make_key_pair(const Entropy& entropy)
{
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
    entropy(seed);
    KeyPair pair;
    crypto_sign_seed_keypair(pair.public_key.data(), pair.secret_key.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

Signature sign(ByteView message, const SecretKey& key)
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), key.data());
    return signature;
}

bool verify(ByteView message, const Signature& signature, const PublicKey& key)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

}
