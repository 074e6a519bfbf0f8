#include "platform/raster/texture.hpp"

#include <imgui.h>

namespace refectory::platform::raster {

Texture::Texture(const ImTextureData& data, Order order)
    : bytes_(data.Pixels), width_(data.Width), height_(data.Height), is_alpha_(data.Format == ImTextureFormat_Alpha8), order_(order)
{
}

Colour Texture::between(std::int64_t x, std::int64_t y) const
{
    const int left = static_cast<int>(x >> 16), top = static_cast<int>(y >> 16);
    const auto across = static_cast<std::uint32_t>(x >> 8) & 255U, down = static_cast<std::uint32_t>(y >> 8) & 255U;
    if (across == 0 && down == 0) return at(left, top);
    const auto a = at(left, top), b = at(left + 1, top), c = at(left, top + 1), d = at(left + 1, top + 1);
    return {mixed_of_four(a.red, b.red, c.red, d.red, across, down), mixed_of_four(a.green, b.green, c.green, d.green, across, down),
            mixed_of_four(a.blue, b.blue, c.blue, d.blue, across, down), mixed_of_four(a.alpha, b.alpha, c.alpha, d.alpha, across, down)};
}

}
