// The words that a set-up file and a backup are opened with, six each: printed at the desk, typed once. Everyday words of four to
// seven letters; the first four letters tell each from all others.
#pragma once

#include "domain/bytes.hpp"
#include "domain/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace refectory {

inline constexpr std::size_t setup_words_count = 6;

// All 1024, in order.
std::vector<std::string_view> all_setup_words();
std::vector<std::string> make_setup_words(const Entropy& entropy);

// What was typed as separate words in lower case, whatever stood between them: blanks, hyphens, commas, line ends.
std::vector<std::string> tidy_setup_words(std::string_view typed);
// The word of the list that is meant: written out, or at least its first four letters. Nothing where there is none.
std::optional<std::string_view> find_setup_word(std::string_view tidy_word);
// Whether a word of the list can still come of what was typed so far.
bool begins_setup_word(std::string_view tidy_word);
// Each of them, or a sentence that says which one is none.
Result<std::vector<std::string>> find_setup_words(std::span<const std::string> tidy_words);
// As they are printed and as the key is made of them: single blanks between them.
std::string setup_phrase(std::span<const std::string> words);

}
