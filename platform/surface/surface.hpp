// What a window is drawn on. There are two: the graphics card by OpenGL, and the processor where there is no card.
#pragma once

#include "platform/raster/fingerprint.hpp"

#include <string>

struct ImDrawData;

namespace refectory::platform {

class Surface {
public:
    virtual ~Surface() = default;

    virtual void begin_frame() = 0;                      // before ImGui's NewFrame
    virtual void end_frame(const ImDrawData& data) = 0;  // after its Render; takes the textures that it made
    // Draws the frame that has ended, and shows it. `fingerprint` is that frame's, with the size of the glass.
    virtual void present(ImDrawData& data, const raster::Fingerprint& fingerprint) = 0;
    // What the screen showed may be lost, as when another window was over it: the next frame is shown whole.
    virtual void spoil() = 0;

    virtual std::string drawn_by() const = 0;
};

}
