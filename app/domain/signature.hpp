// Ed25519: the desk signs programmes and passes, each kiosk signs its parcels.
#pragma once

#include "domain/bytes.hpp"

#include <array>

namespace refectory {

using PublicKey = std::array<std::uint8_t, 32>;
using SecretKey = std::array<std::uint8_t, 64>;
using Signature = std::array<std::uint8_t, 64>;

struct KeyPair {
    PublicKey public_key{};
    SecretKey secret_key{};
};

KeyPair make_key_pair(const Entropy& entropy);
Signature sign(ByteView message, const SecretKey& key);
bool verify(ByteView message, const Signature& signature, const PublicKey& key);

}
