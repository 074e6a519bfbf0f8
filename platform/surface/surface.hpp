// What a window is drawn on. There are two: the graphics card by OpenGL, and the processor where there is no card.
#pragma once

#include "platform/raster/canvas.hpp"

#include <span>
#include <string>

struct ImDrawData;

namespace refectory::platform {

class Surface {
public:
    virtual ~Surface() = default;

    virtual void begin_frame() = 0;                      // before ImGui's NewFrame
    virtual void end_frame(const ImDrawData& data) = 0;  // after its Render; takes the textures that it made
    // Draws of the frame that has ended what is damaged on the glass, at least, and shows it.
    virtual void present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area> damage) = 0;

    virtual std::string drawn_by() const = 0;
};

}
