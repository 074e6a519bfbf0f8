#include "exchange/setup_words.hpp"

#include "store/embedded_assets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace refectory {

namespace {

constexpr std::size_t fewest_letters = 4;

bool is_letter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

}

std::vector<std::string_view> all_setup_words()
{
    const auto assets = embedded_assets();
    const auto found = std::ranges::find(assets, "words/setup-words.txt", &EmbeddedAsset::name);
    assert(found != assets.end());
    std::vector<std::string_view> words;
    for (auto text = found->text; !text.empty();) {
        const auto end = std::min(text.find('\n'), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::vector<std::string> make_setup_words(const Entropy& entropy)
{
    const auto all = all_setup_words();
    std::vector<std::string> words;
    for (std::size_t i = 0; i < setup_words_count; ++i) words.emplace_back(all[random_below(entropy, all.size())]);
    return words;
}

std::vector<std::string> tidy_setup_words(std::string_view typed)
{
    std::vector<std::string> words;
    bool within = false;
    for (const char character : typed) {
        if (!is_letter(character)) {
            within = false;
            continue;
        }
        if (!within) words.emplace_back();
        words.back() += character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
        within = true;
    }
    return words;
}

std::optional<std::string_view> find_setup_word(std::string_view tidy_word)
{
    const auto all = all_setup_words();
    const auto found = std::ranges::lower_bound(all, tidy_word);
    if (found == all.end() || tidy_word.size() < fewest_letters || !found->starts_with(tidy_word)) return std::nullopt;
    return *found;
}

bool begins_setup_word(std::string_view tidy_word)
{
    const auto all = all_setup_words();
    const auto found = std::ranges::lower_bound(all, tidy_word);
    return found != all.end() && found->starts_with(tidy_word);
}

Result<std::vector<std::string>> find_setup_words(std::span<const std::string> tidy_words)
{
    std::vector<std::string> words;
    for (const auto& word : tidy_words) {
        const auto known = find_setup_word(word);
        if (!known) return failure(fmt::format("Word {} is not one of those that are used here. Check how it is spelt.", words.size() + 1));
        words.emplace_back(*known);
    }
    return words;
}

std::string setup_phrase(std::span<const std::string> words)
{
    std::string phrase;
    for (const auto& word : words) phrase += (phrase.empty() ? "" : " ") + word;
    return phrase;
}

}
