// Every random choice of a simulated year comes from its one seed.
#pragma once

#include "support/randomness.hpp"

#include <random>

namespace refectory::simulation {

class Choices {
public:
    explicit Choices(std::uint64_t seed) : random_(seed) {}

    std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution<std::int64_t>{least, most}(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    template <class Row>
    auto& among(Row& row) { return row[static_cast<std::size_t>(number(0, std::ssize(row) - 1))]; }
    template <class Row>
    void shuffle(Row& row) { std::ranges::shuffle(row, random_); }
    Entropy entropy() { return test::seeded(random_()); }

private:
    std::mt19937_64 random_;
};

}
