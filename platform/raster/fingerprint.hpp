// Stands for a picture that Dear ImGui has laid out: of each tile a number that follows from all that is drawn there. So what
// differs between two pictures is known without drawing either. Two tiles that differ are taken for equal once in 2^64 times.
// It goes by the places in a texture and not by its pixels: those do not change once they have been drawn with. Fonts only add
// glyphs, and another picture is another texture.
#pragma once

#include "platform/raster/canvas.hpp"

#include <vector>

struct ImDrawData;

namespace refectory::platform::raster {

inline constexpr int tile_size = 32;  // pixels

// One number that follows from all that is laid out: whether two frames are alike is asked of each, and where they differ of few.
std::uint64_t sum_of(const ImDrawData& data);

class Fingerprint {
public:
    Fingerprint() = default;  // of no picture
    Fingerprint(const ImDrawData& data, int width, int height);

    Area glass() const { return {0, 0, width_, height_}; }
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;

    // Of whole tiles, none of which is in two areas; the areas together may be more than what differs. Everything where the sizes do.
    std::vector<Area> what_differs_from(const Fingerprint& other) const;

private:
    int columns() const { return (width_ + tile_size - 1) / tile_size; }
    int rows() const { return (height_ + tile_size - 1) / tile_size; }

    int width_ = 0, height_ = 0;
    std::vector<std::uint64_t> tiles_;  // row by row
};

}
