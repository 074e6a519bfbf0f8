// A picture that is kept from frame to frame, so that of each frame only what is damaged need be drawn.
#pragma once

#include "platform/raster/bands.hpp"

#include <span>
#include <vector>

struct ImDrawData;

namespace refectory::platform::raster {

// Draws what is damaged of the canvas anew, as Dear ImGui has laid it out, over the background.
void paint(const ImDrawData& data, const Canvas& canvas, std::span<const Area> damage, Bands& bands);

// In memory of its own.
class Painting {
public:
    // On a glass of another size than before everything is damaged: nothing is kept.
    void paint(const ImDrawData& data, const Area& glass, std::span<const Area> damage, Bands& bands);

    Canvas canvas() { return {pixels_.data(), width_, height_}; }

private:
    std::vector<Pixel> pixels_;
    int width_ = 0, height_ = 0;
};

}
