// Reads the QR code in a picture. Other kinds of code are not looked for.
#pragma once

#include "platform/picture.hpp"

#include <optional>

namespace refectory::platform {

std::optional<std::string> read_qr(const Picture& picture);

}
