// The desk's program itself, as a coordinator runs it.
#include "desk/pass_code.hpp"
#include "desk_fixture.hpp"
#include "exchange/exporter.hpp"
#include "program_in_test.hpp"

#include <nlohmann/json.hpp>

using namespace refectory;
using namespace refectory::test;

namespace {

const std::string demonstration = "'" + demonstration_folder.string() + "'";

std::string line_of(const std::string& text, std::string_view beginning)
{
    const auto from = text.find(beginning);
    return from == std::string::npos ? std::string{} : text.substr(from, text.find('\n', from) - from);
}

}

TEST_CASE("a coordinator begins a desk, adds a kiosk, and the printed words set it up")
{
    const Program program;
    const auto begun = program.run("init");
    CHECK(begun.code == 0);
    CHECK(begun.said.find("desk.keys") != std::string::npos);
    const auto again = program.run("init");
    CHECK(again.code == 1);
    CHECK(again.said.empty());
    CHECK(again.complained == "There is a desk in this folder already. Nothing was changed.\n");

    const auto added = program.run("kiosk add MC-ADULTS --team 'Adults team' --organisation 'Medway Council' --site 'Gun Wharf' --programme " +
                                   demonstration + " -o setup");
    INFO(added.said << added.complained);
    REQUIRE(added.code == 0);
    auto store = KioskStore::open(program.folder / "kiosk", seeded(1), morning).value();
    CHECK(sentence(set_up_from(*store, program.folder / "work/setup", six_words_in(added.said), morning)) == "(no error)");
    CHECK(store->activities().header()->serial == 1);

    const auto twice = program.run("kiosk add MC-ADULTS --team 'Adults team' --organisation 'Medway Council' --site 'Gun Wharf' -o another");
    CHECK(twice.code == 1);
    CHECK(twice.complained == "This desk has a kiosk MC-ADULTS already. Choose another code for the new one.\n");
    CHECK(program.files() == std::vector<std::string>{"setup"});
}

TEST_CASE("every command but init says where no desk is")
{
    const Program program;
    for (const auto* arguments : {"codes", "pass make 1 -o pass", "pass withdraw 1", "programme publish . -o out",
                                 "kiosk add A --team a --organisation b --site c -o d"}) {
        const auto ran = program.run(arguments);
        CHECK(ran.code == 1);
        CHECK(ran.complained == "There is no desk in this folder yet. Begin one with: refectory-desk init.\n");
    }
    CHECK(program.files().empty());
    CHECK_FALSE(std::filesystem::exists(program.folder / "desk"));
}

TEST_CASE("a coordinator publishes a folder and each kiosk has its file")
{
    const Program program;
    program.begin_with_kiosks();
    const auto published = program.run("programme publish " + demonstration + " -o out");
    INFO(published.said << published.complained);
    REQUIRE(published.code == 0);
    CHECK(published.said.find("Programme 1 is published") != std::string::npos);
    CHECK(published.said.find("MC-ADULTS: out/refectory-programme-MC-ADULTS-000001.zip.age") != std::string::npos);
    CHECK(names_in(program.folder / "work/out").size() == 2);
    const auto codes = program.run("codes");
    CHECK(codes.code == 0);
    CHECK(line_of(codes.said, "LUNCH-1 ").find("person 1") != std::string::npos);
}

