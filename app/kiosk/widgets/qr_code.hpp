// A QR code as modules, without a page to draw it on. Level M. No quiet zone: who draws it leaves one of four modules.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace refectory::ui {

struct QrCode {
    int width = 0;           // modules a side
    std::vector<bool> dark;  // row by row

    bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * width + x)]; }
};

// Nothing for an empty text and for one that the largest code does not hold (2,331 bytes).
std::optional<QrCode> encode_qr(std::string_view text);

}
