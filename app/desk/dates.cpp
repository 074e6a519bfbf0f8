#include "desk/dates.hpp"

#include "desk/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace refectory {

namespace {

constexpr std::array<std::string_view, 12> month_names{"january", "february", "march",     "april",   "may",      "june",
                                                       "july",    "august",   "september", "october", "november", "december"};

// Kiosks take no other.
constexpr std::chrono::year first_year{1970}, last_year{2199};

std::vector<std::string_view> parts_of(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// One to so many digits and nothing else.
std::optional<int> digits(std::string_view text, std::size_t most)
{
    const bool plain = !text.empty() && text.size() <= most && text.find_first_not_of("0123456789") == std::string_view::npos;
    return plain ? std::optional{static_cast<int>(*parse_number(text))} : std::nullopt;
}

std::optional<int> month_of(std::string_view word)
{
    const auto found = std::ranges::find_if(month_names, [&](std::string_view name) {
        return word == name || word == name.substr(0, 3) || (name == "september" && word == "sept");
    });
    return found == month_names.end() ? digits(word, 2) : std::optional{static_cast<int>(found - month_names.begin()) + 1};
}

// "today", "today+3", "today-1", without the word itself.
std::optional<Date> days_from(Date today, std::string_view text)
{
    if (text.empty()) return today;
    if (text.front() == '+') text.remove_prefix(1);
    else if (text.front() != '-') return std::nullopt;
    const auto days = parse_number(text);
    if (!days || *days < -3660 || *days > 3660) return std::nullopt;
    return add_days(today, static_cast<int>(*days));
}

Error not_a_date(std::string_view given)
{
    return {fmt::format("“{}” is not a date. Write it as 2026-11-24 or 24/11/2026.", given)};
}

Result<Date> date_of(std::string_view given, int day, int month, int year, bool year_is_first)
{
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (date.year() < first_year || date.year() > last_year)
        return failure(fmt::format("“{}” has a year that cannot be meant. Write one from 1970 to 2199.", given));
    if (date.ok()) return date;
    if (month > 12 && !year_is_first) return failure(fmt::format("“{}” has no such month. Write the day first, as in 24/11/2026.", given));
    return failure(fmt::format("“{}” is no day of the calendar. Correct the day or the month.", given));
}

}

Result<Date> parse_date(std::string_view given, Date today)
{
    const auto text = in_small_letters(given);
    if (text.starts_with("today")) {
        const auto date = days_from(today, std::string_view{text}.substr(5));
        if (!date) return std::unexpected(not_a_date(given));
        return *date;
    }
    const auto separator = text.find_first_of("/-. ");
    auto parts = separator == std::string::npos ? std::vector<std::string_view>{} : parts_of(text, text[separator]);
    if (parts.size() != 3) return std::unexpected(not_a_date(given));
    const bool year_is_first = parts.front().size() == 4;
    if (year_is_first) std::ranges::reverse(parts);
    const auto day = digits(parts[0], 2), month = month_of(parts[1]), year = digits(parts[2], 4);
    if (!day || !month || !year) return std::unexpected(not_a_date(given));
    if (parts[2].size() != 4) return failure(fmt::format("“{}” has a year that is cut short. Write its four digits, as in 24/11/2026.", given));
    return date_of(given, *day, *month, *year, year_is_first);
}

std::optional<int> parse_time(std::string_view given)
{
    const auto text = in_small_letters(given);
    if (text == "midday" || text == "noon") return 12 * 60;
    std::string_view rest{text};
    const bool morning = rest.ends_with("am"), afternoon = rest.ends_with("pm");
    if (morning || afternoon) rest.remove_suffix(2);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    const bool has_colon = rest.find(':') != std::string_view::npos;
    const auto parts = parts_of(rest, has_colon ? ':' : '.');
    // A spreadsheet that exports seconds has none.
    if (parts.size() > 3 || (parts.size() == 3 && parts[2] != "00")) return std::nullopt;
    const auto hours = digits(parts[0], 2);
    const auto minutes = parts.size() == 1 ? std::optional{0} : parts[1].size() == 2 ? digits(parts[1], 2) : std::nullopt;
    if (!hours || !minutes || *minutes > 59) return std::nullopt;
    if (morning || afternoon) {
        if (*hours < 1 || *hours > 12) return std::nullopt;
        return (*hours % 12 + (afternoon ? 12 : 0)) * 60 + *minutes;
    }
    // "0.52" is a share of a day: so a spreadsheet writes a time whose format was lost.
    if (parts.size() == 1 || *hours > 23 || (!has_colon && *hours == 0)) return std::nullopt;
    return *hours * 60 + *minutes;
}

}
