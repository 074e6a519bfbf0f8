#include "journeys/kiosk_in_front.hpp"
#include "kiosk/present.hpp"
#include "kiosk/widgets/qr_code.hpp"
#include "platform/qr_reader.hpp"

#include <map>

using namespace refectory;
using test::KioskInFront;

namespace {

// As the page draws it: dark on light, four modules of quiet around it.
platform::Picture drawn(const ui::QrCode& code, int module = 4)
{
    const int quiet = 4, side = (code.width + 2 * quiet) * module;
    platform::Picture picture{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 4), 255)};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = x / module - quiet, row = y / module - quiet;
            const bool inside = column >= 0 && row >= 0 && column < code.width && row < code.width;
            if (!inside || !code.is_dark(column, row)) continue;
            for (int part = 0; part < 3; ++part) picture.rgba[static_cast<std::size_t>((y * side + x) * 4 + part)] = 0;
        }
    return picture;
}

std::string read_back(const Activity& activity)
{
    const auto code = ui::encode_qr(calendar_entry(activity));
    REQUIRE(code);
    const auto text = platform::read_qr(drawn(*code));
    REQUIRE(text);
    return *text;
}

// The lines of an entry by their names, RFC 5545's marks taken off; every line must end with CR and LF.
std::map<std::string, std::string> lines_of(std::string_view entry)
{
    std::map<std::string, std::string> lines;
    while (!entry.empty()) {
        const auto end = entry.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        const auto line = entry.substr(0, end);
        REQUIRE(line.find_first_of("\r\n") == std::string_view::npos);
        const auto colon = line.find(':');
        REQUIRE(colon != std::string_view::npos);
        std::string value;
        for (std::size_t i = colon + 1; i < line.size(); ++i) {
            if (line[i] != '\\') value += line[i];
            else if (++i < line.size()) value += line[i] == 'n' ? '\n' : line[i];
        }
        REQUIRE(lines.emplace(line.substr(0, colon), value).second);
        entry.remove_prefix(end + 2);
    }
    return lines;
}

// "20261124T123000Z"
Instant instant_of(std::string_view text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, length = 0;
    REQUIRE(std::sscanf(std::string{text}.c_str(), "%4d%2d%2dT%2d%2d%2dZ%n", &year, &month, &day, &hour, &minute, &second, &length) == 6);
    REQUIRE(length == static_cast<int>(text.size()));
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

void check_entry(const Activity& activity)
{
    CAPTURE(activity.id.value);
    const auto entry = read_back(activity);
    CHECK(entry.starts_with("BEGIN:VEVENT\r\n"));
    CHECK(entry.ends_with("\r\nEND:VEVENT\r\n"));
    const auto lines = lines_of(entry);
    CHECK(lines.size() == 6);
    CHECK(lines.at("SUMMARY") == activity.topic);
    CHECK(lines.at("LOCATION") == activity.place);
    CHECK(instant_of(lines.at("DTSTART")) == activity.starts);
    CHECK(instant_of(lines.at("DTEND")) == activity.ends);
}

Activity an_activity(std::string topic, std::string place, Instant starts)
{
    Activity activity;
    activity.id = ActivityId{"LUNCH-9"};
    activity.topic = std::move(topic);
    activity.place = std::move(place);
    activity.starts = starts;
    activity.ends = starts + std::chrono::minutes{45};
    return activity;
}

Instant at(int year, unsigned month, unsigned day, int hour, int minute)
{
    return instant_at({std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}, hour, minute);
}

}

TEST_CASE("the calendar code of each activity is read back as that activity")
{
    KioskInFront kiosk;
    const auto activities = kiosk.store->activities().between(kiosk.now.wall, kiosk.now.wall + std::chrono::days{60});
    REQUIRE(activities.size() > 3);
    for (const auto& activity : activities) {
        check_entry(activity);
        CHECK(present_place(activity, HasPlace{}, kiosk.now.wall).calendar == calendar_entry(activity));
    }
}

TEST_CASE("the calendar code gives the time in UTC in summer and in winter")
{
    CHECK(lines_of(read_back(an_activity("Lunch", "Hub", at(2026, 7, 14, 12, 30)))).at("DTSTART") == "20260714T113000Z");
    CHECK(lines_of(read_back(an_activity("Lunch", "Hub", at(2026, 11, 24, 12, 30)))).at("DTSTART") == "20261124T123000Z");
    check_entry(an_activity("Over the year's end", "Hub", at(2026, 12, 31, 23, 30)));
    check_entry(an_activity("Over the change of the clocks", "Hub", at(2026, 10, 25, 0, 30)));
}

TEST_CASE("marks and accents in the calendar code are read back as they were")
{
    check_entry(an_activity("Carers; what helps, and when", "room 4, floor 2; ring", at(2027, 3, 1, 9, 0)));
    check_entry(an_activity("Back\\slash “quoted” – Łukasz’s café", "Zoë’s \\ room", at(2027, 3, 1, 9, 0)));
    check_entry(an_activity("END:VEVENT", "BEGIN:VEVENT", at(2027, 3, 1, 9, 0)));
}

TEST_CASE("a calendar code for the longest words is still read")
{
    std::string topic;
    while (topic.size() < 400) topic += "Łó,";
    const auto lines = lines_of(read_back(an_activity(topic, topic, at(2027, 3, 1, 9, 0))));
    CHECK(topic.starts_with(lines.at("SUMMARY")));
    CHECK(lines.at("SUMMARY").size() > 20);
    CHECK(topic.starts_with(lines.at("LOCATION")));
}
