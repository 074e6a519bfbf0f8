// What is drawn with: the pixels of a texture, taken between its pixels' middles, and held at its edges.
#pragma once

#include "platform/raster/canvas.hpp"

#include <span>

struct ImTextureData;

namespace refectory::platform::raster {

// A place in a texture, in 65536ths of its pixels; 0 is the middle of the first.
inline constexpr std::int64_t texture_one = 65536;

class Texture {
public:
    Texture(const ImTextureData& data, Order order);

    int width() const { return width_; }
    int height() const { return height_; }

    Colour at(int x, int y) const
    {
        if (is_alpha_) return {255, 255, 255, alpha_at(x, y)};
        const auto* bytes = bytes_ + place(x, y) * 4;
        return in_order({bytes[0], bytes[1], bytes[2], bytes[3]}, order_);
    }
    Colour between(std::int64_t x, std::int64_t y) const;
    // Of one that is white and has nothing but alpha, as that of letters.
    bool is_alpha() const { return is_alpha_; }
    // Its alphas along one line across it, taken between its pixels' middles.
    class Alphas {
    public:
        // As many as there is room for, from one place on and each a step further.
        void write(std::int64_t x, std::int64_t step, std::span<std::uint8_t> alphas) const
        {
            const auto farthest = x + step * (std::ssize(alphas) - 1);
            const bool is_inside = std::min(x, farthest) >= 0 && std::max(x, farthest) < last_ * texture_one;
            if (is_inside) write(x, step, alphas, [](int column) { return column; });
            else write(x, step, alphas, [last = last_](int column) { return std::clamp(column, 0, last); });
        }

    private:
        friend class Texture;
        template <class Held>
        void write(std::int64_t x, std::int64_t step, std::span<std::uint8_t> alphas, Held held) const
        {
            for (auto& alpha : alphas) {
                const int left = static_cast<int>(x >> 16), first = held(left), second = held(left + 1);
                const auto across = static_cast<std::uint32_t>(x >> 8) & 255U;
                const auto upper = mixed(upper_[first], upper_[second], across), lower = mixed(lower_[first], lower_[second], across);
                alpha = static_cast<std::uint8_t>((upper * (256 - down_) + lower * down_ + 32768) >> 16);
                x += step;
            }
        }
        Alphas(const std::uint8_t* upper, const std::uint8_t* lower, int last, std::uint32_t down) : upper_(upper), lower_(lower), last_(last), down_(down) {}

        const std::uint8_t *upper_, *lower_;
        int last_;
        std::uint32_t down_;
    };
    Alphas alphas_at(std::int64_t y) const
    {
        const int top = static_cast<int>(y >> 16);
        return {bytes_ + place(0, top), bytes_ + place(0, top + 1), width_ - 1, static_cast<std::uint32_t>(y >> 8) & 255U};
    }

private:
    // Of two, by how near the second is in 256ths.
    static std::uint32_t mixed(std::uint32_t first, std::uint32_t second, std::uint32_t nearness) { return first * (256 - nearness) + second * nearness; }
    static std::uint32_t mixed_of_four(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d, std::uint32_t across, std::uint32_t down)
    {
        return (mixed(a, b, across) * (256 - down) + mixed(c, d, across) * down + 32768) >> 16;
    }
    std::size_t place(int x, int y) const
    {
        return static_cast<std::size_t>(std::clamp(y, 0, height_ - 1)) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(std::clamp(x, 0, width_ - 1));
    }
    std::uint32_t alpha_at(int x, int y) const { return bytes_[place(x, y)]; }

    const std::uint8_t* bytes_;
    int width_, height_;
    bool is_alpha_;
    Order order_;
};

}
