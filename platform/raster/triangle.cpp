#include "platform/raster/shapes.hpp"

#include <array>
#include <cmath>
#include <optional>

namespace refectory::platform::raster {

namespace {

// Where a point is to one side of a triangle: 0 and more inside. In whole numbers, so that no pixel is lost or drawn twice between
// two triangles that share a side.
struct Side {
    std::int64_t across = 0, down = 0, from = 0;

    Side(const Corner& a, const Corner& b) : across(a.y - b.y), down(b.x - a.x), from(-(across * a.x + down * a.y))
    {
        const bool is_left_or_top = across > 0 || (across == 0 && down > 0);
        if (!is_left_or_top) --from;
    }
    // The pixels of a row whose middles are inside.
    void narrow(int y, std::int64_t& left, std::int64_t& right) const
    {
        const auto here = down * (y * place_one + place_one / 2) + across * (place_one / 2) + from, step = across * place_one;
        if (step == 0) {
            if (here < 0) right = left;
        } else if (step > 0) {
            left = std::max(left, -floored(here, step));
        } else {
            right = std::min(right, floored(here, -step) + 1);
        }
    }

private:
    static std::int64_t floored(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }
};

// A value that grows evenly over a triangle, asked for at the middle of a pixel.
class Slope {
public:
    Slope(const Corner (&corners)[3], const std::array<double, 3>& values, double twice_area) : at_(values[0])
    {
        const double x1 = offset(corners[1].x, corners[0].x), y1 = offset(corners[1].y, corners[0].y);
        const double x2 = offset(corners[2].x, corners[0].x), y2 = offset(corners[2].y, corners[0].y);
        const double one = values[1] - values[0], two = values[2] - values[0];
        across_ = (one * y2 - two * y1) / twice_area;
        down_ = (two * x1 - one * x2) / twice_area;
        x_ = static_cast<double>(corners[0].x) / place_one;
        y_ = static_cast<double>(corners[0].y) / place_one;
    }
    double at(int x, int y) const { return at_ + across_ * (x + 0.5 - x_) + down_ * (y + 0.5 - y_); }

private:
    static double offset(std::int64_t place, std::int64_t from) { return static_cast<double>(place - from) / place_one; }

    double at_, across_ = 0, down_ = 0, x_ = 0, y_ = 0;
};

std::uint32_t byte_of(double value) { return static_cast<std::uint32_t>(std::clamp(value + 0.5, 0.0, 255.0)); }

bool is_flat(const Corner (&corners)[3])
{
    const auto same = [](const Colour& one, const Colour& other) {
        return one.red == other.red && one.green == other.green && one.blue == other.blue && one.alpha == other.alpha;
    };
    return same(corners[0].colour, corners[1].colour) && same(corners[0].colour, corners[2].colour);
}

class Shading {
public:
    Shading(const Corner (&corners)[3], const Texture* texture, double twice_area)
        : texture_(texture), flat_(is_flat(corners) ? std::optional{corners[0].colour} : std::nullopt),
          red_(corners, values(corners, &Colour::red), twice_area), green_(corners, values(corners, &Colour::green), twice_area),
          blue_(corners, values(corners, &Colour::blue), twice_area), alpha_(corners, values(corners, &Colour::alpha), twice_area),
          u_(corners, {corners[0].u, corners[1].u, corners[2].u}, twice_area), v_(corners, {corners[0].v, corners[1].v, corners[2].v}, twice_area)
    {
    }

    bool is_of_one_colour() const { return flat_ && !texture_; }
    Colour at(int x, int y) const
    {
        const auto colour = flat_ ? *flat_ : Colour{byte_of(red_.at(x, y)), byte_of(green_.at(x, y)), byte_of(blue_.at(x, y)), byte_of(alpha_.at(x, y))};
        if (!texture_) return colour;
        return times(texture_->between(std::llround((u_.at(x, y) - 0.5) * texture_one), std::llround((v_.at(x, y) - 0.5) * texture_one)), colour);
    }

private:
    static std::array<double, 3> values(const Corner (&corners)[3], std::uint32_t Colour::*part)
    {
        return {static_cast<double>(corners[0].colour.*part), static_cast<double>(corners[1].colour.*part), static_cast<double>(corners[2].colour.*part)};
    }

    const Texture* texture_;
    std::optional<Colour> flat_;
    Slope red_, green_, blue_, alpha_, u_, v_;
};

}

void draw_triangle(const Canvas& canvas, const Area& area, const Corner (&given)[3], const Texture* texture)
{
    const auto turn = (given[1].x - given[0].x) * (given[2].y - given[0].y) - (given[2].x - given[0].x) * (given[1].y - given[0].y);
    if (turn == 0) return;
    const Corner corners[3] = {given[0], turn > 0 ? given[1] : given[2], turn > 0 ? given[2] : given[1]};
    const std::array sides{Side{corners[0], corners[1]}, Side{corners[1], corners[2]}, Side{corners[2], corners[0]}};
    const auto [top, bottom] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
    const Shading shading{corners, texture, static_cast<double>(std::abs(turn)) / (place_one * place_one)};
    for (int y = std::max(area.top, first_pixel(top)), end = std::min(area.bottom, first_pixel(bottom)); y < end; ++y) {
        std::int64_t left = area.left, right = area.right;
        for (const auto& side : sides) side.narrow(y, left, right);
        if (left >= right) continue;
        const Area span{static_cast<int>(left), y, static_cast<int>(right), y + 1};
        if (shading.is_of_one_colour()) {
            fill(canvas, span, corners[0].colour);
            continue;
        }
        auto* row = canvas.row(y);
        for (int x = span.left; x < span.right; ++x)
            if (const auto colour = shading.at(x, y); colour.alpha != 0) row[x] = laid_over(row[x], colour);
    }
}

}
