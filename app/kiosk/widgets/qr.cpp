#include "kiosk/widgets/qr.hpp"

#include "kiosk/widgets/qr_code.hpp"
#include "kiosk/widgets/shapes.hpp"

#include <cmath>

namespace refectory::ui {

namespace {

constexpr int quiet_zone = 4;

// One rectangle for neighbours in a row: fewer edges to draw.
void draw_row(Page& page, const QrCode& code, int y, Point left, float module)
{
    for (int x = 0; x < code.width;) {
        int run = 0;
        while (x + run < code.width && code.is_dark(x + run, y)) ++run;
        const float from = left.x + static_cast<float>(x) * module;
        if (run > 0) fill(page, {from, left.y, module * static_cast<float>(run), module}, theme::black);
        x += run > 0 ? run : 1;
    }
}

}

void qr(Page& page, const Rect& where, std::string_view text, std::string_view label)
{
    const auto code = encode_qr(text);
    if (!code) return;
    // Whole pixels a module: a reader copes with small modules better than with uneven ones.
    const auto modules = static_cast<float>(code->width + 2 * quiet_zone);
    const float module = std::floor(page.pixels(where.width) / modules) / page.scale();
    const float size = module * modules;
    const Point origin{std::round(page.pixels(where.centre().x - size / 2)) / page.scale(),
                       std::round(page.pixels(where.centre().y - size / 2)) / page.scale()};
    fill(page, {origin.x, origin.y, size, size}, theme::white);
    for (int y = 0; y < code->width; ++y)
        draw_row(page, *code, y,
                 {origin.x + quiet_zone * module, origin.y + static_cast<float>(y + quiet_zone) * module}, module);
    page.report(ElementRole::picture, label, where);
}

}
