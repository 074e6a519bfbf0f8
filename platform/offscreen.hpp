// Draws without any display, into a picture: EGL on no surface, an OpenGL 3.3 framebuffer, ImGui's stock renderer.
// It opens no window and takes no input.
#pragma once

#include "platform/picture.hpp"

#include <memory>

struct ImDrawData;

namespace refectory::platform {

class Offscreen {
public:
    // With an ImGui context current; one at a time.
    static std::expected<std::unique_ptr<Offscreen>, std::string> open(int width, int height);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    void begin_frame();                 // before ImGui's NewFrame
    void draw(ImDrawData* data);        // after ImGui's Render
    Picture read();                     // what was drawn last

private:
    struct Egl;
    Offscreen(int width, int height);

    int width_, height_;
    std::unique_ptr<Egl> egl_;
    unsigned framebuffer_ = 0, colour_ = 0;
};

}
