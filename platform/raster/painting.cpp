#include "platform/raster/painting.hpp"

#include "platform/raster/rasteriser.hpp"

namespace refectory::platform::raster {

std::vector<Area> Painting::paint(const ImDrawData& data, const Fingerprint& fingerprint)
{
    auto areas = fingerprint.what_differs_from(painted_);
    painted_ = fingerprint;
    pixels_.resize(static_cast<std::size_t>(painted_.width()) * static_cast<std::size_t>(painted_.height()));
    for (const auto& area : areas) {
        for (int y = area.top; y < area.bottom; ++y) std::fill(canvas().row(y) + area.left, canvas().row(y) + area.right, background);
        draw(data, canvas(), area);
    }
    return areas;
}

}
