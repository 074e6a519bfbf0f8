#include "platform/raster/bands.hpp"

#include <system_error>
#include <thread>
#include <vector>

namespace refectory::platform::raster {

namespace {

constexpr int worth_a_processor = 100'000;  // pixels: beginning a thread takes as long as drawing some thousands
constexpr int most_bands = 4;

int bands_of(const Area& area)
{
    const int processors = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int pixels = (area.right - area.left) * (area.bottom - area.top);
    return std::clamp(pixels / worth_a_processor, 1, std::min(processors, most_bands));
}

}

void in_bands(const Area& area, const std::function<void(const Area&)>& work)
{
    const int bands = bands_of(area), height = area.bottom - area.top;
    const auto band = [&](int number) {
        return Area{area.left, area.top + height * number / bands, area.right, area.top + height * (number + 1) / bands};
    };
    std::vector<std::jthread> others;
    int number = 1;
    try {
        for (; number < bands; ++number) others.emplace_back([&work, part = band(number)] { work(part); });
    } catch (const std::system_error&) {
        // The machine gives no more threads: the rest is done here.
    }
    for (; number < bands; ++number) work(band(number));
    work(band(0));
}

}
