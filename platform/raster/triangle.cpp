#include "platform/raster/ink.hpp"
#include "platform/raster/shapes.hpp"

#include <array>
#include <cmath>
#include <ranges>
#include <vector>

namespace refectory::platform::raster {

namespace {

// Where a point is to one side of a triangle: 0 and more inside. In whole numbers, so that no pixel is lost or drawn twice between
// two triangles that share a side.
class Side {
public:
    Side(const Corner& a, const Corner& b)
        : top_(first_pixel(std::min(a.y, b.y))), bottom_(first_pixel(std::max(a.y, b.y))), across_(a.y - b.y), down_(b.x - a.x)
    {
        const bool is_left_or_top = across_ > 0 || (across_ == 0 && down_ > 0);
        from_ = down_ * (place_one / 2) + across_ * (place_one / 2) - (across_ * a.x + down_ * a.y) - (is_left_or_top ? 0 : 1);
        step_ = std::abs(across_) * place_one;
        part_ = step_ == 0 ? 0 : 1 / static_cast<double>(step_);
    }
    // The pixels of a row whose middles are inside, where it is beside that row.
    void narrow(int y, std::int64_t& left, std::int64_t& right) const
    {
        if (y < top_ || y >= bottom_) return;
        const auto here = down_ * (y * place_one) + from_;
        if (across_ > 0) left = std::max(left, -steps_in(here));
        else right = std::min(right, steps_in(here) + 1);
    }

private:
    // Doubles hold these numbers whole, and multiply faster than whole numbers divide; what rounding did to the quotient is mended.
    std::int64_t steps_in(std::int64_t value) const
    {
        const auto steps = static_cast<std::int64_t>(static_cast<double>(value) * part_);
        const auto rest = value - steps * step_;
        return rest < 0 ? steps - 1 : rest >= step_ ? steps + 1 : steps;
    }

    int top_ = 0, bottom_ = 0;
    std::int64_t across_ = 0, down_ = 0, from_ = 0, step_ = 0;
    double part_ = 0;
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
    double at(int x, int y) const { return at(x, of_row(y)); }
    // The same where the row stays.
    double of_row(int y) const { return down_ * (y + 0.5 - y_); }
    double at(int x, double row) const { return at_ + across_ * (x + 0.5 - x_) + row; }
    bool is_even_across() const { return across_ == 0; }

private:
    static double offset(std::int64_t place, std::int64_t from) { return static_cast<double>(place - from) / place_one; }

    double at_, across_ = 0, down_ = 0, x_ = 0, y_ = 0;
};

std::array<double, 3> values(const Corner (&corners)[3], std::uint32_t Colour::*part)
{
    return {static_cast<double>(corners[0].colour.*part), static_cast<double>(corners[1].colour.*part), static_cast<double>(corners[2].colour.*part)};
}

bool is_the_same(const Corner (&corners)[3], std::uint32_t Colour::*part)
{
    return corners[0].colour.*part == corners[1].colour.*part && corners[0].colour.*part == corners[2].colour.*part;
}

// One colour that fades, as in shadows and at the edges of shapes: only its alpha is worked out for each pixel.
class Fading {
public:
    Fading(const Corner (&corners)[3], double twice_area) : colour_(corners[0].colour), alpha_(corners, values(corners, &Colour::alpha), twice_area) {}

    void draw(Pixel* row, int y, int left, int right) const
    {
        const double here = alpha_.of_row(y);
        if (alpha_.is_even_across()) return lay(row + left, right - left, with(alpha_.at(left, here)));
        std::array<std::uint8_t, 64> alphas;
        for (int from = left; from < right; from += static_cast<int>(alphas.size())) {
            const int count = std::min(right - from, static_cast<int>(alphas.size()));
            for (int first = 0; first < count; first += at_once)  // always so many, for which there is room behind the last
                for (int i = first; i < first + at_once; ++i) alphas[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(byte_of(alpha_.at(from + i, here)));
            lay(row + from, count, colour_, alphas.data());
        }
    }

private:
    static constexpr int at_once = 8;
    Colour with(double alpha) const { return {colour_.red, colour_.green, colour_.blue, byte_of(alpha)}; }

    Colour colour_;
    Slope alpha_;
};

class Shading {
public:
    Shading(const Corner (&corners)[3], const Texture* texture, double twice_area)
        : texture_(texture), red_(corners, values(corners, &Colour::red), twice_area), green_(corners, values(corners, &Colour::green), twice_area),
          blue_(corners, values(corners, &Colour::blue), twice_area), alpha_(corners, values(corners, &Colour::alpha), twice_area),
          u_(corners, {corners[0].u, corners[1].u, corners[2].u}, twice_area), v_(corners, {corners[0].v, corners[1].v, corners[2].v}, twice_area)
    {
    }