TEST_CASE("a faulty folder is listed line by line and nothing of it is published")
{
    const Program program;
    program.begin_with_kiosks();
    std::filesystem::copy(demonstration_folder, program.folder / "work/programme");
    std::ofstream{program.folder / "work/programme/allotments.csv", std::ios::app} << "LUNCH-9,MC-ADULTS,1\nLUNCH-3,MC-ADULTS,x\n";
    const auto refused = program.run("programme publish programme -o out");
    CHECK(refused.code == 1);
    CHECK(refused.said.empty());
    CHECK(refused.complained.find("allotments.csv:14: activity: ") != std::string::npos);
    CHECK(refused.complained.find("allotments.csv:15: chairs: ") != std::string::npos);
    CHECK(refused.complained.find("faults to mend. Nothing can be published from this folder yet.") != std::string::npos);
    CHECK(program.files() == std::vector<std::string>{"programme"});
    CHECK(program.run("programme check programme").complained == refused.complained);

    std::filesystem::copy_file(demonstration_folder / "allotments.csv", program.folder / "work/programme/allotments.csv",
                               std::filesystem::copy_options::overwrite_existing);
    std::ofstream{program.folder / "work/programme/allotments.csv", std::ios::app} << "LUNCH-4,MC-NOBODY,0\n";
    const auto unknown = program.run("programme publish programme -o out");
    CHECK(unknown.code == 1);
    CHECK(unknown.complained.starts_with("allotments.csv:14: kiosk: This desk has no kiosk “MC-NOBODY”."));
    CHECK(unknown.complained.find("1 fault to mend") != std::string::npos);
    CHECK(program.files() == std::vector<std::string>{"programme"});
    CHECK(program.run("programme check programme").complained == unknown.complained);
}

TEST_CASE("a kiosk's day is collected once and can be inspected, and what is cut is refused while the rest goes in")
{
    const Program program;
    REQUIRE(program.run("init").code == 0);
    const auto added = program.run("kiosk add MC-ADULTS --team 'Adults team' --organisation 'Medway Council' --site 'Gun Wharf' --programme " +
                                   demonstration + " -o setup");
    const auto store = KioskStore::open(program.folder / "kiosk", seeded(1), morning).value();
    REQUIRE(set_up_from(*store, program.folder / "work/setup", six_words_in(added.said), morning));
    REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH-1"}, PersonId{11}, morning, ClockTrust::trusted));
    const auto stick = program.folder / "work/stick";
    std::filesystem::create_directory(stick);
    Exporter exporter{"0.1.0"};
    REQUIRE(exporter.start(*store, stick, morning, ClockTrust::trusted));
    auto end = exporter.take_end(*store, morning, ClockTrust::trusted);
    while (!end) end = exporter.take_end(*store, morning, ClockTrust::trusted);
    REQUIRE(*end);
    const auto whole = file_text((*end)->file);
    std::ofstream{stick / "refectory-MC-ADULTS-20261124-000002.zip.age", std::ios::binary} << whole.substr(0, whole.size() / 2);

    const auto collected = program.run("collect stick");
    CHECK(collected.code == 1);
    CHECK(collected.said.find("Parcel 1 of MC-ADULTS, written on 2026-11-24 at 09:00 by its clock.") != std::string::npos);
    CHECK(collected.said.find("000002.zip.age: refused. ") != std::string::npos);
    CHECK(collected.said.find("2 parcels: 1 with something new, 0 known, 1 refused.") != std::string::npos);
    std::filesystem::remove(stick / "refectory-MC-ADULTS-20261124-000002.zip.age");
    const auto again = program.run("collect stick");
    CHECK(again.code == 0);
    CHECK(again.said.find("1 parcel: 0 with something new, 1 known, 0 refused.") != std::string::npos);

    const auto inspected = program.run("inspect stick/" + (*end)->file.filename().string() + " --rows");
    CHECK(inspected.code == 0);
    CHECK(inspected.said.find("A parcel of MC-ADULTS. Its signature, its sums and the order of its facts are right.") != std::string::npos);
    CHECK(inspected.said.find("LUNCH-1 | 11") != std::string::npos);
    CHECK(program.run("inspect setup").code == 1);
    CHECK(program.run("collect nowhere").code == 1);
}

