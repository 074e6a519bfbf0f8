#include "domain/instant.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace refectory {

namespace {

// One zone: both authorities are in it. Its rules are right until 2037 in date 3.0.1.
const date::time_zone& kiosk_zone()
{
    static const date::time_zone& zone = *date::locate_zone("Europe/London");
    return zone;
}

}

LocalTime local_time(Instant instant)
{
    const auto local = kiosk_zone().to_local(instant);
    const auto since_epoch = local.time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(since_epoch);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(since_epoch - day)};
    return {Date{std::chrono::sys_days{day}}, static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count())};
}

Date local_date(Instant instant)
{
    return local_time(instant).date;
}

Instant instant_at(Date date, int hour, int minute)
{
    const auto since_epoch = std::chrono::sys_days{date}.time_since_epoch() + std::chrono::hours{hour} +
                             std::chrono::minutes{minute};
    const date::local_time<milliseconds> local{since_epoch};
    const auto info = kiosk_zone().get_info(local);
    return Instant{local.time_since_epoch() - info.first.offset};
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
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = -1;
        const auto part = text.substr(from, size);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        return error == std::errc{} && end == part.data() + part.size() ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string iso_instant(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(Date{day}), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

}
