// Ink that is laid over pixels beside each other in a row, several at a time: byte by byte in sixteen bits, which every processor
// does at least eight of at once. The result is that of laid_over().
#pragma once

#include "platform/raster/canvas.hpp"

namespace refectory::platform::raster {

// As strong throughout as its own alpha.
void lay(Pixel* first, int count, const Colour& ink);
// At each pixel as strong as the alpha that is given for it; the ink's own does not count.
void lay(Pixel* first, int count, const Colour& ink, const std::uint8_t* alphas);

}
