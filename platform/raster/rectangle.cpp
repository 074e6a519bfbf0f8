#include "platform/raster/ink.hpp"
#include "platform/raster/shapes.hpp"

#include <array>
#include <cmath>

namespace refectory::platform::raster {

namespace {

// A texture's places along one side of a rectangle.
struct Run {
    std::int64_t first = 0, step = 0;  // at pixel 0 of the canvas, and from one pixel to the next
    std::int64_t at(int pixel) const { return first + step * pixel; }
};

// One pixel of a glyph for one of the canvas is meant to be just that: what the float's last digits make of it is taken away.
Run run_of(std::int64_t from, std::int64_t to, double u_from, double u_to)
{
    constexpr std::int64_t slack = 64, part = 256;
    const auto length = static_cast<double>(to - from) / place_one;
    auto step = std::llround((u_to - u_from) / length * texture_one);
    if (std::abs(step - texture_one) <= slack) step = texture_one;
    const auto middle = 0.5 - static_cast<double>(from) / place_one;
    const auto first = std::llround((u_from - 0.5 + middle * static_cast<double>(step) / texture_one) * texture_one);
    return {((first + part / 2) >> 8) * part, step};
}

// An alpha that goes evenly from one corner's to the other's, asked for at the middle of a pixel.
class Ramp {
public:
    Ramp(const Corner& first, const Corner& opposite, Fades way) : from_(first.colour.alpha)
    {
        const auto begin = way == Fades::across ? first.x : first.y, end = way == Fades::across ? opposite.x : opposite.y;
        begin_ = static_cast<double>(begin) / place_one - 0.5;
        step_ = (static_cast<double>(opposite.colour.alpha) - from_) * place_one / static_cast<double>(end - begin);
    }
    std::uint32_t at(int pixel) const { return byte_of(from_ + step_ * (pixel - begin_)); }

private:
    double from_, begin_ = 0, step_ = 0;
};

// Piece by piece, as their strengths are worked out.
void draw_row_of_letters(Pixel* row, const Area& part, const Colour& ink, const Texture& texture, const Run& across, std::int64_t v)
{
    std::array<std::uint8_t, 64> alphas;
    const auto between = texture.alphas_at(v);
    for (int from = part.left; from < part.right; from += static_cast<int>(alphas.size())) {
        const int count = std::min(part.right - from, static_cast<int>(alphas.size()));
        const auto some = std::span{alphas}.first(static_cast<std::size_t>(count));
        between.write(across.at(from), across.step, some);
        if (ink.alpha != 255)
            for (auto& alpha : some) alpha = static_cast<std::uint8_t>(divided_by_255(alpha * ink.alpha));
        lay(row + from, count, ink, alphas.data());
    }
}

}

void fill(const Canvas& canvas, const Area& area, const Colour& colour)
{
    if (area.is_empty()) return;
    for (int y = area.top; y < area.bottom; ++y) lay(canvas.row(y) + area.left, area.right - area.left, colour);
}

void fade(const Canvas& canvas, const Area& area, const Corner& first, const Corner& opposite, Fades way)
{
    const auto part = shared(area, pixels_between(first, opposite));
    const Ramp alpha{first, opposite, way};
    const auto& ink = first.colour;
    if (way == Fades::down) {
        for (int y = part.top; y < part.bottom; ++y)
            lay(canvas.row(y) + part.left, std::max(0, part.right - part.left), {ink.red, ink.green, ink.blue, alpha.at(y)});
        return;
    }
    std::array<std::uint8_t, 64> alphas;
    for (int from = part.left; from < part.right; from += static_cast<int>(alphas.size())) {
        const int count = std::min(part.right - from, static_cast<int>(alphas.size()));
        for (int i = 0; i < count; ++i) alphas[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(alpha.at(from + i));
        for (int y = part.top; y < part.bottom; ++y) lay(canvas.row(y) + from, count, ink, alphas.data());
    }
}

void draw_picture(const Canvas& canvas, const Area& area, const Corner& first, const Corner& opposite, const Texture& texture)
{
    const auto part = shared(area, pixels_between(first, opposite));
    if (part.is_empty()) return;
    const auto across = run_of(first.x, opposite.x, first.u, opposite.u), down = run_of(first.y, opposite.y, first.v, opposite.v);
    for (int y = part.top; y < part.bottom; ++y) {
        auto* row = canvas.row(y);
        if (texture.is_alpha()) {
            draw_row_of_letters(row, part, first.colour, texture, across, down.at(y));
            continue;
        }
        for (int x = part.left; x < part.right; ++x) {
            const auto colour = times(texture.between(across.at(x), down.at(y)), first.colour);
            if (colour.alpha != 0) row[x] = laid_over(row[x], colour);
        }
    }
}

}
