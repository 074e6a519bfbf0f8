#include "exchange/recovery_words.hpp"

#include "domain/digest.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::size_t seed_size = 32, check_size = 3, bits_a_word = 10;  // the list has 1024
static_assert((seed_size + check_size) * 8 == recovery_words_count * bits_a_word);

using Seed = std::array<std::uint8_t, seed_size>;
using CheckedSeed = std::array<std::uint8_t, seed_size + check_size>;

CheckedSeed with_check(const Seed& seed)
{
    CheckedSeed checked{};
    const auto sum = sha256(seed);
    std::ranges::copy(seed, checked.begin());
    std::copy_n(sum.begin(), check_size, checked.begin() + seed_size);
    return checked;
}

KeyPair pair_of(const Seed& seed)
{
    return make_key_pair([&](std::span<std::uint8_t> bytes) { std::ranges::copy(seed, bytes.begin()); });
}

bool bit_of(const CheckedSeed& bytes, std::size_t bit)
{
    return ((bytes[bit / 8] >> (7 - bit % 8)) & 1) != 0;
}

std::vector<std::string> words_of(const CheckedSeed& bytes)
{
    const auto all = all_setup_words();
    std::vector<std::string> words;
    for (std::size_t word = 0; word < recovery_words_count; ++word) {
        std::size_t index = 0;
        for (std::size_t bit = 0; bit < bits_a_word; ++bit) index = index << 1 | (bit_of(bytes, word * bits_a_word + bit) ? 1U : 0U);
        words.emplace_back(all[index]);
    }
    return words;
}

CheckedSeed bytes_of(const std::vector<std::string>& words)
{
    const auto all = all_setup_words();
    CheckedSeed bytes{};
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        const auto index = static_cast<std::size_t>(std::ranges::lower_bound(all, words[bit / bits_a_word]) - all.begin());
        if ((index >> (bits_a_word - 1 - bit % bits_a_word) & 1U) != 0)
            bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | 1U << (7 - bit % 8));
    }
    return bytes;
}

}

RecoveryKey make_recovery_key(const Entropy& entropy)
{
    Seed seed{};
    entropy(seed);
    RecoveryKey recovery{pair_of(seed).public_key, words_of(with_check(seed))};
    sodium_memzero(seed.data(), seed.size());
    return recovery;
}

Result<KeyPair> recovery_key_of(std::string_view typed)
{
    const auto tidy = tidy_setup_words(typed);
    if (tidy.size() != recovery_words_count) return failure(fmt::format("Enter the {} recovery words. There are {} here.", recovery_words_count, tidy.size()));
    REFECTORY_TRY_ASSIGN(const auto words, find_setup_words(tidy));
    const auto checked = bytes_of(words);
    Seed seed{};
    std::copy_n(checked.begin(), seed_size, seed.begin());
    if (with_check(seed) != checked)
        return failure("One of the words is not the one on the paper, or they are in another order. Compare them with it.");
    return pair_of(seed);
}

}