TEST_CASE("a pass is written as two pictures that nothing is overwritten by")
{
    const Program program;
    REQUIRE(program.run("init").code == 0);
    const auto made = program.run("pass make 1 --from today+1 -o okafor");
    INFO(made.said << made.complained);
    REQUIRE(made.code == 0);
    CHECK(made.said.find("Pass 1 for person 1, from 2026-11-25 to 2027-02-23.") != std::string::npos);
    CHECK(program.files() == std::vector<std::string>{"okafor.png", "okafor.svg"});
    const auto desk = Desk::open(program.folder / "desk", seeded(1), morning).value();
    const auto text = line_of(made.said, pass_prefix);
    CHECK(std::holds_alternative<Pass>(read_pass(text, desk->identity().signing_key)));
    CHECK(file_text(program.folder / "work/okafor.svg") == svg_of_pass(text));

    const auto again = program.run("pass make 1 -o okafor");
    CHECK(again.code == 1);
    CHECK(again.complained.find("nothing is overwritten") != std::string::npos);
    CHECK(program.run("pass make 1 --from soon -o second").complained.find("“soon” is not a date") != std::string::npos);
    CHECK(program.run("pass make 1 --until 2026-01-01 -o second").complained.find("end before it begins") != std::string::npos);
    CHECK(program.run("pass make 1 -o nowhere/second").complained.find("no such file or folder") != std::string::npos);
    CHECK(program.files() == std::vector<std::string>{"okafor.png", "okafor.svg"});
    CHECK(program.run("pass make 1 -o second").said.find("Pass 2 for person 1, from 2026-11-24 to 2027-02-22.") != std::string::npos);
    CHECK(program.run("pass withdraw 2").said.find("Pass 2 is withdrawn") != std::string::npos);
    CHECK(program.run("pass withdraw 3").complained == "This desk has made no pass 3.\n");
}

TEST_CASE("every academic of a folder has a pass on one sheet, and printing twice makes no second one")
{
    const Program program;
    REQUIRE(program.run("init").code == 0);
    const auto made = program.run("passes " + demonstration + " -o passes.pdf --png pictures");
    INFO(made.said << made.complained);
    REQUIRE(made.code == 0);
    CHECK(made.said.starts_with("Passes from 2026-11-24 to 2027-02-22:\nPass 1 "));
    CHECK(line_of(made.said, "Pass 3 ").ends_with("  Prof Daniel Asante"));
    CHECK(file_text(program.folder / "work/passes.pdf").starts_with("%PDF-"));
    CHECK(names_in(program.folder / "work/pictures").size() == 6);
    const auto again = program.run("passes " + demonstration + " --from today --until 2027-02-22 -o again.pdf");
    CHECK(again.code == 0);
    CHECK(line_of(again.said, "Pass 3 ") == line_of(made.said, "Pass 3 "));
    CHECK(file_text(program.folder / "work/again.pdf") == file_text(program.folder / "work/passes.pdf"));

    REQUIRE(program.run("pass withdraw 1").code == 0);
    const auto later = program.run("passes " + demonstration + " -o later.pdf --json");
    CHECK(later.said.starts_with(R"({"from":"2026-11-24","until":"2027-02-22","file":"later.pdf","passes":[{"pass":7,"person":1,)"));
    CHECK(later.said.find(R"({"pass":2,"person":2,)") != std::string::npos);
    CHECK(program.run("passes " + demonstration + " -o other.pdf --from today+1").said.find("\nPass 8 ") != std::string::npos);
}

TEST_CASE("a sheet of passes overwrites nothing, and no pass is made where it cannot be written")
{
    const Program program;
    REQUIRE(program.run("init").code == 0);
    std::ofstream{program.folder / "work/passes.pdf"} << "mine";
    CHECK(program.run("passes " + demonstration + " -o passes.pdf").complained.find("nothing is overwritten") != std::string::npos);
    CHECK(program.run("passes " + demonstration).complained.find("-o FILE.pdf") != std::string::npos);
    CHECK(program.run("passes . -o other.pdf").complained.find("no pass was made") != std::string::npos);
    CHECK(program.run("passes " + demonstration + " -o other.pdf --until 2026-01-01").complained.find("end before it begins") != std::string::npos);
    CHECK(file_text(program.folder / "work/passes.pdf") == "mine");
    CHECK(program.files() == std::vector<std::string>{"passes.pdf"});
    CHECK(program.run("pass withdraw 1").complained == "This desk has made no pass 1.\n");

    REQUIRE(program.run("passes " + demonstration + " --png pictures").code == 0);
    CHECK(program.run("passes " + demonstration + " --png pictures -o other.pdf").complained.find("nothing is overwritten") != std::string::npos);
    CHECK(program.files() == std::vector<std::string>{"passes.pdf", "pictures"});
    CHECK(names_in(program.folder / "work/pictures").size() == 6);
}

