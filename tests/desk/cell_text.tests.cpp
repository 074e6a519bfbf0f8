#include "desk/cell_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

TEST_CASE("blanks around a cell's text are taken off, those that do not break too")
{
    CHECK(trimmed("  a \t b\r\n") == "a b");
    CHECK(trimmed("\u00A0" "9:30\u202F" "AM\u00A0\u00A0") == "9:30 AM");
    CHECK(trimmed("é\u00A0") == "é");
    CHECK(trimmed("\u00A0").empty());
}

TEST_CASE("capitals are put in small letters and nothing else changes")
{
    CHECK(in_small_letters("Room 4, CAFÉ ÀÞ") == "room 4, café àþ");
    CHECK(in_small_letters("×÷ßÿ “@[`{”") == "×÷ßÿ “@[`{”");
    CHECK(in_small_letters("Łódź €") == "Łódź €");
}

TEST_CASE("a number is nothing but digits")
{
    CHECK(parse_number("0") == 0);
    CHECK(parse_number("-12") == -12);
    CHECK(parse_number("9223372036854775807") == INT64_MAX);
    for (const auto* wrong : {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "9223372036854775808"}) {
        INFO(wrong);
        CHECK_FALSE(parse_number(wrong));
    }
}
