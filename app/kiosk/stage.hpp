// Brings what draws, a kiosk as a rule, and Dear ImGui together for one frame, whoever shows it: a window, a picture, or nobody.
#pragma once

#include "kiosk/kiosk.hpp"

#include <functional>

namespace refectory {

class Stage {
public:
    using Draw = std::function<void(ui::Page&, const ClockReading&)>;

    Stage(const ui::Context& context, Draw draw) : context_(context), draw_(std::move(draw)) {}
    Stage(Kiosk& kiosk, const ui::Context& context) : Stage(context, [&kiosk](ui::Page& page, const ClockReading& now) { kiosk.frame(page, now); }) {}

    // One frame from NewFrame to Render, for a glass of this size. The renderer's own NewFrame comes before it, its drawing of
    // ImGui::GetDrawData() after it.
    void frame(float width_pixels, float height_pixels, const ClockReading& now);
    // In place of a renderer: takes what fonts want to upload and forgets it.
    static void draw_nowhere();

    const ui::Transcript& transcript() const { return transcript_; }
    float scale() const { return scale_; }

private:
    const ui::Context& context_;
    Draw draw_;
    ui::Transcript transcript_;
    float scale_ = 1;
};

}
