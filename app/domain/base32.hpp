// RFC 4648 base32 without padding: A to Z and 2 to 7.
#pragma once

#include "domain/bytes.hpp"

#include <optional>

namespace refectory {

std::string to_base32(ByteView bytes);
// Capitals only; leftover bits must be zero, so that each text has one reading and each reading one text.
std::optional<Bytes> from_base32(std::string_view text);

}
