#include "desk/programme_folder.hpp"
#include "exchange/csv.hpp"
#include "programme_copy.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace refectory;
using namespace refectory::test;

namespace {

using Copy = test::ProgrammeCopy;

}

TEST_CASE("the demonstration's programme has no fault and always has a lunch today")
{
    const auto read = read_programme_folder(demonstration_folder, today);
    INFO((read ? std::string{} : words_of(read.error())));
    REQUIRE(read);
    const auto lunch = std::ranges::find(read->all.activities, ActivityId{"LUNCH-1"}, &Activity::id);
    CHECK(local_date(lunch->starts) == today);
}

TEST_CASE("each fault is named with its file, line and column")
{
    struct Row { std::string file, from, to, column; int line; };
    const Row rows[] = {
        {"activities.csv", "today,12:30pm,1:15pm", "today,25:00,1:15pm", "starts", 2},
        {"activities.csv", "today,12:30pm,1:15pm", "31/02/2026,12:30pm,1:15pm", "date", 2},
        {"activities.csv", "today,12:30pm,1:15pm", "today,12:30pm,11am", "ends", 2},
        {"activities.csv", "SHADOW-1,shadowing", "SHADOW-1,dancing", "kind", 3},
        {"activities.csv", "LUNCH-2,lunch", "LUNCH-1,lunch", "activity", 4},
        {"activities.csv", ",3,16,Adults team;Hospital team,4", ",99,16,Adults team;Hospital team,4", "academic", 4},
        {"activities.csv", ",3,16,Adults team;Hospital team,4", ",10,16,Adults team;Hospital team,4", "academic", 4},
        {"activities.csv", "The facilitator is unwell. A new date follows.", "", "reason", 9},
        {"activities.csv", "all,30", "Nobody's team,30", "invited", 6},
        {"allotments.csv", "LUNCH-1,MC-ADULTS,8", "LUNCH-1,MC-ADULTS,9", "chairs", 2},
        {"allotments.csv", "LUNCH-2,KC-HOSPITAL", "LUNCH-9,KC-HOSPITAL", "activity", 4},
        {"people.csv", "2,academic", "1,academic", "person", 3},
        {"people.csv", "Adults team,Advanced", ",Advanced", "team", 8},
        {"timetable.csv", "not given", "perhaps", "consent", 4},
        {"expectations.csv", "SHADOW-1,no", "SHADOW-1,maybe", "talk_wanted", 3},
        {"objectives.csv", "\n2,", "\n1,", "objective", 3},
        {"expectations.csv", "SHADOW-1,no", "LUNCH-1,no", "activity", 3},
        {"objectives.csv", "objective,words", "objective,wrods", "words", 1},
    };
    for (const auto& row : rows) {
        Copy copy;
        copy.replace(row.file, row.from, row.to);
        const auto read = read_programme_folder(copy.path, today);
        INFO(row.file << ": " << row.from << " to " << row.to);
        REQUIRE_FALSE(read);
        INFO(words_of(read.error()));
        CHECK(std::ranges::any_of(read.error(), [&](const Fault& fault) { return fault.file == row.file && fault.column == row.column && fault.line == row.line; }));
    }
}

TEST_CASE("a folder that is not there is one fault, in one sentence")
{
    Copy copy;
    for (const auto& none : {copy.path / "none", copy.path / "note.csv"}) {
        const auto read = read_programme_folder(none, today);
        REQUIRE_FALSE(read);
        CHECK(words_of(read.error()) == none.string() + ": There is no such folder. Name the one that holds the spreadsheets.\n");
    }
}

TEST_CASE("a missing file and one that is no text are faults and nothing else breaks")
{
    Copy copy;
    std::filesystem::remove(copy.path / "note.csv");
    copy.replace("people.csv", "person,role", "PK\x03\x04");
    const auto read = read_programme_folder(copy.path, today);
    REQUIRE_FALSE(read);
    CHECK(std::ranges::any_of(read.error(), [](const Fault& fault) { return fault.file == "note.csv"; }));
    CHECK(std::ranges::any_of(read.error(), [](const Fault& fault) { return fault.file == "people.csv"; }));
}

TEST_CASE("tables are read by the rules of RFC 4180 and broken ones say their line")
{
    const auto read = read_csv("a;b\n\"x;\"\"y\"\"\n2\";z\n");
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK((*read)[1].fields == std::vector<std::string>{"x;\"y\"\n2", "z"});
    CHECK((*read)[1].line == 2);
    REQUIRE_FALSE(read_csv("a,b\nc,\"d"));
    CHECK(read_csv("a,b\nc,\"d").error().line == 2);
    CHECK_FALSE(read_csv("a,\"b\"c"));
    CHECK_FALSE(read_csv(std::string(70'000, 'x')));
    CHECK_FALSE(read_csv(std::string(300, ',')));
    std::mt19937 random{1};
    for (int i = 0; i < 2000; ++i) {
        std::string text(random() % 60, ' ');
        for (auto& character : text) character = "a,;\"\n\r\0x"[random() % 8];
        static_cast<void>(read_csv(text));
    }
}

TEST_CASE("a text that a comma would cut in silence is a fault")
{
    const Copy copy;
    std::ofstream{copy.path / "note.csv"} << "version,words,changed\n3,What you hear stays here, unless someone is at risk,Pictures are new.\n";
    const auto read = read_programme_folder(copy.path, today);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 1);
    CHECK(read.error()[0].line == 2);
    CHECK(read.error()[0].sentence.find("quotation marks") != std::string::npos);
}

TEST_CASE("a second confidentiality note is a fault")
{
    const Copy copy;
    std::ofstream{copy.path / "note.csv"} << "version,words,changed\n3,What you hear stays here.,\n4,Take no pictures.,\n";
    const auto read = read_programme_folder(copy.path, today);
    REQUIRE_FALSE(read);
    CHECK(read.error()[0].line == 3);
}

TEST_CASE("a table that cannot be read is one fault and not one for each line that refers to it")
{
    const Copy copy;
    std::filesystem::remove(copy.path / "people.csv");
    std::filesystem::create_directory(copy.path / "people.csv");
    const auto read = read_programme_folder(copy.path, today);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 1);
    CHECK(read.error()[0].file == "people.csv");
}

TEST_CASE("what everybody is invited to reaches every kiosk, with chairs or without")
{
    auto read = read_programme_folder(demonstration_folder, today);
    REQUIRE(read);
    read->all.activities[0].invited = {true, {}, {}};
    const auto id = read->all.activities[0].id;
    std::erase_if(read->allotments, [&](const auto& allotment) { return allotment.first.first == id; });
    const auto elsewhere = programme_for(*read, {Origin{"DESK.AAAA"}, 1, {}, "KC-EAST", "A team of its own", "Kent County Council", "Maidstone"});
    REQUIRE(std::ranges::count(elsewhere.activities, id, &Activity::id) == 1);
    CHECK(std::ranges::find(elsewhere.activities, id, &Activity::id)->allotment == 0);
}
