#include "exchange/copied_name.hpp"

#include <algorithm>
#include <cctype>

namespace refectory {

namespace {

std::string with_each(std::string_view text, int (*change)(int))
{
    std::string changed{text};
    std::ranges::transform(changed, changed.begin(), [&](unsigned char letter) { return static_cast<char>(change(letter)); });
    return changed;
}

}

std::optional<std::string> middle_of_name(std::string_view name, std::string_view beginning, std::string_view ending)
{
    if (name.starts_with('.')) return std::nullopt;
    const auto small = with_each(name, std::tolower);
    const auto begins = small.find(beginning);
    if (begins == std::string::npos) return std::nullopt;
    const auto from = begins + beginning.size();
    const auto first_part = ending.substr(0, ending.find('.', 1)), last_part = ending.substr(ending.rfind('.'));
    if (small.find(first_part, from) == std::string::npos || !small.ends_with(last_part)) return std::nullopt;
    const auto length = std::string_view{small}.substr(from).find_first_of(". (");
    return length == 0 ? std::nullopt : std::optional{with_each(name.substr(from, length), std::toupper)};
}

}
