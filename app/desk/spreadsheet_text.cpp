#include "desk/spreadsheet_text.hpp"

#include "exchange/programme_check.hpp"

#include <array>

namespace refectory {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The characters of the bytes 80 to 9F; those from A0 on are the code points of the same number. Empty where there is none.
constexpr std::array<std::string_view, 32> from_80_to_9f{
    "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

// Alone it ended lines on old Macs.
std::string with_line_feeds(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') text += bytes[i];
        else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') text += '\n';
    }
    return text;
}

std::expected<std::string, CsvFault> from_windows_1252(std::string_view bytes)
{
    std::string text;
    CsvPlace here{1, 0};
    for (const char character : bytes) {
        ++here.column;
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80) {
            text += character;
        } else if (byte >= 0xA0) {
            text += static_cast<char>(0xC0U | (byte >> 6U));
            text += static_cast<char>(0x80U | (byte & 0x3FU));
        } else if (const auto letter = from_80_to_9f[byte - 0x80U]; !letter.empty()) {
            text += letter;
        } else {
            return std::unexpected(CsvFault{here.line, "This character cannot be read. Write it anew, and save the file as “CSV UTF-8”.", here.column});
        }
        if (character == '\n') here = {here.line + 1, 0};
    }
    return text;
}

// What the whole file is at fault for; empty if it may be a text.
std::string_view refusal_of(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return "The file is saved as Unicode text (UTF-16). Open it in the spreadsheet program and save it as “CSV UTF-8”.";
    if (bytes.starts_with("PK"))
        return "This is a workbook whose name ends in .csv. Open it in the spreadsheet program and save it as “CSV UTF-8”.";
    if (bytes.find('\0') != std::string_view::npos)
        return "This is no text. Open the spreadsheet in its program and save it as “CSV UTF-8”.";
    if (bytes.starts_with(byte_order_mark) && !is_utf8(bytes))
        return "The file begins as UTF-8 and goes on as something else. Open it in the spreadsheet program and save it as “CSV UTF-8”.";
    return {};
}

}

std::expected<std::string, CsvFault> text_of_spreadsheet(std::string_view bytes)
{
    if (const auto refusal = refusal_of(bytes); !refusal.empty()) return std::unexpected(CsvFault{1, std::string{refusal}, 1});
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    auto text = with_line_feeds(bytes);
    if (is_utf8(text)) return text;
    return from_windows_1252(text);
}

}
