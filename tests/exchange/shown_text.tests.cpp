#include "exchange/shown_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

TEST_CASE("What a terminal would act on is shown as a question mark, and everything that can be read stays")
{
    CHECK(shown_text("Zoë “Ash”, 日本") == "Zoë “Ash”, 日本");
    CHECK(shown_text("Zoe \x1b[31mRED\x07\x7f") == "Zoe ?[31mRED??");
    CHECK(shown_text("one\ntwo\r\tthree") == "one?two??three");
    CHECK(shown_text("a\xc2\x9b" "31m\xc2\x85z, \xc2\xa0") == "a?31m?z, \xc2\xa0");
    CHECK(shown_text("no \xe9 text") == "no ? text");
    CHECK(shown_text("cut \xc2") == "cut ?");
    CHECK(shown_lines("one\ntwo \x1b[2J\n") == "one\ntwo ?[2J\n");
}
