#include "platform/raster/painting.hpp"

#include "platform/raster/rasteriser.hpp"

namespace refectory::platform::raster {

void Painting::paint(const ImDrawData& data, const Area& glass, std::span<const Area> damage)
{
    width_ = glass.right;
    height_ = glass.bottom;
    pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    for (const auto& area : damage) {
        for (int y = area.top; y < area.bottom; ++y) std::fill(canvas().row(y) + area.left, canvas().row(y) + area.right, background);
        draw(data, canvas(), area);
    }
}

}
