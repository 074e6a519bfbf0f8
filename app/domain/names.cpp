#include "domain/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace refectory {

namespace {

constexpr std::array<std::string_view, 9> titles{"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "rev"};

// Reads one UTF-8 code point and moves on; a byte that is none is passed over as U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<std::uint8_t>(text[at++]);
    const int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
    if (more < 0) return 0xFFFD;
    char32_t point = more == 0 ? first : first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<std::uint8_t>(text[at]) & 0xC0U) != 0x80) return 0xFFFD;
        point = (point << 6) | (static_cast<std::uint8_t>(text[at++]) & 0x3FU);
    }
    return point;
}

// The plain letters of the Latin-1 and Latin Extended-A letters, by ranges that share one; the pairs stand in order.
struct PlainLetter { char32_t first, last; std::string_view plain; };
constexpr PlainLetter plain_letters[] = {
    {0xC0, 0xC5, "a"}, {0xC6, 0xC6, "ae"}, {0xC7, 0xC7, "c"}, {0xC8, 0xCB, "e"}, {0xCC, 0xCF, "i"}, {0xD0, 0xD0, "d"},
    {0xD1, 0xD1, "n"}, {0xD2, 0xD6, "o"}, {0xD8, 0xD8, "o"}, {0xD9, 0xDC, "u"}, {0xDD, 0xDD, "y"}, {0xDE, 0xDE, "th"},
    {0xDF, 0xDF, "ss"}, {0xE0, 0xE5, "a"}, {0xE6, 0xE6, "ae"}, {0xE7, 0xE7, "c"}, {0xE8, 0xEB, "e"}, {0xEC, 0xEF, "i"},
    {0xF0, 0xF0, "d"}, {0xF1, 0xF1, "n"}, {0xF2, 0xF6, "o"}, {0xF8, 0xF8, "o"}, {0xF9, 0xFC, "u"}, {0xFD, 0xFD, "y"},
    {0xFE, 0xFE, "th"}, {0xFF, 0xFF, "y"}, {0x100, 0x105, "a"}, {0x106, 0x10D, "c"}, {0x10E, 0x111, "d"},
    {0x112, 0x11B, "e"}, {0x11C, 0x123, "g"}, {0x124, 0x127, "h"}, {0x128, 0x131, "i"}, {0x132, 0x133, "ij"},
    {0x134, 0x135, "j"}, {0x136, 0x138, "k"}, {0x139, 0x142, "l"}, {0x143, 0x14B, "n"}, {0x14C, 0x151, "o"},
    {0x152, 0x153, "oe"}, {0x154, 0x159, "r"}, {0x15A, 0x161, "s"}, {0x162, 0x167, "t"}, {0x168, 0x173, "u"},
    {0x174, 0x175, "w"}, {0x176, 0x178, "y"}, {0x179, 0x17E, "z"}, {0x17F, 0x17F, "s"}};

void append_plain(std::string& key, char32_t point, std::string_view as_written)
{
    if (point < 0x80) {
        const char character = static_cast<char>(point);
        if (character >= 'A' && character <= 'Z') key += static_cast<char>(character - 'A' + 'a');
        else if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) key += character;
        else if (character != '\'' && character != '.' && !key.empty() && key.back() != ' ') key += ' ';
        return;
    }
    const auto found = std::ranges::find_if(plain_letters, [&](const PlainLetter& letter) {
        return letter.first <= point && point <= letter.last;
    });
    if (found != std::end(plain_letters)) key += found->plain;
    else if (point != 0x2019) key += as_written;  // a curly apostrophe is dropped as the straight one is
}

std::vector<std::string_view> parts_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_title(std::string_view word)
{
    const auto key = search_key(word);
    return std::ranges::find(titles, key) != titles.end();
}

std::string_view first_letter(std::string_view word)
{
    std::size_t end = 0;
    next_code_point(word, end);
    return word.substr(0, end);
}

// Full stops, dashes and quotation marks stand between words; an apostrophe does not.
std::string with_blanks_for_marks(std::string_view text)
{
    constexpr std::string_view punctuation = "\xE2\x80", apostrophe = "\xE2\x80\x99";
    std::string words{text};
    std::ranges::replace(words, '.', ' ');
    for (auto at = words.find(punctuation); at != std::string::npos; at = words.find(punctuation, at + 1))
        if (words.compare(at, apostrophe.size(), apostrophe) != 0) words.replace(at, std::min<std::size_t>(3, words.size() - at), 1, ' ');
    return words;
}

}

std::string search_key(std::string_view name)
{
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        const auto begin = at;
        const auto point = next_code_point(name, at);
        append_plain(key, point, name.substr(begin, at - begin));
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    const auto space = key.find(' ');
    if (space != std::string::npos && std::ranges::find(titles, key.substr(0, space)) != titles.end())
        key.erase(0, space + 1);
    return key;
}

std::vector<std::string> words_of(std::string_view text)
{
    const auto key = search_key(with_blanks_for_marks(text));
    const auto parts = parts_of(key);
    return {parts.begin(), parts.end()};
}

bool name_matches(std::string_view name_key, std::string_view typed_key)
{
    if (typed_key.empty()) return false;
    if (name_key.starts_with(typed_key)) return true;
    return name_key.find(" " + std::string{typed_key}) != std::string_view::npos;
}

std::size_t letters_in(std::string_view typed_key)
{
    return code_points(typed_key) - static_cast<std::size_t>(std::ranges::count(typed_key, ' '));
}

std::string tidy_name(std::string_view typed)
{
    std::string name;
    for (const char character : typed) {
        const bool blank = static_cast<unsigned char>(character) <= ' ' || character == 0x7F;
        if (!blank) name += character;
        else if (!name.empty() && name.back() != ' ') name += ' ';
    }
    if (!name.empty() && name.back() == ' ') name.pop_back();
    return name;
}

std::size_t code_points(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) != 0x80; }));
}

std::string initials(std::string_view name)
{
    auto words = parts_of(name);
    if (words.size() > 1 && is_title(words.front())) words.erase(words.begin());
    if (words.empty()) return {};
    std::string text{first_letter(words.front())};
    if (words.size() > 1) text += first_letter(words.back());
    return text;
}

std::string greeting_name(std::string_view name)
{
    const auto words = parts_of(name);
    if (words.empty()) return {};
    if (words.size() > 1 && is_title(words.front())) return std::string{words.front()} + " " + std::string{words.back()};
    return std::string{words.front()};
}

}
