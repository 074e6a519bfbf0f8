// Frames without a window and without a renderer: pages are laid out, hit-tested and reported, and no pixel is made.
// For the tests and for whoever asks what a page says.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <functional>

namespace refectory::ui {

class Headless {
public:
    Headless(const Context& context, float width_pixels = 1280, float height_pixels = 800);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    void resize(float width_pixels, float height_pixels);
    // One whole frame of a page; its transcript is the one below.
    void frame(const std::function<void(Page&)>& draw);
    const Transcript& transcript() const { return transcript_; }
    float scale() const { return scale_; }

private:
    const Context& context_;
    Transcript transcript_;
    float scale_ = 1;
};

}
