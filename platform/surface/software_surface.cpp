#include "platform/surface/software_surface.hpp"

namespace refectory::platform {

std::expected<std::unique_ptr<SoftwareSurface>, std::string> SoftwareSurface::open(GLFWwindow* window, int width, int height)
{
    auto image = ScreenImage::open(window, width, height);
    if (!image) return std::unexpected(std::move(image.error()));
    return std::unique_ptr<SoftwareSurface>{new SoftwareSurface{std::move(*image)}};
}

void SoftwareSurface::end_frame(const ImDrawData& data)
{
    textures_.serve(data);
}

void SoftwareSurface::present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area> damage)
{
    if (const auto canvas = image_->own_canvas(glass.right, glass.bottom)) {
        raster::paint(data, *canvas, damage, bands_);
        return image_->show(damage);
    }
    painting_.paint(data, glass, damage, bands_);
    image_->show(painting_.canvas(), damage, bands_);
}

std::string SoftwareSurface::drawn_by() const
{
    return image_->is_shared() ? "the processor, in memory shared with the screen" : "the processor, over the screen's connection";
}

}
