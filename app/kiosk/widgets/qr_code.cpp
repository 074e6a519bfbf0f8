#include "kiosk/widgets/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace refectory::ui {

namespace {
constexpr std::size_t most_bytes = 2331;
}

std::optional<QrCode> encode_qr(std::string_view text)
{
    if (text.empty() || text.size() > most_bytes) return std::nullopt;
    const std::basic_string<unsigned char> bytes(text.begin(), text.end());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0, QR_ECLEVEL_M), QRcode_free};
    if (!code) return std::nullopt;
    QrCode result;
    result.width = code->width;
    for (int i = 0; i < code->width * code->width; ++i) result.dark.push_back((code->data[i] & 1) != 0);
    return result;
}

}
