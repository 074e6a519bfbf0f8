// A pass as a picture: the QR code that an academic shows, at level M with a quiet zone of four modules, black on white.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace refectory {

struct PassPicture {
    int size = 0;  // pixels a side
    std::vector<std::uint8_t> rgba;  // four bytes a pixel
};

PassPicture draw_pass(std::string_view pass, int pixels_a_module);

inline constexpr double printed_module = 0.8;  // millimetres; scanners want at least 0.5
std::string svg_of_pass(std::string_view pass);

}
