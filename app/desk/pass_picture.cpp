#include "desk/pass_picture.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <string>

namespace refectory {

PassPicture draw_pass(std::string_view pass, int module)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString(std::string{pass}.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
    PassPicture picture;
    if (!code) return picture;
    constexpr int quiet_zone = 4;
    picture.size = (code->width + 2 * quiet_zone) * module;
    picture.rgba.assign(static_cast<std::size_t>(picture.size) * static_cast<std::size_t>(picture.size) * 4, 255);
    for (int y = 0; y < picture.size; ++y) {
        for (int x = 0; x < picture.size; ++x) {
            const int column = x / module - quiet_zone, row = y / module - quiet_zone;
            if (column < 0 || row < 0 || column >= code->width || row >= code->width) continue;
            if ((code->data[row * code->width + column] & 1) == 0) continue;
            const auto pixel = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.size) + static_cast<std::size_t>(x)) * 4;
            std::fill_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(pixel), 3, std::uint8_t{0});
        }
    }
    return picture;
}

}
