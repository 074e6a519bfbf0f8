#include "desk/pass_picture.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace refectory {

PassModules modules_of_pass(std::string_view pass)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString(std::string{pass}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
    if (!code) return {};
    PassModules modules{code->width + 2 * quiet_zone, {}};
    modules.dark.resize(static_cast<std::size_t>(modules.side * modules.side));
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            modules.dark[static_cast<std::size_t>((y + quiet_zone) * modules.side + x + quiet_zone)] = (code->data[y * code->width + x] & 1) != 0;
    return modules;
}

PassPicture draw_pass(std::string_view pass, int pixels_a_module)
{
    const auto modules = modules_of_pass(pass);
    PassPicture picture{modules.side * pixels_a_module, {}};
    picture.rgba.assign(static_cast<std::size_t>(picture.size) * static_cast<std::size_t>(picture.size) * 4, 255);
    for (int y = 0; y < picture.size; ++y) {
        for (int x = 0; x < picture.size; ++x) {
            if (!modules.is_dark(x / pixels_a_module, y / pixels_a_module)) continue;
            const auto pixel = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.size) + static_cast<std::size_t>(x)) * 4;
            std::fill_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(pixel), 3, std::uint8_t{0});
        }
    }
    return picture;
}

// One path of flat bars, a bar for each run of dark modules.
std::string svg_of_pass(std::string_view pass)
{
    const auto modules = modules_of_pass(pass);
    std::string bars;
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) {
            if (!modules.is_dark(x, y)) continue;
            const int from = x;
            while (modules.is_dark(x, y)) ++x;
            bars += fmt::format("M{} {}h{}v1h-{}z", from, y, x - from, x - from);
        }
    }
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{0:.1f}mm" height="{0:.1f}mm" viewBox="0 0 {1} {1}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h{1}v{1}h-{1}z"/>
<path fill="#000" d="{2}"/>
</svg>
)", modules.side * printed_module, modules.side, bars);
}

}
