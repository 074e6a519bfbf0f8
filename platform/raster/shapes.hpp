// The shapes that a picture is made of, in the places of the canvas: coordinates in 256ths of a pixel.
#pragma once

#include "platform/raster/canvas.hpp"
#include "platform/raster/texture.hpp"

namespace refectory::platform::raster {

inline constexpr std::int64_t place_one = 256;

struct Corner {
    std::int64_t x = 0, y = 0;  // in 256ths of a pixel
    double u = 0, v = 0;        // in the texture's pixels
    Colour colour;
};

// The first pixel whose middle is not before the place.
constexpr int first_pixel(std::int64_t place) { return static_cast<int>((place + place_one / 2 - 1) >> 8); }

// Of one colour.
void fill(const Canvas& canvas, const Area& area, const Colour& colour);
// An upright rectangle between two corners, of the first one's colour times its texture.
void draw_picture(const Canvas& canvas, const Area& area, const Corner& first, const Corner& opposite, const Texture& texture);
// The texture may be none where all corners have the same place in it: then the colours are all there is.
void draw_triangle(const Canvas& canvas, const Area& area, const Corner (&corners)[3], const Texture* texture);

}
