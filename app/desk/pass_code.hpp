// A pass as the QR code that an academic shows, at level M with a quiet zone of four modules.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace refectory {

inline constexpr int quiet_zone = 4;  // modules

// The code's modules with the quiet zone around them, row by row; none where the text is longer than any code.
struct PassModules {
    int side = 0;
    std::vector<bool> dark;
    bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
    // Each run of dark modules in a row.
    void each_bar(const std::function<void(int x, int y, int width)>& take) const;
};

PassModules modules_of_pass(std::string_view pass);

inline constexpr double printed_module = 0.8;  // millimetres; scanners want at least 0.5
std::string svg_of_pass(std::string_view pass);

}
