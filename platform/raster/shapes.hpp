// The shapes that a picture is made of, in the places of the canvas: coordinates in 256ths of a pixel.
#pragma once

#include "platform/raster/canvas.hpp"
#include "platform/raster/texture.hpp"

#include <span>

namespace refectory::platform::raster {

inline constexpr std::int64_t place_one = 256;

struct Corner {
    std::int64_t x = 0, y = 0;  // in 256ths of a pixel
    double u = 0, v = 0;        // in the texture's pixels
    Colour colour;
};

// The first pixel whose middle is not before the place.
constexpr int first_pixel(std::int64_t place) { return static_cast<int>((place + place_one / 2 - 1) >> 8); }

// Of two corners of an upright rectangle that lie opposite each other, whichever comes first.
constexpr Area pixels_between(const Corner& one, const Corner& other)
{
    return {first_pixel(std::min(one.x, other.x)), first_pixel(std::min(one.y, other.y)), first_pixel(std::max(one.x, other.x)), first_pixel(std::max(one.y, other.y))};
}

// By way of an int, and of the smaller and the greater of two, which processors work out for several at a time.
constexpr std::uint32_t byte_of(double value)
{
    const double rounded = value + 0.5, not_below = rounded > 0 ? rounded : 0;
    return static_cast<std::uint32_t>(static_cast<int>(not_below < 255 ? not_below : 255));
}

// Of one colour.
void fill(const Canvas& canvas, const Area& area, const Colour& colour);
// An upright rectangle between two corners, of the first one's colour times its texture.
void draw_picture(const Canvas& canvas, const Area& area, const Corner& first, const Corner& opposite, const Texture& texture);
// One of the first corner's colour, which fades from that corner's side to the opposite one's, as the straight parts of shadows do.
enum class Fades { across, down };
void fade(const Canvas& canvas, const Area& area, const Corner& first, const Corner& opposite, Fades way);
// Of the first corner's colour: a shape as a fan of triangles from its first corner has it, which are not drawn one by one, for most are long
// and thin. Not where it is not convex with its corners clockwise; then nothing is drawn.
bool fill_convex(const Canvas& canvas, const Area& area, std::span<const Corner> corners);
// The texture may be none where all corners have the same place in it: then the colours are all there is.
void draw_triangle(const Canvas& canvas, const Area& area, const Corner (&corners)[3], const Texture* texture);

}
