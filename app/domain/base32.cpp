#include "domain/base32.hpp"

namespace refectory {

namespace {
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
}

std::string to_base32(ByteView bytes)
{
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(buffer >> bits) & 31];
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits > 0) text += alphabet[(buffer << (5 - bits)) & 31];
    return text;
}

std::optional<Bytes> from_base32(std::string_view text)
{
    Bytes bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char character : text) {
        const auto value = alphabet.find(character);
        if (value == std::string_view::npos) return std::nullopt;
        buffer = (buffer << 5) | static_cast<unsigned>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
        buffer &= (1U << bits) - 1;
    }
    if (bits >= 5 || buffer != 0) return std::nullopt;
    return bytes;
}

}
