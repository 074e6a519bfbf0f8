// Draws with OpenGL and without any display, into a picture: EGL on no surface, a framebuffer, ImGui's stock renderer. What the
// rasteriser draws is compared with it.
#pragma once

#include "platform/picture.hpp"

#include <memory>

struct ImDrawData;

namespace refectory::test {

class GlPicture {
public:
    // With an ImGui context current; one at a time.
    static std::expected<std::unique_ptr<GlPicture>, std::string> open(int width, int height);
    ~GlPicture();
    GlPicture(const GlPicture&) = delete;
    GlPicture& operator=(const GlPicture&) = delete;

    void begin_frame();                 // before ImGui's NewFrame
    void draw(ImDrawData* data);        // after ImGui's Render
    platform::Picture read();                     // what was drawn last

private:
    struct Egl;
    GlPicture(int width, int height);

    int width_, height_;
    std::unique_ptr<Egl> egl_;
    unsigned framebuffer_ = 0, colour_ = 0;
};

}
