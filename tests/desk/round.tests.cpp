// The five lines of a round: what a coordinator is told, and what is left to do.
#include "disk_put_back.hpp"
#include "exchange/collect.hpp"
#include "exchange/durable_file.hpp"
#include "store/desk_status.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

std::string line_of(const std::string& text, std::string_view beginning)
{
    const auto from = text.find(beginning);
    return from == std::string::npos ? std::string{} : text.substr(from, text.find('\n', from) - from);
}

}

TEST_CASE("a round that went well says in five lines what happened, and below them who was given what and by which words a kiosk shows its programme")
{
    Circle circle{1, 1};
    for (const int person : {2, 3}) Circle::sign_up(*circle.adults, person, person);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.starts_with("Collected  2 parcels: 2 with something new, 0 known, 0 refused.\n"
                           "Decided    1 chair was given to people who waited.\n"
                           "Published  Programme 3 for 2 kiosks.\n"
                           "Stick      Carry stick to the kiosks: each takes its own file and no other.\n"
                           "To do      Nothing else is to be done.\n"));
    CHECK(said.contains("Gareth Price (person 3) gets a place at LUNCH-WIDE “Wide”: number 1 of those who wait, at MC-ADULTS since "));
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(said.contains("MC-ADULTS runs it when its admin page shows: " + circle.adults->activities().header()->fingerprint));
}

TEST_CASE("a round names the stick however it was typed")
{
    Circle circle;
    circle.export_of(*circle.adults);
    const auto carried = "Stick      Carry stick to the kiosks: each takes its own file and no other.";
    for (const auto* typed : {"../stick", "../stick/", "../stick/../stick/."})
        CHECK(line_of(circle.program.run(std::string{"round --programme ../programme "} + typed).said, "Stick ") == carried);
    CHECK(line_of(circle.program.run("round . --programme ../programme").said, "Stick ").starts_with("Stick      Carry work to "));
}

TEST_CASE("a round on a desk that was put back says what has to come before a chair is given, and blames no kiosk")
{
    Circle circle{1, 1};
    circle.keep_desk();
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.adults, 3, 2);
    circle.export_of(*circle.adults);
    circle.round();
    circle.put_desk_back();
    circle.write_folder(2, 2);
    const auto ran = circle.program.run("round ../stick --programme ../programme");
    CHECK(line_of(ran.said, "To do ").starts_with("To do      Carry this programme to every kiosk, collect from them, and make the round again"));
    CHECK(ran.said.find("no kiosk has more chairs than before: this desk was restored") != std::string::npos);
    CHECK(ran.said.find("other kiosks still hold") == std::string::npos);
}

TEST_CASE("a round names chairs that other kiosks hold, and two places of one person, as what is to be done")
{
    Circle circle{3, 1};
    circle.write_folder(1, 3);
    std::filesystem::create_directory(circle.stick);
    CHECK(line_of(circle.program.run("round ../stick --programme ../programme").said, "To do ").find("when the other kiosks have exported") !=
          std::string::npos);
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.hospital, 5, 2);
    put(circle.program.folder / "programme/same_person.csv", "person,same_as\n2,5\n");
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    CHECK(line_of(circle.program.run("round ../stick --programme ../programme").said, "To do ") ==
          "To do      Ask which place to cancel: 1 person has two places at one activity, below.");
    CHECK(circle.program.run("status").said.contains("has two places at LUNCH-WIDE “Wide”, one of them at MC-ADULTS."));
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["double_sign_ups"].size() == 1);
}

TEST_CASE("who has a place at another kiosk does not wait, and who waits at two is one person")
{
    Circle circle{1, 0};
    put(circle.program.folder / "programme/same_person.csv", "person,same_as\n2,5\n3,6\n");
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.hospital, 5, 2);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    const auto ran = circle.program.run("round ../stick --programme ../programme");
    CHECK(ran.said.find("Una Bell (person 5) waits at KC-HOSPITAL for LUNCH-WIDE “Wide”, and was passed over") != std::string::npos);
    CHECK(line_of(ran.said, "To do ") == "To do      Nothing else is to be done.");
    auto all = file_text(circle.program.folder / "programme/activities.csv");
    put(circle.program.folder / "programme/activities.csv", all.replace(all.find(",all,4,"), 7, ",all,1,"));
    Circle::sign_up(*circle.adults, 3, 3);
    Circle::sign_up(*circle.hospital, 6, 4);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.export_of(*circle.hospital, morning + std::chrono::hours{1});
    CHECK(circle.round()["people_waiting"] == 1);
}

