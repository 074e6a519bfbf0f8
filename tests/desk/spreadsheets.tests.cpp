#include "desk/programme_folder.hpp"
#include "exchange/programme_columns.hpp"
#include "programme_copy.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

template <class Row>
void append_rows(std::string& text, const std::vector<Row>& rows)
{
    for (const auto& row : rows) append_csv_record(text, csv_fields(row));
}

// All of it, to compare.
std::string text_of(const DeskProgramme& programme)
{
    std::string text;
    append_rows(text, programme.all.objectives);
    append_rows(text, programme.all.people);
    append_rows(text, programme.all.activities);
    append_rows(text, programme.all.timetable);
    append_rows(text, programme.all.expectations);
    append_csv_record(text, csv_fields(programme.all.note));
    for (const auto& [of, allotment] : programme.allotments)
        text += fmt::format("{} {} {} {}\n", of.first.value, of.second, allotment.chairs, allotment.line);
    for (const auto& [id, line] : programme.activity_lines) text += fmt::format("{} {}\n", id.value, line);
    for (const auto& [numbers, line] : programme.same_people.value_or(std::vector<SamePeopleLine>{}))
        text += fmt::format("{} {} {}\n", numbers.first.value, numbers.second.value, line);
    return text;
}

std::string read_text(const ProgrammeCopy& copy)
{
    const auto read = read_programme_folder(copy.path, today);
    INFO((read ? std::string{} : words_of(read.error())));
    REQUIRE(read);
    return text_of(*read);
}

std::string faults_in(const ProgrammeCopy& copy)
{
    const auto read = read_programme_folder(copy.path, today);
    return read ? std::string{} : words_of(read.error());
}

// As a spreadsheet program saves it with another separator and other line ends.
std::string saved(const std::string& text, char separator, const std::string& line_end)
{
    std::string result;
    const auto records = read_csv(text).value();
    for (const auto& record : records) {
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            auto quoted = record.fields[i];
            for (auto at = quoted.find('"'); at != std::string::npos; at = quoted.find('"', at + 2)) quoted.insert(at, 1, '"');
            if (i > 0) result += separator;
            result += quoted.find_first_of(std::string{"\",;\n"} + separator) == std::string::npos ? quoted : '"' + quoted + '"';
        }
        result += line_end;
    }
    return result;
}

// Of letters that it has.
std::string in_windows_1252(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = std::string_view{text}.substr(i);
        const std::pair<std::string_view, char> letters[] = {{"“", '\x93'}, {"”", '\x94'}, {"’", '\x92'}, {"–", '\x96'}, {"€", '\x80'}};
        const auto found = std::ranges::find_if(letters, [&](const auto& letter) { return rest.starts_with(letter.first); });
        if (found != std::end(letters)) {
            result += found->second;
            i += found->first.size() - 1;
        } else if (rest.starts_with("\xC3")) {
            result += static_cast<char>(static_cast<unsigned char>(text[++i]) + 0x40);
        } else {
            REQUIRE(static_cast<unsigned char>(text[i]) < 0x80);
            result += text[i];
        }
    }
    return result;
}

void save_all(const ProgrammeCopy& copy, const std::function<std::string(const std::string&)>& save)
{
    for (const auto& name : names_in(copy.path)) copy.put(name, save(copy.text(name)));
}

// With letters that Windows-1252 has, and none that it has not.
struct WesternCopy : ProgrammeCopy {
    WesternCopy()
    {
        replace("people.csv", "Łukasz Nowak", "Zoë “Zo” Müller");
        replace("activities.csv", "Caring for the carers", "Caring for the carers – what €5 buys and what it doesn’t");
    }
};

}

