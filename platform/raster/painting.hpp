// A picture that is kept from frame to frame: of each frame only what differs from the one before is drawn.
#pragma once

#include "platform/raster/fingerprint.hpp"

namespace refectory::platform::raster {

class Painting {
public:
    // As Dear ImGui has laid it out, with its fingerprint; returns what was drawn. A picture of another size is drawn whole.
    std::vector<Area> paint(const ImDrawData& data, const Fingerprint& fingerprint);

    Canvas canvas() { return {pixels_.data(), painted_.width(), painted_.height()}; }

private:
    std::vector<Pixel> pixels_;
    Fingerprint painted_;
};

}
