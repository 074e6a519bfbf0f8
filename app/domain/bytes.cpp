#include "domain/bytes.hpp"

#include <array>
#include <cassert>
#include <cstring>

namespace refectory {

namespace {

// By a table: which of them comes next no processor can guess.
constexpr auto hex_digits = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::int8_t digit = 0; digit < 10; ++digit) values[static_cast<std::size_t>('0' + digit)] = digit;
    for (std::int8_t letter = 0; letter < 6; ++letter)
        for (const char first : {'a', 'A'}) values[static_cast<std::size_t>(first + letter)] = static_cast<std::int8_t>(10 + letter);
    return values;
}();

int hex_digit(char character)
{
    return hex_digits[static_cast<unsigned char>(character)];
}

}

ByteView bytes_of(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string text_of(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string to_hex(ByteView bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(bytes.size() * 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return text;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> into)
{
    if (text.size() != into.size() * 2) return false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const int high = hex_digit(text[2 * i]);
        const int low = hex_digit(text[2 * i + 1]);
        if ((high | low) < 0) return false;
        into[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

std::uint64_t random_below(const Entropy& entropy, std::uint64_t limit)
{
    assert(limit > 0);
    // Draws above the largest multiple of the limit would make the low numbers likelier, so they are drawn again.
    const std::uint64_t largest = UINT64_MAX - UINT64_MAX % limit;
    std::array<std::uint8_t, 8> drawn{};
    std::uint64_t number = 0;
    do {
        entropy(drawn);
        std::memcpy(&number, drawn.data(), sizeof number);
    } while (number >= largest);
    return number % limit;
}

}
