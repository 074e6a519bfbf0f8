#include "exchange/shown_text.hpp"

#include "exchange/programme_check.hpp"

namespace refectory {

namespace {

std::string shown(std::string_view text, std::string_view kept)
{
    const bool is_text = is_utf8(text);
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F, in two bytes: among them is one that begins a terminal's commands.
        const bool is_late_control = is_text && byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        const bool is_control = byte < 0x20 || byte == 0x7F || is_late_control || (!is_text && byte >= 0x80);
        if (is_late_control) ++i;
        shown += is_control && !kept.contains(text[i]) ? '?' : text[i];
    }
    return shown;
}

}

std::string shown_text(std::string_view text)
{
    return shown(text, "");
}

std::string shown_lines(std::string_view text)
{
    return shown(text, "\n");
}

}
