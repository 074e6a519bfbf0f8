#include "desk/pass_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace refectory {

void PassModules::each_bar(const std::function<void(int x, int y, int width)>& take) const
{
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (!is_dark(x, y)) continue;
            const int from = x;
            while (is_dark(x, y)) ++x;
            take(from, y, x - from);
        }
    }
}

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

// One path of flat bars.
std::string svg_of_pass(std::string_view pass)
{
    const auto modules = modules_of_pass(pass);
    std::string bars;
    modules.each_bar([&](int x, int y, int width) { bars += fmt::format("M{} {}h{}v1h-{}z", x, y, width, width); });
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{0:.1f}mm" height="{0:.1f}mm" viewBox="0 0 {1} {1}" shape-rendering="crispEdges">
<path fill="#fff" d="M0 0h{1}v{1}h-{1}z"/>
<path fill="#000" d="{2}"/>
</svg>
)", modules.side * printed_module, modules.side, bars);
}

}
