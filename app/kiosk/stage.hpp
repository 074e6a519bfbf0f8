// Brings a kiosk and Dear ImGui together for one frame, whoever shows it: a window, a picture, or nobody.
#pragma once

#include "kiosk/kiosk.hpp"

namespace refectory {

class Stage {
public:
    Stage(Kiosk& kiosk, const ui::Context& context) : kiosk_(kiosk), context_(context) {}

    // One frame from NewFrame to Render, for a glass of this size. The renderer's own NewFrame comes before it, its drawing of
    // ImGui::GetDrawData() after it.
    void frame(float width_pixels, float height_pixels, const ClockReading& now);
    // In place of a renderer: takes what fonts want to upload and forgets it.
    static void draw_nowhere();

    const ui::Transcript& transcript() const { return transcript_; }
    float scale() const { return scale_; }

private:
    Kiosk& kiosk_;
    const ui::Context& context_;
    ui::Transcript transcript_;
    float scale_ = 1;
};

}
