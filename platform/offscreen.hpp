// Draws without any display, into a picture, by the rasteriser. It opens no window and takes no input.
#pragma once

#include "platform/picture.hpp"
#include "platform/raster/texture_service.hpp"

struct ImDrawData;

namespace refectory::platform {

class Offscreen {
public:
    // With an ImGui context current; one at a time.
    Offscreen(int width, int height);

    void begin_frame();                            // before ImGui's NewFrame
    void end_frame(const ImDrawData& data);        // after ImGui's Render; nothing is drawn yet
    const Picture& draw(const ImDrawData& data);   // of a frame that has ended, before the next begins

private:
    raster::TextureService textures_;
    Picture picture_;
};

}