TEST_CASE("a command that cannot be read says so on the error output")
{
    const Program program;
    for (const auto* arguments : {"", "lunch", "pass make x -o pass", "pass 1", "kiosk add MC-ADULTS"}) {
        const auto ran = program.run(arguments);
        CHECK(ran.code == 1);
        CHECK(ran.said.empty());
        CHECK_FALSE(ran.complained.empty());
    }
    CHECK(program.run("--help").code == 0);
    CHECK(program.run("--version").said.starts_with("refectory-desk "));
}

TEST_CASE("what is no number is told in the desk's own words")
{
    const Program program;
    REQUIRE(program.run("init").code == 0);
    const auto refused = [&](const std::string& arguments, std::string_view beginning) {
        const auto ran = program.run(arguments);
        CHECK(ran.code == 1);
        CHECK(ran.complained.starts_with(beginning));
        CHECK(ran.complained.find('\n') == ran.complained.size() - 1);
    };
    for (const auto* number : {"1x", "99999999999999999999"}) {
        refused(std::string{"person show "} + number, "That is not a person's number.");
        refused(std::string{"person erase "} + number, "That is not a person's number.");
        refused(std::string{"pass withdraw "} + number, "That is not a pass's number.");
        refused(std::string{"pass make -o pass "} + number, "A pass is for a person of people.csv");
    }
    refused("pass withdraw 99999999999", "That is not a pass's number.");
}

TEST_CASE("a time that cannot be read is refused")
{
    const Program program;
    for (const auto* wrong : {"noon", "2026-11-24 09:00", "2026-11-24T25:00", "2026-11-24T"}) {
        const auto ran = program.run("codes", wrong);
        CHECK(ran.code == 1);
        CHECK(ran.complained == "The time for --now is written as 2026-11-24T11:52.\n");
    }
    CHECK(parse_moment("2026-11-24") == start_of_day(local_date(morning)));
    CHECK(parse_moment("2026-11-24T09:00") == morning);
}

TEST_CASE("every command says the same as JSON where that is asked for, and so does what went wrong")
{
    const Program program;
    CHECK(program.run("--json programme check " + demonstration).said == "{\"activities\":12,\"people\":22,\"warnings\":[]}\n");
    CHECK(program.run("init --json").said.starts_with("{\"desk\":\"../desk\",\"recovery_words\":\""));
    const auto again = program.run("--json init");
    CHECK(again.code == 1);
    CHECK(again.said == "{\"error\":\"There is a desk in this folder already. Nothing was changed.\"}\n");
    CHECK(program.run("codes --json").said == "{\"codes\":[]}\n");
}

