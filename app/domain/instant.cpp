#include "domain/instant.hpp"

#include <cctz/time_zone.h>
#include <fmt/format.h>

#include <charconv>
#include <stdexcept>
#include <string_view>

namespace refectory {

namespace {

// One zone: both authorities are in it.
const cctz::time_zone& kiosk_zone()
{
    static const auto zone = [] {
        cctz::time_zone london;
        if (!cctz::load_time_zone("Europe/London", &london)) throw std::runtime_error("This machine does not know the clocks of Europe/London. Install tzdata.");
        return london;
    }();
    return zone;
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional{value} : std::nullopt;
}

}

LocalTime local_time(Instant instant)
{
    const auto local = kiosk_zone().lookup(std::chrono::floor<std::chrono::seconds>(instant)).cs;
    const Date date{std::chrono::year{static_cast<int>(local.year())}, std::chrono::month{static_cast<unsigned>(local.month())},
                    std::chrono::day{static_cast<unsigned>(local.day())}};
    return {date, local.hour(), local.minute(), local.second()};
}

Date local_date(Instant instant)
{
    return local_time(instant).date;
}

Instant instant_at(Date date, int hour, int minute)
{
    const cctz::civil_second local{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                   static_cast<int>(static_cast<unsigned>(date.day())), hour, minute};
    return kiosk_zone().lookup(local).pre;
}

Date add_days(Date date, int days)
{
    return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

int days_between(Date from, Date to)
{
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

std::string iso_date(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_iso_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}, std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Instant> parse_moment(std::string_view text)
{
    const auto date = parse_iso_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return start_of_day(*date);
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return instant_at(*date, *hour, *minute);
}

std::string iso_instant(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(Date{day}), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

}
