#include "kiosk/phrases.hpp"

#include "domain/names.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May", "June", "July", "August",
                                                  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                                   "Saturday"};

}

std::string clock_words(Instant instant)
{
    const auto time = local_time(instant);
    if (time.hour == 12 && time.minute == 0) return "midday";
    if (time.hour == 0 && time.minute == 0) return "midnight";
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    const std::string_view half = time.hour < 12 ? "am" : "pm";
    return time.minute == 0 ? fmt::format("{}{}", hour, half) : fmt::format("{}:{:02}{}", hour, time.minute, half);
}

std::string date_words(Date date)
{
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{date}};
    return fmt::format("{} {}", weekdays[weekday.c_encoding()], short_date_words(date));
}

std::string short_date_words(Date date)
{
    return fmt::format("{} {}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1]);
}

std::string range_words(Instant from, Instant until)
{
    return fmt::format("{} to {}", clock_words(from), clock_words(until));
}

std::string day_words(Date date, Date today)
{
    const int days = days_between(today, date);
    if (days == 0) return "Today";
    if (days == 1) return "Tomorrow";
    if (days == -1) return "Yesterday";
    return date_words(date);
}

std::string when_words(const Activity& activity, Instant now)
{
    return fmt::format("{}, {}", day_words(local_date(activity.starts), local_date(now)),
                       range_words(activity.starts, activity.ends));
}

std::string length_words(milliseconds length)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
    if (minutes < 60) return counted_words(minutes, "minute");
    if (minutes % 60 == 0) return counted_words(minutes / 60, "hour");
    return counted_words(minutes / 60, "hour") + " " + counted_words(minutes % 60, "minute");
}

std::string countdown_words(Instant starts, Instant now)
{
    const auto wait = std::chrono::ceil<std::chrono::minutes>(starts - now);
    const bool soon = wait > std::chrono::minutes{0} && wait <= std::chrono::minutes{90};
    return soon ? "in " + counted_words(wait.count(), "minute") : std::string{};
}

std::string until_words(Instant starts, Instant ends, Instant now)
{
    if (now >= ends) return {};
    if (now >= starts) return "Now";
    if (auto countdown = countdown_words(starts, now); !countdown.empty()) return sentence_case(countdown);
    const auto day = day_words(local_date(starts), local_date(now));
    return day == "Today" || day == "Tomorrow" ? day : std::string{};
}

std::string places_words(int left)
{
    return left <= 0 ? "Full" : counted_words(left, "place") + " left";
}

std::string waiting_words(int waiting)
{
    if (waiting <= 0) return {};
    return waiting == 1 ? "1 person waits" : fmt::format("{} people wait", waiting);
}

std::string wait_words(milliseconds left)
{
    return fmt::format(fmt::runtime(words::letters::wait), length_words(std::max(std::chrono::minutes{1}, std::chrono::ceil<std::chrono::minutes>(left))));
}

std::string counted_words(std::int64_t count, std::string_view noun)
{
    if (count == 1) return fmt::format("1 {}", noun);
    if (noun.ends_with('y') && !noun.ends_with("ay")) return fmt::format("{} {}ies", count, noun.substr(0, noun.size() - 1));
    return fmt::format("{} {}s", count, noun);
}

std::string kept_words(std::string_view sentence, std::chrono::days kept)
{
    return fmt::format(fmt::runtime(sentence), counted_words(kept.count(), "day"));
}

std::string tries_words(std::string_view several, std::string_view last, int left)
{
    return left == 1 ? std::string{last} : fmt::format(fmt::runtime(several), left);
}

std::string sentence_case(std::string_view words)
{
    std::string text{words};
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string_view kind_words(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::lunch: return words::kind::lunch;
    case ActivityKind::seminar: return words::kind::seminar;
    case ActivityKind::forum: return words::kind::forum;
    case ActivityKind::shadowing: return words::kind::shadowing;
    case ActivityKind::research: return words::kind::research;
    }
    return {};
}

std::string_view short_kind_words(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::lunch: return words::kind::lunch_short;
    case ActivityKind::seminar: return words::kind::seminar_short;
    case ActivityKind::forum: return words::kind::forum_short;
    case ActivityKind::shadowing: return words::kind::shadowing_short;
    case ActivityKind::research: return words::kind::research_short;
    }
    return {};
}

std::string_view face_words(Face face)
{
    switch (face) {
    case Face::very_useful: return words::feedback::very_useful;
    case Face::useful: return words::feedback::useful;
    case Face::not_very_useful: return words::feedback::not_very_useful;
    case Face::not_useful: return words::feedback::not_useful;
    }
    return {};
}

std::string greeting_words(std::string_view name, Instant now)
{
    const int hour = local_time(now).hour;
    const auto pattern = hour < 12   ? words::visit::good_morning
                         : hour < 18 ? words::visit::good_afternoon
                                     : words::visit::good_evening;
    return fmt::format(fmt::runtime(pattern), greeting_name(name));
}

}
