#include "exchange/fingerprint.hpp"

#include "exchange/setup_words.hpp"

namespace refectory {

// Ten bits a word: the list has 1024.
std::string fingerprint_words(const Digest& digest)
{
    const auto words = all_setup_words();
    std::string phrase;
    for (std::size_t i = 0; i < setup_words_count; ++i) {
        const std::size_t bit = i * 10, byte = bit / 8;
        const auto window = static_cast<std::size_t>(digest[byte]) << 16 | static_cast<std::size_t>(digest[byte + 1]) << 8 | digest[byte + 2];
        phrase += (phrase.empty() ? "" : " ") + std::string{words[window >> (14 - bit % 8) & 0x3FF]};
    }
    return phrase;
}

}