TEST_CASE("a round says how many wait still when nobody has a chair to give, and that a raised allotment seats one of them")
{
    Circle circle{1, 3};
    for (const int person : {2, 3, 4}) Circle::sign_up(*circle.adults, person, person);
    circle.export_of(*circle.adults);
    const auto round = [&] { return circle.program.run("round ../stick --programme ../programme").said; };
    CHECK(line_of(round(), "To do ") == "To do      2 people wait still for a chair that nobody has to give.");
    circle.write_folder(2, 2);
    circle.export_of(*circle.hospital);
    round();
    CHECK(circle.import(*circle.hospital) == "(no error)");
    circle.export_of(*circle.hospital, morning + std::chrono::hours{1});
    const auto said = round();
    CHECK(line_of(said, "Decided ") == "Decided    1 chair was given to people who waited.");
    CHECK(line_of(said, "To do ") == "To do      1 person waits still for a chair that nobody has to give.");
    CHECK(circle.program.run("status").said.contains("Waiting for a chair: 1 person."));
    CHECK(line_of(round(), "Decided ") == "Decided    0 chairs were given to people who waited.");  // that was said, though the kiosk has not
}

TEST_CASE("who waits at a history of a disk that the last programme is not for waits by the status")
{
    Circle circle{2, 1};
    DiskPutBack disk{circle};
    circle.export_of(*circle.adults);
    circle.write_folder(3, 1);
    circle.round();
    disk.put_back();
    for (const int person : {2, 3, 4}) Circle::sign_up(*circle.adults, person, person);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto people_waiting = nlohmann::json::parse(circle.program.run("--json status").said)["people_waiting"];
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(people_waiting == circle.adults->activities().places(lunch).waiting());
    CHECK(people_waiting > 0);
}

TEST_CASE("a file that is no parcel is told of once by a round, hides nothing, and leaves the status when it was not seen for a month")
{
    Circle circle;
    circle.export_of(*circle.adults);
    put(circle.stick / "refectory-XX-1.zip.age", "this is none");
    const auto first = circle.program.run("round ../stick --programme ../programme");
    CHECK(first.code == 1);
    CHECK(line_of(first.said, "To do ").starts_with("To do      Look at what was refused, below."));
    CHECK(first.said.find("\nrefectory-XX-1.zip.age: refused. ") != std::string::npos);
    const auto second = circle.program.run("round ../stick --programme ../programme");
    CHECK(second.code == 0);
    CHECK(line_of(second.said, "Collected ") == "Collected  2 parcels: 0 with something new, 1 known, 0 refused, 1 refused as before.");
    CHECK(line_of(second.said, "To do ") == "To do      Nothing else is to be done.");
    CHECK(circle.program.run("collect ../stick").code == 1);  // who asks for the files is told of each
    CHECK(circle.program.run("status", "2026-12-20T09:00").said.find("refectory-XX-1.zip.age") != std::string::npos);
    CHECK(circle.program.run("status", "2026-12-26T09:00").said.find("refectory-XX-1.zip.age") == std::string::npos);
    put(circle.stick / "refectory-XX-1.zip.age", "this is none either");
    CHECK(circle.program.run("round ../stick --programme ../programme").code == 1);
}

TEST_CASE("a parcel that one collecting took is no longer put aside by another that could not take it")
{
    Circle circle;
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto sum = digest_of_file(find_parcels(circle.stick).files.front()).value();
    const auto put_aside_now = [&] {
        auto desk = Desk::open(circle.program.folder / "desk", seeded(5), morning).value();
        put_aside(desk->store().database(), sum, {"refectory-MC-ADULTS.zip.age", "The database is being written to.", morning});
    };
    put_aside_now();
    CHECK(circle.program.run("status").said.find("Put aside") != std::string::npos);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("status").said.find("Put aside") == std::string::npos);
}

TEST_CASE("a round that finds no parcel and cannot publish says its five lines, and then why")
{
    Circle circle;
    std::filesystem::create_directories(circle.stick);
    const auto ran = circle.program.run("round ../stick --programme ../no-folder");
    CHECK(ran.code != 0);
    CHECK(line_of(ran.said, "Collected ") == "Collected  No parcel was there.");
    CHECK(line_of(ran.said, "Published ") == "Published  Nothing, for the reason below.");
    CHECK_FALSE(ran.complained.empty());
}

TEST_CASE("a link to the stick that the coordinator names is the stick, for reading as for writing")
{
    Circle circle;
    circle.export_of(*circle.adults);
    std::filesystem::create_directory_symlink(circle.stick, circle.program.folder / "link");
    const auto ran = circle.program.run("--json round ../link --programme ../programme");
    CHECK(ran.code == 0);
    CHECK(nlohmann::json::parse(ran.said)["collected"]["new"] == 1);
    CHECK(circle.import(*circle.adults) == "(no error)");
}

