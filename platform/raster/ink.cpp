#include "platform/raster/ink.hpp"

#include <array>

namespace refectory::platform::raster {

namespace {

constexpr int step = 16, pixels_a_step = step / 4;  // bytes

using Bytes = std::array<std::uint16_t, step>;

// Of the ink: the canvas stays opaque, so its fourth byte is 255.
Bytes bytes_of(const Colour& ink)
{
    Bytes bytes;
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        bytes[i] = static_cast<std::uint16_t>(ink.red);
        bytes[i + 1] = static_cast<std::uint16_t>(ink.green);
        bytes[i + 2] = static_cast<std::uint16_t>(ink.blue);
        bytes[i + 3] = 255;
    }
    return bytes;
}

// Divided by 255 and rounded to the nearest: no sum on the way is more than sixteen bits hold.
std::uint8_t shared(std::uint16_t under, std::uint16_t rest, std::uint16_t over)
{
    const auto sum = static_cast<std::uint16_t>(under * rest + over + 128);
    return static_cast<std::uint8_t>(static_cast<std::uint16_t>(sum + (sum >> 8)) >> 8);
}

void lay_step(std::uint8_t* bytes, const Bytes& ink, const std::uint8_t* alphas)
{
    for (std::size_t i = 0; i < step; ++i)
        bytes[i] = shared(bytes[i], static_cast<std::uint16_t>(255 - alphas[i]), static_cast<std::uint16_t>(ink[i] * alphas[i]));
}

}

void lay(Pixel* first, int count, const Colour& ink)
{
    if (ink.alpha == 0) return;
    if (ink.alpha == 255) {
        std::fill(first, first + count, laid_over(0, ink));
        return;
    }
    auto over = bytes_of(ink);
    for (auto& byte : over) byte = static_cast<std::uint16_t>(byte * ink.alpha);
    const auto rest = static_cast<std::uint16_t>(255 - ink.alpha);
    auto* bytes = reinterpret_cast<std::uint8_t*>(first);
    int done = 0;
    for (; done + pixels_a_step <= count; done += pixels_a_step, bytes += step)
        for (std::size_t i = 0; i < step; ++i) bytes[i] = shared(bytes[i], rest, over[i]);
    for (; done < count; ++done) first[done] = laid_over(first[done], ink);
}

void lay(Pixel* first, int count, const Colour& ink, const std::uint8_t* alphas)
{
    const auto over = bytes_of(ink);
    auto* bytes = reinterpret_cast<std::uint8_t*>(first);
    int done = 0;
    for (; done + pixels_a_step <= count; done += pixels_a_step, bytes += step) {
        std::array<std::uint8_t, step> of_bytes;
        for (std::size_t i = 0; i < step; ++i) of_bytes[i] = alphas[static_cast<std::size_t>(done) + i / 4];
        lay_step(bytes, over, of_bytes.data());
    }
    for (; done < count; ++done) first[done] = laid_over(first[done], {ink.red, ink.green, ink.blue, alphas[done]});
}

}
