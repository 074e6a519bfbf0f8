// What is drawn with: the pixels of a texture, taken between its pixels' middles, and held at its edges.
#pragma once

#include "platform/raster/canvas.hpp"

struct ImTextureData;

namespace refectory::platform::raster {

// A place in a texture, in 65536ths of its pixels; 0 is the middle of the first.
inline constexpr std::int64_t texture_one = 65536;

class Texture {
public:
    explicit Texture(const ImTextureData& data);

    int width() const { return width_; }
    int height() const { return height_; }

    Colour at(int x, int y) const
    {
        const auto place = static_cast<std::size_t>(std::clamp(y, 0, height_ - 1)) * static_cast<std::size_t>(width_) +
                           static_cast<std::size_t>(std::clamp(x, 0, width_ - 1));
        if (is_alpha_) return {255, 255, 255, bytes_[place]};
        const auto* bytes = bytes_ + place * 4;
        return {bytes[0], bytes[1], bytes[2], bytes[3]};
    }
    Colour between(std::int64_t x, std::int64_t y) const;

private:
    const std::uint8_t* bytes_;
    int width_, height_;
    bool is_alpha_;
};

}
