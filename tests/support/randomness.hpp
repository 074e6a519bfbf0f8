// Randomness that is the same in every run.
#pragma once

#include "domain/bytes.hpp"

#include <memory>
#include <random>

namespace refectory::test {

inline Entropy seeded(std::uint64_t seed)
{
    return [random = std::make_shared<std::mt19937_64>(seed)](std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>((*random)());
    };
}

}
