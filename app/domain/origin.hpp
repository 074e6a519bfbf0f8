// The name of an origin of facts: the code of its kiosk or desk, a full stop, and four characters at random.
#pragma once

#include "domain/bytes.hpp"
#include "domain/ids.hpp"

namespace refectory {

inline constexpr std::string_view desk_code = "DESK";  // of the desk's own origins, so never a kiosk's

std::string kiosk_of(const Origin& origin);  // its code
Origin make_origin(std::string_view code, const Entropy& entropy);

}
