// Areas shared out among the processors in bands of rows, for work on each pixel that depends on no other. Little work is done by one
// alone. Each takes the next band when it has done one, for some are more work than others.
#pragma once

#include "platform/raster/canvas.hpp"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace refectory::platform::raster {

// The others' threads begin with the first work that is worth them, and wait for the next: beginning one for each picture would take as
// long as drawing a good part of it.
class Bands {
public:
    using Work = std::function<void(const Area&)>;

    Bands();
    ~Bands();
    Bands(const Bands&) = delete;
    Bands& operator=(const Bands&) = delete;

    // Calls `work` for parts that make up the areas, several at a time, and returns when all is done.
    void share_out(std::span<const Area> areas, const Work& work);

private:
    class Helper;
    std::span<const std::unique_ptr<Helper>> helpers(std::size_t count);

    int processors_;
    std::vector<std::unique_ptr<Helper>> helpers_;
};

}
