// Short secrets that people type: the four letters, a visit's six digits, a pass's eight letters, the admin's PIN. They are kept only as argon2id
// hashes with a salt of their own; the tries are counted where the secret is kept (store/tries.hpp).
#pragma once

#include "domain/bytes.hpp"

#include <array>
#include <string>
#include <string_view>

namespace refectory {

struct SecretHash {
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 32> hash{};
    friend bool operator==(const SecretHash&, const SecretHash&) = default;
};

SecretHash hash_secret(std::string_view secret, const Entropy& entropy);
bool matches(std::string_view secret, const SecretHash& kept);

inline constexpr std::size_t own_letters_count = 4;
inline constexpr std::size_t visit_code_digits = 6;
inline constexpr std::size_t pass_letters_count = 8;
inline constexpr std::size_t pin_digits = 6;

// Four letters of 18 consonants: none is mistaken for a digit, and no word comes out.
std::string make_own_letters(const Entropy& entropy);
// Eight of the 16 consonants that QWERTY, QWERTZ and AZERTY have on the same key, for a keyboard may stand in for the glass. As
// above, no word comes out; there are four thousand million of them.
std::string make_pass_letters(const Entropy& entropy);
// As they are shown and printed: "BCDF GHJK".
std::string in_two_groups(std::string_view secret);
// Capitals, without the spaces that the screen sets between them.
std::string normalised_letters(std::string_view typed);

}
