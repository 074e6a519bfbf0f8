// An area's rows shared out among the processors, for work on each pixel that depends on no other. Little work is done by one alone.
#pragma once

#include "platform/raster/canvas.hpp"

#include <functional>

namespace refectory::platform::raster {

// Calls `work` for parts that make up the area, several at a time, and returns when all is done.
void in_bands(const Area& area, const std::function<void(const Area&)>& work);

}
