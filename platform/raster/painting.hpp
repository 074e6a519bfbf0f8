// A picture that is kept from frame to frame, so that of each frame only what is damaged need be drawn.
#pragma once

#include "platform/raster/canvas.hpp"

#include <span>
#include <vector>

struct ImDrawData;

namespace refectory::platform::raster {

class Painting {
public:
    // As Dear ImGui has laid it out. On a glass of another size than before everything is damaged: nothing is kept.
    void paint(const ImDrawData& data, const Area& glass, std::span<const Area> damage);

    Canvas canvas() { return {pixels_.data(), width_, height_}; }

private:
    std::vector<Pixel> pixels_;
    int width_ = 0, height_ = 0;
};

}
