#include "platform/offscreen.hpp"

#include "platform/raster/rasteriser.hpp"

#include <imgui.h>

#include <cstring>

namespace refectory::platform {

Offscreen::Offscreen(int width, int height) : picture_{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)} {}

void Offscreen::begin_frame()
{
    ImGui::GetIO().DisplaySize = {static_cast<float>(picture_.width), static_cast<float>(picture_.height)};
}

void Offscreen::end_frame(const ImDrawData& data)
{
    textures_.serve(data);
}

const Picture& Offscreen::draw(const ImDrawData& data)
{
    std::vector<raster::Pixel> pixels(static_cast<std::size_t>(picture_.width) * static_cast<std::size_t>(picture_.height), raster::background);
    const raster::Canvas canvas{pixels.data(), picture_.width, picture_.height};
    raster::draw(data, canvas, canvas.all());
    std::memcpy(picture_.rgba.data(), pixels.data(), picture_.rgba.size());
    return picture_;
}

}
