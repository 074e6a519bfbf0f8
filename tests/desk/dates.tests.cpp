#include "desk/dates.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

namespace {

constexpr Date day(int year, unsigned month, unsigned number)
{
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

constexpr Date tuesday = day(2026, 11, 24);

}

TEST_CASE("dates are read as people write them and the day comes first")
{
    struct Row { std::string text; Date date; };
    const Row rows[] = {
        {"23/11/2026", day(2026, 11, 23)},
        {"2026-11-23", day(2026, 11, 23)},
        {"3/11/2026", day(2026, 11, 3)},
        {"03/1/2027", day(2027, 1, 3)},
        {"23-11-2026", day(2026, 11, 23)},
        {"23.11.2026", day(2026, 11, 23)},
        {"2026/11/3", day(2026, 11, 3)},
        {"23 November 2026", day(2026, 11, 23)},
        {"3 SEPTEMBER 2026", day(2026, 9, 3)},
        {"3 Sept 2026", day(2026, 9, 3)},
        {"23-Nov-2026", day(2026, 11, 23)},
        {"1 may 2027", day(2027, 5, 1)},
        {"29 Feb 2028", day(2028, 2, 29)},
        {"today", tuesday},
        {"Today+7", day(2026, 12, 1)},
        {"today-1", day(2026, 11, 23)},
    };
    for (const auto& row : rows) {
        const auto date = parse_date(row.text, tuesday);
        INFO(row.text << ": " << (date ? std::string{} : date.error().sentence));
        REQUIRE(date);
        CHECK(*date == row.date);
    }
}

TEST_CASE("what is no date says what to do")
{
    struct Row { std::string text, sentence; };
    const Row rows[] = {
        {"23/11/26", "four digits"},
        {"23-Nov-26", "four digits"},
        {"31/11/2026", "no day of the calendar"},
        {"29 February 2027", "no day of the calendar"},
        {"2026-23-11", "no day of the calendar"},
        {"0/11/2026", "no day of the calendar"},
        {"11/23/2026", "day first"},
        {"23/11/0226", "from 1970 to 2199"},
        {"23/11/2200", "from 1970 to 2199"},
        {"", "is not a date"},
        {"23/11", "is not a date"},
        {"23/11-2026", "is not a date"},
        {"23/11/2026/1", "is not a date"},
        {"23/11/20266", "is not a date"},
        {"23/-1/2026", "is not a date"},
        {"November 23 2026", "is not a date"},
        {"23 Novem 2026", "is not a date"},
        {"today+", "is not a date"},
        {"today*2", "is not a date"},
        {"todayx", "is not a date"},
        {"today+3661", "is not a date"},
        {"today-9223372036854775808", "is not a date"},
    };
    for (const auto& row : rows) {
        const auto date = parse_date(row.text, tuesday);
        INFO(row.text);
        REQUIRE_FALSE(date);
        CHECK(date.error().sentence.starts_with("“" + row.text + "”"));
        CHECK(date.error().sentence.find(row.sentence) != std::string::npos);
    }
}

TEST_CASE("times are read as people write them and as spreadsheets export them")
{
    struct Row { std::string text; int minutes; };
    const Row rows[] = {
        {"9:30am", 570}, {"9.30am", 570}, {"09:30", 570}, {"9:30", 570}, {"9.30", 570}, {"9:30 AM", 570}, {"09:30:00", 570},
        {"9:30:00 am", 570}, {"12:30pm", 750}, {"12.30 PM", 750}, {"3pm", 900}, {"3 pm", 900}, {"12am", 0}, {"0:15", 15},
        {"23:59", 1439}, {"midday", 720}, {"Noon", 720},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(parse_time(row.text) == row.minutes);
    }
    for (const auto* wrong : {"", "24:00", "13pm", "0am", "9:5", "9", "9:60am", "am", "-1:00", "9:30:15", "9:30:00:00", "9:30.00", "0.52", "0.520833333", "9.5", ":30", "1e1:00"}) {
        INFO(wrong);
        CHECK_FALSE(parse_time(wrong));
    }
}
