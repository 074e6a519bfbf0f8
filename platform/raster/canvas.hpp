// Pixels in memory that are drawn to, and how a colour is laid over one. A pixel is four bytes, red, green, blue and alpha, in that
// order in memory, or with blue first, as most screens have it; the canvas is opaque, and its alpha is kept at 255.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace refectory::platform::raster {

using Pixel = std::uint32_t;

// Of whole pixels: from the first to before the end.
struct Area {
    int left = 0, top = 0, right = 0, bottom = 0;

    bool is_empty() const { return left >= right || top >= bottom; }
    friend bool operator==(const Area&, const Area&) = default;
};

inline Area shared(const Area& one, const Area& other)
{
    return {std::max(one.left, other.left), std::max(one.top, other.top), std::min(one.right, other.right), std::min(one.bottom, other.bottom)};
}

// Of which nothing is seen where the page covers all of the glass.
inline constexpr Pixel background = 0xFFFFFFFFU;

enum class Order { red_first, blue_first };

struct Canvas {
    Pixel* pixels = nullptr;
    int width = 0, height = 0;
    Order order = Order::red_first;

    Pixel* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * width; }
    Area all() const { return {0, 0, width, height}; }
};

struct Colour {
    std::uint32_t red = 0, green = 0, blue = 0, alpha = 0;  // each up to 255
};

constexpr Colour colour_of(Pixel pixel)
{
    return {pixel & 255U, (pixel >> 8) & 255U, (pixel >> 16) & 255U, pixel >> 24};
}

// What a colour is to a canvas that has its bytes in that order: what is red to one is blue to the other.
constexpr Colour in_order(const Colour& colour, Order order)
{
    return order == Order::red_first ? colour : Colour{colour.blue, colour.green, colour.red, colour.alpha};
}

// Rounded to the nearest, of products of two bytes.
constexpr std::uint32_t divided_by_255(std::uint32_t value)
{
    return (value + 128 + ((value + 128) >> 8)) >> 8;
}

constexpr Colour times(const Colour& one, const Colour& other)
{
    return {divided_by_255(one.red * other.red), divided_by_255(one.green * other.green), divided_by_255(one.blue * other.blue),
            divided_by_255(one.alpha * other.alpha)};
}

// Red and blue are worked out at once, each in its half of a number: no product of two bytes spills into the other.
constexpr Pixel laid_over(Pixel under, const Colour& over)
{
    constexpr std::uint32_t both = 0x00FF00FFU;
    const auto rest = 255 - over.alpha;
    const auto sum = (under & both) * rest + (over.red | over.blue << 16) * over.alpha + 0x00800080U;
    const auto red_and_blue = (sum + (sum >> 8 & both)) >> 8 & both;
    return red_and_blue | divided_by_255((under >> 8 & 255U) * rest + over.green * over.alpha) << 8 | 0xFF000000U;
}

}
