// Draws by the processor, only what is damaged, and hands that to the X server: through memory that both have
// where the server is on this machine, else through its connection. It needs no driver and no graphics card.
#pragma once

#include "platform/raster/painting.hpp"
#include "platform/raster/texture_service.hpp"
#include "platform/surface/screen_image.hpp"
#include "platform/surface/surface.hpp"

#include <expected>
#include <memory>

struct GLFWwindow;

namespace refectory::platform {

class SoftwareSurface : public Surface {
public:
    // The window was made without OpenGL; with an ImGui context current.
    static std::expected<std::unique_ptr<SoftwareSurface>, std::string> open(GLFWwindow* window, int width, int height);

    void begin_frame() override {}
    void end_frame(const ImDrawData& data) override;
    void present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area> damage) override;
    std::string drawn_by() const override;

private:
    explicit SoftwareSurface(std::unique_ptr<ScreenImage> image) : image_(std::move(image)) {}

    raster::TextureService textures_;
    raster::Bands bands_;
    raster::Painting painting_;  // where the screen has its pixels in another way than they are drawn
    std::unique_ptr<ScreenImage> image_;
};

}
