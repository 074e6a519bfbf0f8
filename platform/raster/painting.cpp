#include "platform/raster/painting.hpp"

#include "platform/raster/bands.hpp"
#include "platform/raster/rasteriser.hpp"

namespace refectory::platform::raster {

void Painting::paint(const ImDrawData& data, const Area& glass, std::span<const Area> damage)
{
    width_ = glass.right;
    height_ = glass.bottom;
    pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    const auto canvas = this->canvas();
    for (const auto& area : damage)
        in_bands(area, [&](const Area& band) {
            for (int y = band.top; y < band.bottom; ++y) std::fill(canvas.row(y) + band.left, canvas.row(y) + band.right, background);
            draw(data, canvas, band);
        });
}

}
