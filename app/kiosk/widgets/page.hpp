// What a screen draws on for one frame: the whole glass, in logical units, with the transcript that the widgets report to.
#pragma once

#include "kiosk/widgets/context.hpp"
#include "kiosk/widgets/geometry.hpp"
#include "kiosk/widgets/theme.hpp"
#include "kiosk/widgets/transcript.hpp"

struct ImDrawList;

namespace refectory::ui {

class Page {
public:
    // Between ImGui's NewFrame and Render. The sizes are those of the glass in pixels.
    Page(const Context& context, Transcript& transcript, float width_pixels, float height_pixels);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    float width() const { return width_; }
    float height() const { return height_; }
    float right_edge() const { return width_ - theme::edge; }
    float content_width() const { return width_ - 2 * theme::edge; }

    const Fonts& fonts() const { return fonts_; }
    ImDrawList& drawing() const { return *drawing_; }
    float scale() const { return scale_; }
    float pixels(float units) const { return units * scale_; }

    void report(ElementRole role, std::string_view words, const Rect& where, bool chosen = false,
                bool enabled = true);

private:
    const Fonts& fonts_;
    Transcript& transcript_;
    float scale_, width_, height_;
    ImDrawList* drawing_;
};

}
