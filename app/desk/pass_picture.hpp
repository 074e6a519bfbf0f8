// A pass as a picture: the QR code that an academic shows, black on white, four bytes a pixel.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace refectory {

struct PassPicture {
    int size = 0;  // pixels a side
    std::vector<std::uint8_t> rgba;
};

// Level M, a quiet zone of four modules, `module` pixels a module.
PassPicture draw_pass(std::string_view pass, int module);

}