TEST_CASE("a programme is the same however its spreadsheets were saved")
{
    const auto expected = read_text(WesternCopy{});
    REQUIRE(expected.find("Zoë “Zo” Müller") != std::string::npos);
    REQUIRE(expected.find("what €5 buys and what it doesn’t") != std::string::npos);
    struct Row { std::string what; std::function<std::string(const std::string&)> save; };
    const Row rows[] = {
        {"UTF-8 with a mark and CR LF", [](const auto& text) { return "\xEF\xBB\xBF" + saved(text, ',', "\r\n"); }},
        {"Windows-1252 with semicolons", [](const auto& text) { return in_windows_1252(saved(text, ';', "\r\n")); }},
        {"Windows-1252 with commas and lone CR", [](const auto& text) { return in_windows_1252(saved(text, ',', "\r")); }},
        {"UTF-8 with tabs", [](const auto& text) { return saved(text, '\t', "\n"); }},
        {"empty columns and lines at the end", [](const auto& text) { return saved(text, ',', ",,\r\n") + ",,,,\r\n , ,,\r\n\r\n"; }},
    };
    for (const auto& row : rows) {
        const WesternCopy copy;
        save_all(copy, row.save);
        INFO(row.what);
        CHECK(read_text(copy) == expected);
    }
}

TEST_CASE("names of columns and files are found in other letters")
{
    const ProgrammeCopy plain, copy;
    copy.replace("activities.csv", "activity,kind,state", " Activity ,KIND,State");
    copy.replace("activities.csv", "place_detail", "Place  detail");
    copy.replace("people.csv", "knows_about", "Knows about\u00A0");
    std::filesystem::rename(copy.path / "people.csv", copy.path / "People.CSV");
    CHECK(read_text(copy) == read_text(plain));
}

TEST_CASE("two files of one name are a fault that names both")
{
    const ProgrammeCopy copy;
    copy.put("People.csv", copy.text("people.csv"));
    CHECK(faults_in(copy).starts_with("people.csv:1: The folder has People.csv and people.csv. Keep the one that counts.\n"));
}

TEST_CASE("text under no name is a fault wherever it stands")
{
    const ProgrammeCopy copy;
    copy.put("objectives.csv", "objective,,words,,\n1,,Talk,,\n2,oh,Listen,,\n3,,Write,,and read\n4,,Look,,,,too\n");
    const auto faults = faults_in(copy);
    CHECK(faults.find("objectives.csv:2") == std::string::npos);
    CHECK(faults.find("objectives.csv:3: There is text in cell 2,") != std::string::npos);
    CHECK(faults.find("objectives.csv:4: There is text in cell 5,") != std::string::npos);
    CHECK(faults.find("objectives.csv:5: There is text in cell 7,") != std::string::npos);
}

TEST_CASE("lines of nothing but separators are passed over before the names of the columns too")
{
    const ProgrammeCopy copy;
    copy.put("note.csv", ";;\r\n;;\r\nversion;words;changed\r\n;;\r\n3;What you hear stays here.;\r\n; ;\r\n");
    CHECK(faults_in(copy).empty());
}

TEST_CASE("a file of nothing but separators is empty")
{
    const ProgrammeCopy copy;
    copy.put("objectives.csv", ",\r\n,\r\n");
    CHECK(faults_in(copy).starts_with("objectives.csv:1: The file is empty."));
}

TEST_CASE("what cannot be read is a fault of its file that says where and what to do")
{
    struct Row { std::string from, to, fault; };
    const Row rows[] = {
        {"2,academic,Dr H", "2,academic,D\x81 H", "people.csv:3: character 13: This character cannot be read. Write it anew"},
        {"person", "\xFF\xFEp", "people.csv:1: character 1: The file is saved as Unicode text (UTF-16)."},
        {"person", "PK\x03\x04", "people.csv:1: character 1: This is a workbook whose name ends in .csv."},
        {"Whitcombe", std::string("White\0ombe", 10), "people.csv:1: character 1: This is no text."},
        {"2,academic,Dr H", "2,\"academic\" ,Dr H", "people.csv:3: character 13: There is text behind a closing quotation mark."},
    };
    for (const auto& row : rows) {
        const ProgrammeCopy copy;
        copy.replace("people.csv", "Łukasz", "Lukasz");
        copy.replace("people.csv", row.from, row.to);
        CHECK(faults_in(copy).starts_with(row.fault));
    }
}

