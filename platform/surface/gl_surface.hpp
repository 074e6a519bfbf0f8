// Draws on the graphics card, by OpenGL 3.3 and ImGui's stock renderer: each frame whole, since what a card kept of the last one
// is not promised.
#pragma once

#include "platform/surface/surface.hpp"

#include <expected>
#include <memory>

struct GLFWwindow;

namespace refectory::platform {

class GlSurface : public Surface {
public:
    // The window was made with a context of OpenGL's; with an ImGui context current.
    static std::expected<std::unique_ptr<GlSurface>, std::string> open(GLFWwindow* window);
    ~GlSurface() override;

    void begin_frame() override;
    void end_frame(const ImDrawData& data) override;
    void present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area> damage) override;
    std::string drawn_by() const override { return renderer_; }

    // A driver that has no card either, and is slower at it than our own.
    bool is_by_the_processor() const;

private:
    GlSurface(GLFWwindow* window, std::string renderer);

    GLFWwindow* window_;
    std::string renderer_;
};

}
