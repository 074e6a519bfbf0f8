// How a screen keeps a pixel: so many bytes, in which each colour has its bits.
#pragma once

#include "platform/raster/canvas.hpp"

namespace refectory::platform {

struct PixelFormat {
    int bytes = 4;  // 2, 3 or 4
    std::uint32_t red = 0xFF0000, green = 0xFF00, blue = 0xFF;  // the bits of each
    bool is_big_end_first = false;

    friend bool operator==(const PixelFormat&, const PixelFormat&) = default;
};

// False where colours are not bits of the pixel, as where they come from a table.
bool can_be_written(const PixelFormat& format);
// `to` has room for that many pixels.
void write_pixels(const PixelFormat& format, const raster::Pixel* from, int count, std::uint8_t* to);

}