TEST_CASE("a program that reads JSON gets some whatever went wrong: a command that cannot be read, faults one by one, warnings")
{
    const Program program;
    program.begin_with_kiosks();
    for (const auto* arguments : {"--json", "--json bogus", "--json collect", "--json pass withdraw xyz", "kiosk add A --json"}) {
        const auto ran = program.run(arguments);
        CHECK(ran.code == 1);
        CHECK_FALSE(ran.complained.empty());
        REQUIRE(nlohmann::json::accept(ran.said));
        CHECK_FALSE(nlohmann::json::parse(ran.said)["error"].get<std::string>().empty());
    }
    CHECK(program.run("--json --help").code == 0);

    std::filesystem::copy(demonstration_folder, program.folder / "work/programme");
    const auto allotments = program.folder / "work/programme/allotments.csv";
    const auto kept = file_text(allotments);
    std::ofstream{allotments, std::ios::app} << "LUNCH-3,MC-ADULTS,x\n";
    const auto refused = program.run("--json programme publish programme -o out");
    const auto faults = nlohmann::json::parse(line_of(refused.said, "{\"faults\""))["faults"];
    REQUIRE_FALSE(faults.empty());
    for (const auto& fault : faults) CHECK((fault["file"] == "allotments.csv" && fault["line"] == 14 && fault["sentence"].is_string()));
    CHECK_FALSE(line_of(refused.said, "{\"error\"").empty());

    std::ofstream{allotments, std::ios::trunc} << kept;
    auto activities = file_text(program.folder / "work/programme/activities.csv");
    activities.replace(activities.find(",today+1,"), 9, ",today-1,");  // over, and still planned
    std::ofstream{program.folder / "work/programme/activities.csv", std::ios::trunc} << activities;
    const auto published = program.run("--json programme publish programme -o out");
    INFO(published.said << published.complained);
    REQUIRE(published.code == 0);
    REQUIRE_FALSE(nlohmann::json::parse(published.said)["warnings"].empty());
    CHECK(nlohmann::json::parse(published.said)["warnings"][0]["file"] == "activities.csv");
    std::filesystem::create_directory(program.folder / "stick");
    CHECK_FALSE(nlohmann::json::parse(program.run("--json round ../stick").said)["warnings"].empty());
}

TEST_CASE("a name that is no text keeps no command from saying what it did")
{
    const Program program;
    const std::string bad = "\"$(printf 'b\\377')\"";
    CHECK(program.run("init", "2026-11-24T09:00", "../said", "\"$(printf '../d\\377')\"").said.find("28 recovery words") != std::string::npos);
    program.begin_with_kiosks();
    const auto added = program.run("kiosk add EX-TRA --team a --organisation b --site c --json -o " + bad);
    CHECK(added.code == 0);
    CHECK(nlohmann::json::parse(added.said)["words"].get<std::string>().size() > 20);
    CHECK(six_words_in(program.run("backup " + bad + ".backup").said).size() > 20);
    CHECK(program.run("passes " + demonstration + " --json --png " + bad + ".pictures").said.find("\"letters\"") != std::string::npos);
    const auto published = program.run("round --json " + bad + ".pictures --programme " + demonstration);
    INFO(published.said << published.complained);
    CHECK(published.code == 0);
    CHECK(nlohmann::json::accept(published.said));
}

TEST_CASE("a desk, a kiosk or a backup whose words could not be said is none, and the next try makes it")
{
    const Program program;
    const auto unsaid = [&](const std::string& arguments, const std::string& what) {
        const auto ran = program.run(arguments, "2026-11-24T09:00", "/dev/full");
        CHECK(ran.code == 1);
        CHECK(ran.complained.find(what) != std::string::npos);
    };
    unsaid("init", "no desk was begun");
    CHECK(program.run("codes").complained == "There is no desk in this folder yet. Begin one with: refectory-desk init.\n");
    REQUIRE(program.run("init").code == 0);
    const std::string add = "kiosk add MC-ADULTS --team a --organisation b --site c --programme " + demonstration + " -o setup";
    unsaid(add, "the kiosk was not added");
    CHECK(program.files().empty());
    CHECK(program.run("status").said.find("MC-ADULTS") == std::string::npos);
    const auto added = program.run(add);
    REQUIRE(added.code == 0);
    auto store = KioskStore::open(program.folder / "kiosk", seeded(1), morning).value();
    CHECK(sentence(set_up_from(*store, program.folder / "work/setup", six_words_in(added.said), morning)) == "(no error)");
    unsaid("backup whole", "no backup was kept");
    CHECK(program.files() == std::vector<std::string>{"setup"});
    CHECK(program.run("backup whole").code == 0);
}
