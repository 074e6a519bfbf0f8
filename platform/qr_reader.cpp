#define ZX_USE_UTF8 1
#include "platform/qr_reader.hpp"

#include <ZXing/ReadBarcode.h>

namespace refectory::platform {

std::optional<std::string> read_qr(const Picture& picture)
{
    const ZXing::ImageView view{picture.rgba.data(), picture.width, picture.height, ZXing::ImageFormat::RGBX};
    const auto hints = ZXing::DecodeHints{}.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    const auto result = ZXing::ReadBarcode(view, hints);
    if (!result.isValid()) return std::nullopt;
    return result.text();
}

}
