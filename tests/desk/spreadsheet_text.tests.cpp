#include "desk/spreadsheet_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;
using namespace std::string_literals;

TEST_CASE("a spreadsheet's text is the same in whatever encoding and with whatever line ends it was saved")
{
    struct Row { std::string bytes, text; };
    const Row rows[] = {
        {"", ""},
        {"a,b\n", "a,b\n"},
        {"Siobhán, “Łukasz” – €5\n", "Siobhán, “Łukasz” – €5\n"},
        {"\xEF\xBB\xBFname\r\nSiobhán\r\n", "name\nSiobhán\n"},
        {"name\r\nSiobh\xE1n\r\n", "name\nSiobhán\n"},
        {"\x80 \x93quoted\x94 \x96 caf\xE9 it\x92s \xA3\x35", "€ “quoted” – café it’s £5"},
        {"\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x95\x97\x98\x99\x9A\x9B\x9C\x9E\x9F", "‚ƒ„…†‡ˆ‰Š‹ŒŽ‘•—˜™š›œžŸ"},
        {"\xA0\xBF\xC0\xFF", "\u00A0¿Àÿ"},
        {"a\rb\rc", "a\nb\nc"},
        {"a\r\nb\rc\nd\r", "a\nb\nc\nd\n"},
        {"\xEF\xBB\xBF", ""},
    };
    for (const auto& row : rows) {
        const auto text = text_of_spreadsheet(row.bytes);
        INFO(row.text);
        REQUIRE(text);
        CHECK(*text == row.text);
    }
}

TEST_CASE("a byte that Windows does not use is found by its line and column")
{
    for (const auto* letter : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"}) {
        const auto text = text_of_spreadsheet("name,post\r\nSiobh\xE1n," + std::string{letter} + "\r\n");
        REQUIRE_FALSE(text);
        CHECK(text.error().line == 2);
        CHECK(text.error().column == 9);
        CHECK(text.error().sentence.find("save the file as “CSV UTF-8”") != std::string::npos);
    }
}

TEST_CASE("what is no CSV text is refused with what to do")
{
    struct Row { std::string bytes, sentence; };
    const Row rows[] = {
        {"\xFF\xFE" "a\0,\0"s, "UTF-16"},
        {"\xFE\xFF\0a\0,"s, "UTF-16"},
        {"PK\x03\x04\x14\x00"s, "workbook"},
        {"\xD0\xCF\x11\xE0\0"s, "no text"},
        {"a\0,\0b\0"s, "no text"},
        {"\xEF\xBB\xBFSiobh\xE1n", "something else"},
    };
    for (const auto& row : rows) {
        const auto text = text_of_spreadsheet(row.bytes);
        INFO(row.sentence);
        REQUIRE_FALSE(text);
        CHECK(text.error().line == 1);
        CHECK(text.error().sentence.find(row.sentence) != std::string::npos);
        CHECK(text.error().sentence.find("save it as “CSV UTF-8”") != std::string::npos);
    }
}
