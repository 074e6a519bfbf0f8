#include "domain/ids.hpp"

namespace refectory {

namespace {

constexpr std::string_view capitals_and_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view code_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
constexpr std::size_t longest_code = 24, longest_suffix = 8;

bool is_made_of(std::string_view text, std::string_view letters, std::size_t longest)
{
    return !text.empty() && text.size() <= longest && text.find_first_not_of(letters) == std::string_view::npos;
}

}

bool is_activity_id(std::string_view text)
{
    return is_made_of(text, code_letters, longest_code);
}

bool is_kiosk_code(std::string_view text)
{
    return is_made_of(text, code_letters, longest_code);
}

bool is_origin(std::string_view text)
{
    const auto point = text.find('.');
    return point != std::string_view::npos && is_kiosk_code(text.substr(0, point)) &&
           is_made_of(text.substr(point + 1), capitals_and_digits, longest_suffix);
}

}