    void draw(Pixel* row, int y, int left, int right) const
    {
        for (int x = left; x < right; ++x) row[x] = laid_over(row[x], at(x, y));
    }

private:
    Colour at(int x, int y) const
    {
        const Colour colour{byte_of(red_.at(x, y)), byte_of(green_.at(x, y)), byte_of(blue_.at(x, y)), byte_of(alpha_.at(x, y))};
        if (!texture_) return colour;
        return times(texture_->between(std::llround((u_.at(x, y) - 0.5) * texture_one), std::llround((v_.at(x, y) - 0.5) * texture_one)), colour);
    }

    const Texture* texture_;
    Slope red_, green_, blue_, alpha_, u_, v_;
};

// Of a convex shape, its sides clockwise. A side is met in its own rows alone: in others it takes nothing from what the others leave.
template <class DrawSpan>
void for_each_span(const Area& area, std::span<const Corner> corners, std::span<const Side> sides, DrawSpan draw_span)
{
    const auto [top, bottom] = std::ranges::minmax(corners | std::views::transform(&Corner::y));
    for (int y = std::max(area.top, first_pixel(top)), end = std::min(area.bottom, first_pixel(bottom)); y < end; ++y) {
        std::int64_t left = area.left, right = area.right;
        for (const auto& side : sides) side.narrow(y, left, right);
        if (left < right) draw_span(y, static_cast<int>(left), static_cast<int>(right));
    }
}

std::int64_t turn_of(const Corner& a, const Corner& b, const Corner& c)
{
    return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

// Clockwise all around, and once: so it goes down once and up once.
bool is_convex(std::span<const Corner> corners)
{
    const auto count = corners.size();
    int turns = 0;
    bool goes_down = corners[0].y > corners[count - 1].y;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &here = corners[i], &next = corners[(i + 1) % count];
        if (turn_of(here, next, corners[(i + 2) % count]) < 0) return false;
        if (next.y == here.y || (next.y > here.y) == goes_down) continue;
        goes_down = !goes_down;
        ++turns;
    }
    return turns <= 2;
}

}

bool fill_convex(const Canvas& canvas, const Area& area, std::span<const Corner> corners)
{
    if (!is_convex(corners)) return false;
    std::vector<Side> sides;
    for (std::size_t i = 0; i < corners.size(); ++i) sides.emplace_back(corners[i], corners[(i + 1) % corners.size()]);
    for_each_span(area, corners, sides, [&](int y, int left, int right) { fill(canvas, {left, y, right, y + 1}, corners[0].colour); });
    return true;
}

void draw_triangle(const Canvas& canvas, const Area& area, const Corner (&given)[3], const Texture* texture)
{
    const auto turn = turn_of(given[0], given[1], given[2]);
    if (turn == 0) return;
    const Corner corners[3] = {given[0], turn > 0 ? given[1] : given[2], turn > 0 ? given[2] : given[1]};
    const double twice_area = static_cast<double>(std::abs(turn)) / (place_one * place_one);
    const bool is_of_one_ink = is_the_same(corners, &Colour::red) && is_the_same(corners, &Colour::green) && is_the_same(corners, &Colour::blue);
    const std::array sides{Side{corners[0], corners[1]}, Side{corners[1], corners[2]}, Side{corners[2], corners[0]}};
    const auto shade = [&](const auto& shading) {
        for_each_span(area, corners, sides, [&](int y, int left, int right) { shading.draw(canvas.row(y), y, left, right); });
    };
    if (texture || !is_of_one_ink) shade(Shading{corners, texture, twice_area});
    else if (!is_the_same(corners, &Colour::alpha)) shade(Fading{corners, twice_area});
    else for_each_span(area, corners, sides, [&](int y, int left, int right) { fill(canvas, {left, y, right, y + 1}, corners[0].colour); });
}

}
