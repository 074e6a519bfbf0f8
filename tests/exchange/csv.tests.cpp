#include "exchange/csv.hpp"
#include "exchange_fixture.hpp"

using namespace refectory;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text)
{
    Rows rows;
    const auto records = read_csv(text);
    REQUIRE(records);
    for (const auto& record : *records) rows.push_back(record.fields);
    return rows;
}

// Fed in pieces of the given size.
Result<Rows> fed(std::string_view text, std::size_t piece)
{
    Rows rows;
    CsvReader reader{',', [&](CsvRecord& record) -> Result<> {
                         rows.push_back(std::move(record.fields));
                         return {};
                     }};
    for (std::size_t at = 0; at < text.size(); at += piece) REFECTORY_TRY(reader.feed(text.substr(at, piece)));
    REFECTORY_TRY(reader.finish());
    return rows;
}

}

TEST_CASE("Tables are read as spreadsheets write them")
{
    CHECK(rows_of("") == Rows{});
    CHECK(rows_of("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(rows_of("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(rows_of("\xEF\xBB\xBF" "a;b;c,\n") == Rows{{"a", "b", "c,"}});
    CHECK(rows_of("a\tb,\tc;\n1\t2\t3\n") == Rows{{"a", "b,", "c;"}, {"1", "2", "3"}});
    CHECK(rows_of("\r\n\na;b\n1,1;2\n") == Rows{{"a", "b"}, {"1,1", "2"}});
    CHECK(rows_of("a,b;c\n") == Rows{{"a", "b;c"}});
    CHECK(rows_of("\"a\"\"b\",\"c\nd\"\n") == Rows{{"a\"b", "c\nd"}});
    CHECK(rows_of("\n\na,\n\n\"\"\n") == Rows{{"a", ""}, {""}});
    CHECK(rows_of("a\rb,c\r") == Rows{{"a\rb", "c"}});
    CHECK(rows_of("a\"b,c\n") == Rows{{"a\"b", "c"}});
    CHECK(rows_of("sep=;\r\na;b,c\r\n") == Rows{{"a", "b,c"}});
    CHECK(rows_of("sep=,\na;b,c\n") == Rows{{"a;b", "c"}});
    CHECK(rows_of("sep=;a\nb;c\n") == Rows{{"sep=", "a"}, {"b", "c"}});
    CHECK(rows_of("sep=") == Rows{{"sep="}});
    CHECK(read_csv("sep=;\na;b\n")->front().line == 2);
}

TEST_CASE("Each field knows its line and column")
{
    const auto records = read_csv("num,név\n\"é,\n\",x,\"y\"\nlast");
    REQUIRE(records);
    REQUIRE(records->size() == 3);
    CHECK((*records)[0].places[1].column == 5);
    CHECK((*records)[1].line == 2);
    CHECK((*records)[1].places[1].line == 3);
    CHECK((*records)[1].places[1].column == 3);
    CHECK((*records)[1].places[2].column == 5);
    CHECK((*records)[2].line == 4);
}

TEST_CASE("What is no table is refused with its line and column")
{
    struct Case { std::string text; int line, column; };
    const std::vector<Case> cases{
        {"a,b\nc,\"d", 2, 3},
        {"a,\"b\" c\n", 1, 6},
        {std::string("a\nb\0c", 5), 2, 2},
        {"a\n" + std::string(longest_csv_field + 1, 'x'), 2, 1},
        {std::string(most_csv_fields, ','), 1, static_cast<int>(most_csv_fields) + 1},
        {"\"a\"\rb", 1, 5},
    };
    for (const auto& [text, line, column] : cases) {
        const auto records = read_csv(text);
        REQUIRE_FALSE(records);
        CAPTURE(text.substr(0, 20), records.error().sentence);
        CHECK(records.error().line == line);
        CHECK(records.error().column == column);
    }
    CHECK(sentence(fed("a,b\nc,\"d", 3)).starts_with("Line 2, column 3: "));
}

TEST_CASE("The limits themselves are still allowed")
{
    CHECK(read_csv(std::string(longest_csv_field, 'x')));
    CHECK(rows_of(std::string(most_csv_fields - 1, ','))[0].size() == most_csv_fields);
}

TEST_CASE("Random bytes come back as they were whatever the pieces they come in")
{
    std::mt19937 random{7};
    const std::string_view likely = "\",;'\r\n\t =+-@a\xC3\xA9\xEF\xBB\xBF";
    for (int round = 0; round < 3000; ++round) {
        Rows rows(1 + random() % 3);
        const auto width = 1 + random() % 4;
        std::string text;
        for (auto& row : rows) {
            for (std::size_t i = 0; i < width; ++i) {
                std::string field(random() % 6, '\0');
                for (auto& byte : field)
                    byte = random() % 2 ? likely[random() % likely.size()] : static_cast<char>(random());
                row.push_back(field);
            }
            append_csv_record(text, row);
        }
        const auto read = fed(text, 1 + random() % 5);
        CAPTURE(text, sentence(read));
        REQUIRE(read);
        REQUIRE(*read == rows);
    }
}

TEST_CASE("What a spreadsheet would run is made harmless and comes back")
{
    for (const std::string text : {"=1+1", "+44 20", "-1", "@SUM", "\tx", "\rx", "\nx", "'quoted'", "'", "''", "plain", "", " =1"}) {
        const auto harmless = neutralised(text);
        CAPTURE(text);
        CHECK((harmless.empty() || std::string{"=+-@\t\r\n"}.find(harmless.front()) == std::string::npos));
        CHECK(without_apostrophe(harmless) == text);
    }
    CHECK(neutralised("plain") == "plain");
    CHECK(neutralised("=1") == "'=1");
    CHECK(neutralised("'a") == "''a");
}

TEST_CASE("The receiver of records can end the reading")
{
    int taken = 0;
    CsvReader reader{',', [&](CsvRecord&) -> Result<> {
                         ++taken;
                         return failure("enough");
                     }};
    CHECK(sentence(reader.feed("a\nb\nc\n")) == "enough");
    CHECK(taken == 1);
    CHECK_FALSE(reader.fault());
}