TEST_CASE("who left the list of people is told of to the coordinator as long as their place stands")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["unlisted"].empty());
    circle.take_out_of_people(2);
    const auto without = circle.round()["published"];
    REQUIRE(without["unlisted"].size() == 1);
    CHECK(without["unlisted"][0]["people"] == std::vector<int>{2});
    CHECK(circle.import(*circle.adults) == "(no error)");
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{2}, WithdrawalReason::by_person, morning + std::chrono::hours{1}, ClockTrust::trusted));
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});
    CHECK(circle.round()["published"]["unlisted"].empty());
}

TEST_CASE("the six words of the programme that a kiosk begins with are said where it is added, as its admin page shows them")
{
    Circle circle;
    const auto added = nlohmann::json::parse(circle.program.run("--json kiosk add KC-NEW --team 'New team' --organisation 'Kent County Council' --site Here "
                                                                "--programme ../programme -o KC-NEW.setup").said);
    circle.six_words["KC-NEW"] = added["words"];
    const auto store = circle.set_up_in("KC-NEW", "KC-NEW", 11);
    CHECK(store->activities().header()->fingerprint == added["fingerprint"]);
    CHECK(circle.program.run("kiosk add KC-BARE --team 'Bare team' --organisation 'Kent County Council' --site Here -o KC-BARE.setup").said.find(
        "bring it a programme when you next publish") != std::string::npos);
}

TEST_CASE("a room that was made smaller than the places promised in it is told of, and at what is cancelled nobody waits for a chair")
{
    Circle circle{2, 1};
    for (const int person : {2, 3, 4}) Circle::sign_up(*circle.adults, person, person);
    circle.export_of(*circle.adults);
    const auto file = circle.program.folder / "programme/activities.csv";
    const auto whole = file_text(file);
    const auto capacity = [&](int chairs) {
        auto text = whole;
        put(file, text.replace(text.find(",all,4,") + 5, 1, std::to_string(chairs)));
        return circle.program.run("round ../stick --programme ../programme").said;
    };
    circle.write_folder(1, 0);
    CHECK(capacity(1).find("LUNCH-WIDE “Wide” has 1 chair, and 2 people have a place: every place stands.") != std::string::npos);
    CHECK(circle.program.run("status").said.find("Waiting for a chair: 1 person.") != std::string::npos);
    circle.write_folder(2, 1, "cancelled", "Nobody can come.");
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.find("waits still for a chair") == std::string::npos);
    CHECK(circle.program.run("status").said.find("Waiting for a chair") == std::string::npos);
}

TEST_CASE("what a stick has that is no file, or that was refused before, is named by the round as well")
{
    Circle circle;
    circle.export_of(*circle.adults);
    std::filesystem::create_symlink("nowhere", circle.stick / "refectory-MC-ADULTS-20261124-000009.zip.age");
    put(circle.stick / "refectory-XX-1.zip.age", "this is none");
    CHECK(circle.program.run("collect ../stick").code == 1);
    const auto again = circle.program.run("round ../stick --programme ../programme");
    CHECK(again.said.find("refectory-MC-ADULTS-20261124-000009.zip.age: refused as before. That is a link, not a file. It was not followed.") != std::string::npos);
    CHECK(again.said.find("refectory-XX-1.zip.age: refused as before.") != std::string::npos);
}

TEST_CASE("a number that a spreadsheet program has rounded makes nobody one person unsaid, and whoever was added at a kiosk is named with theirs")
{
    Circle circle{0, 1};
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Joan Mercer", "Adults team", "Medway Council", morning, ClockTrust::trusted).value();
    CHECK(added.person.value <= 999'999'999'999'999);  // fifteen digits
    circle.export_of(*circle.adults);
    const auto rounded = added.person.value + 1;
    put(circle.program.folder / "programme/same_person.csv", fmt::format("person,same_as\n{},2\n", rounded));
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.find(fmt::format("No kiosk added anybody under {}.", rounded)) != std::string::npos);
    CHECK(said.find(fmt::format("Joan Mercer (person {}, added at a kiosk) gets a place", added.person.value)) != std::string::npos);
    put(circle.program.folder / "programme/same_person.csv", fmt::format("person,same_as\n{},2\n", added.person.value));
    CHECK(circle.program.run("round ../stick --programme ../programme").said.find("No kiosk added anybody") == std::string::npos);
}
