#include "platform/raster/ink.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <vector>

using namespace refectory::platform::raster;

namespace {

std::mt19937 numbers{7};

std::uint32_t number() { return static_cast<std::uint32_t>(numbers()); }
std::uint32_t byte() { return number() % 256; }

std::vector<Pixel> some_row(int count)
{
    std::vector<Pixel> row(static_cast<std::size_t>(count));
    for (auto& pixel : row) pixel = number() | 0xFF000000U;
    return row;
}

}

TEST_CASE("ink over many pixels is what it is over each of them")
{
    for (int tries = 0; tries < 2000; ++tries) {
        const int count = static_cast<int>(number() % 70);
        const auto before = some_row(count);
        const Colour ink{byte(), byte(), byte(), tries % 5 == 0 ? 255 : tries % 7 == 0 ? 0 : byte()};
        std::vector<std::uint8_t> alphas;
        for (int i = 0; i < count; ++i) alphas.push_back(static_cast<std::uint8_t>(byte()));
        auto even = before, uneven = before;
        lay(even.data(), count, ink);
        lay(uneven.data(), count, ink, alphas.data());
        for (std::size_t i = 0; i < before.size(); ++i) {
            REQUIRE(even[i] == laid_over(before[i], ink));
            REQUIRE(uneven[i] == laid_over(before[i], {ink.red, ink.green, ink.blue, alphas[i]}));
        }
    }
}

TEST_CASE("every strength of every ink over every pixel is rounded to the nearest")
{
    for (std::uint32_t alpha = 0; alpha < 256; ++alpha)
        for (std::uint32_t over = 0; over < 256; over += 5)
            for (std::uint32_t under = 0; under < 256; under += 3) {
                Pixel pixels[4] = {under | 0xFF000000U, under, under, under};
                const std::uint8_t alphas[4] = {static_cast<std::uint8_t>(alpha), 0, 0, 0};
                lay(pixels, 4, {over, over, over, 0}, alphas);
                REQUIRE((pixels[0] & 255U) == (under * (255 - alpha) + over * alpha + 127) / 255);
                REQUIRE(pixels[0] >> 24 == 255);
            }
}
