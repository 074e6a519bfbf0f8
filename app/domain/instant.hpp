// Moments and dates. Everything is recorded in UTC milliseconds; people read and write the time of the kiosk's place.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace refectory {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;
using std::chrono::milliseconds;

constexpr std::int64_t to_milliseconds(Instant instant) { return instant.time_since_epoch().count(); }
inline Instant from_milliseconds(std::int64_t value) { return Instant{milliseconds{value}}; }

// Whether it can be: no kiosk's clock says another time, however wrong it is, for its system cannot be set past 2262.
constexpr Instant end_of_time{std::chrono::sys_days{std::chrono::year{2300} / 1 / 1}};
inline bool is_time(Instant instant) { return instant >= Instant{} && instant < end_of_time; }

// The clock on the wall in Europe/London.
struct LocalTime {
    Date date;
    int hour = 0, minute = 0, second = 0;
    std::chrono::weekday weekday() const { return std::chrono::weekday{std::chrono::sys_days{date}}; }
};

LocalTime local_time(Instant instant);
Date local_date(Instant instant);
// A time that the clocks skip in March is moved on by the hour; of two in October it is the first.
Instant instant_at(Date date, int hour, int minute);
inline Instant start_of_day(Date date) { return instant_at(date, 0, 0); }
Date add_days(Date date, int days);
int days_between(Date from, Date to);

// "2026-11-24", as files have it.
std::string iso_date(Date date);
std::optional<Date> parse_iso_date(std::string_view text);
// "2026-11-24T11:52", on the clock on the wall; without a time, the day's beginning.
std::optional<Instant> parse_moment(std::string_view text);
// "2026-11-24T11:52:00Z"
std::string iso_instant(Instant instant);

}
