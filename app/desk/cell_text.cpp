#include "desk/cell_text.hpp"

#include "domain/names.hpp"

#include <charconv>

namespace refectory {

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

}

std::string trimmed(std::string_view text)
{
    std::string result{text};
    for (const auto* blank : {"\xC2\xA0", "\xE2\x80\xAF"}) replace_all(result, blank, " ");
    return tidy_name(result);
}

std::string in_small_letters(std::string_view text)
{
    std::string result{text};
    bool after_c3 = false;  // the capitals À to Þ stand 32 before their small letters, and × between them is none
    for (auto& character : result) {
        const auto byte = static_cast<unsigned char>(character);
        const bool is_capital = (byte >= 'A' && byte <= 'Z') || (after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97);
        if (is_capital) character = static_cast<char>(byte + 32);
        after_c3 = byte == 0xC3;
    }
    return result;
}

std::optional<std::int64_t> parse_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

}
