#include "platform/raster/painting.hpp"

#include "platform/raster/rasteriser.hpp"

namespace refectory::platform::raster {

void paint(const ImDrawData& data, const Canvas& canvas, std::span<const Area> damage, Bands& bands)
{
    bands.share_out(damage, [&](const Area& band) {
        if (!begins_by_covering(data, band))
            for (int y = band.top; y < band.bottom; ++y) std::fill(canvas.row(y) + band.left, canvas.row(y) + band.right, background);
        draw(data, canvas, band);
    });
}

void Painting::paint(const ImDrawData& data, const Area& glass, std::span<const Area> damage, Bands& bands)
{
    width_ = glass.right;
    height_ = glass.bottom;
    pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    raster::paint(data, canvas(), damage, bands);
}

}
