#include "domain/origin.hpp"

namespace refectory {

std::string kiosk_of(const Origin& origin)
{
    return origin.value.substr(0, origin.value.rfind('.'));
}

Origin make_origin(std::string_view code, const Entropy& entropy)
{
    constexpr std::string_view characters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    Origin origin{std::string{code} + "."};
    for (int i = 0; i < 4; ++i) origin.value += characters[random_below(entropy, characters.size())];
    return origin;
}

}
