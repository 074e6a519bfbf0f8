#include "domain/secret.hpp"

#include <sodium.h>

#include <cstdlib>

namespace refectory {

namespace {

// 8 MiB and three passes: about 15 ms on a small board, where a person waits; tries are few and counted besides.
constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = std::size_t{8} << 20;

std::array<std::uint8_t, 32> argon2id(std::string_view secret, const std::array<std::uint8_t, 16>& salt)
{
    std::array<std::uint8_t, 32> hash{};
    if (crypto_pwhash(hash.data(), hash.size(), secret.data(), secret.size(), salt.data(), passes, memory_bytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        std::abort();  // only where 8 MiB cannot be had, and then nothing else works either
    return hash;
}

std::string random_letters(std::string_view alphabet, std::size_t count, const Entropy& entropy)
{
    std::string letters;
    for (std::size_t i = 0; i < count; ++i) letters += alphabet[random_below(entropy, alphabet.size())];
    return letters;
}

}

SecretHash hash_secret(std::string_view secret, const Entropy& entropy)
{
    SecretHash kept;
    entropy(kept.salt);
    kept.hash = argon2id(secret, kept.salt);
    return kept;
}

bool matches(std::string_view secret, const SecretHash& kept)
{
    const auto hash = argon2id(secret, kept.salt);
    return sodium_memcmp(hash.data(), kept.hash.data(), hash.size()) == 0;
}

std::string make_own_letters(const Entropy& entropy)
{
    return random_letters("BCDFGHJKLMNPRSTVWX", own_letters_count, entropy);
}

std::string make_pass_letters(const Entropy& entropy)
{
    return random_letters("BCDFGHJKLNPRSTVX", pass_letters_count, entropy);
}

std::string in_two_groups(std::string_view secret)
{
    const auto half = secret.size() / 2;
    return std::string{secret.substr(0, half)} + " " + std::string{secret.substr(half)};
}

std::string normalised_letters(std::string_view typed)
{
    std::string letters;
    for (const char character : typed) {
        if (character >= 'a' && character <= 'z') letters += static_cast<char>(character - 'a' + 'A');
        else if (character != ' ') letters += character;
    }
    return letters;
}

}
