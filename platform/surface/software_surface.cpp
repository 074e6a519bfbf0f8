#include "platform/surface/software_surface.hpp"

#include "platform/raster/rasteriser.hpp"
#include "platform/surface/screen_image.hpp"

#include <imgui.h>

namespace refectory::platform {

namespace {

constexpr auto what_it_can = ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;

}

SoftwareSurface::SoftwareSurface(std::unique_ptr<ScreenImage> image) : image_(std::move(image))
{
    ImGui::GetIO().BackendFlags |= what_it_can;
    ImGui::GetIO().Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;  // a quarter of the memory
}

std::expected<std::unique_ptr<SoftwareSurface>, std::string> SoftwareSurface::open(GLFWwindow* window)
{
    auto image = ScreenImage::open(window);
    if (!image) return std::unexpected(std::move(image.error()));
    return std::unique_ptr<SoftwareSurface>{new SoftwareSurface{std::move(*image)}};
}

SoftwareSurface::~SoftwareSurface()
{
    if (!ImGui::GetCurrentContext()) return;
    raster::release_textures();
    ImGui::GetIO().BackendFlags &= ~what_it_can;
}

void SoftwareSurface::end_frame(const ImDrawData& data)
{
    raster::serve_textures(data);
}

void SoftwareSurface::present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area> damage)
{
    painting_.paint(data, glass, damage);
    image_->show(painting_.canvas(), damage);
}

std::string SoftwareSurface::drawn_by() const
{
    return image_->is_shared() ? "the processor, in memory shared with the screen" : "the processor, over the screen's connection";
}

}