TEST_CASE("a date that cannot be is a fault in its cell")
{
    for (const auto& [date, words] : {std::pair{"31/11/2026", "no day of the calendar"}, {"23/11/26", "four digits"}, {"11/23/2026", "day first"}, {"soon", "is not a date"}}) {
        const ProgrammeCopy copy;
        copy.replace("activities.csv", "today,12:30pm,1:15pm", std::string{date} + ",12:30pm,1:15pm");
        const auto faults = faults_in(copy);
        CHECK(faults.starts_with("activities.csv:2: date: “" + std::string{date} + "”"));
        CHECK(faults.find(words) != std::string::npos);
    }
}

TEST_CASE("a time that the clocks skip is a fault, and the hour behind it is none")
{
    const ProgrammeCopy copy;
    copy.replace("activities.csv", "today,12:30pm,1:15pm", "29/03/2026,1:30am,2am");
    CHECK(faults_in(copy) == "activities.csv:2: starts: There is no “1:30am” on 2026-03-29: the clocks go forward. Write a time from 2am on.\n");
    copy.replace("activities.csv", "29/03/2026,1:30am,2am", "29/03/2026,2am,3am");
    CHECK(faults_in(copy) == "");
}

TEST_CASE("a share of full time is a plain number from 0 to 1")
{
    for (const auto* share : {"0x1", "1e-1", "nan", "1.1", "-0.1", "0.6h"}) {
        const ProgrammeCopy copy;
        copy.replace("people.csv", "Displacement;Assessment;Adults,1", std::string{"Displacement;Assessment;Adults,"} + share);
        CHECK(faults_in(copy).find(fmt::format("fte: “{}” must be a number from 0 to 1", share)) != std::string::npos);
    }
}

TEST_CASE("a share of full time may have a comma for its point")
{
    const ProgrammeCopy copy;
    copy.replace("people.csv", "Displacement;Assessment;Adults,1", "Displacement;Assessment;Adults,\"0,6\"");
    const auto programme = read_programme_folder(copy.path, today);
    REQUIRE(programme);
    CHECK(programme->all.people.front().full_time_equivalent == 0.6);
}

TEST_CASE("two numbers that are one person are read and the list may be missing")
{
    const ProgrammeCopy copy;
    CHECK_FALSE(read_programme_folder(copy.path, today)->same_people.has_value());
    copy.put("same_person.csv", "Person;Same as\r\n10;9007199254740991\r\n4294967296;11\r\n");
    const std::vector<std::pair<PersonId, PersonId>> expected{{PersonId{10}, PersonId{last_added_person}}, {PersonId{first_added_person}, PersonId{11}}};
    const auto read = read_programme_folder(copy.path, today).value();
    CHECK(pairs_of(read.same_people) == expected);
    CHECK(read.same_people->back().line == 3);
    copy.put("same_person.csv", "person,same_as\n");
    CHECK(read_programme_folder(copy.path, today).value().same_people->empty());
    struct Row { std::string line, fault; };
    const Row rows[] = {
        {"10,10", "same_person.csv:2: same_as: Both numbers are the same. Give the two that are one person.\n"},
        {"ten,10", "same_person.csv:2: person: “ten” must be a whole number from 1 to 9007199254740991.\n"},
        {"10,9.0072E+15", "same_person.csv:2: same_as: “9.0072E+15” must be a whole number from 1 to 9007199254740991.\n"},
        {"0,10", "same_person.csv:2: person: “0” must be a whole number from 1 to 9007199254740991.\n"},
        {"10,", "same_person.csv:2: same_as: This cell is empty and must not be.\n"},
    };
    for (const auto& row : rows) {
        copy.put("same_person.csv", "person,same_as\n" + row.line + "\n");
        CHECK(faults_in(copy) == row.fault);
    }
}
