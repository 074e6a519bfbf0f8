// What the desk holds of people: erased, found to be one, counted once.
#include "circle.hpp"
#include "exchange/collect.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("an erasure empties names everywhere, is confirmed by each kiosk, and is undone by no spreadsheet and no late parcel")
{
    Circle circle;
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Wilhelmina Quartermaine", "Adults team", "Medway Council", morning, ClockTrust::trusted);
    REQUIRE(added);
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    std::filesystem::copy(circle.stick, circle.program.folder / "late", std::filesystem::copy_options::recursive);
    circle.round();
    const auto number = std::to_string(added->person.value);
    CHECK(circle.program.run("person show " + number).said.find("Wilhelmina") != std::string::npos);
    REQUIRE(circle.program.run("person erase " + number).code == 0);
    REQUIRE(circle.program.run("person erase 2").code == 0);
    const auto desk_holds = [&](std::string_view words) {
        return std::ranges::any_of(names_in(circle.program.folder / "desk"),
                                   [&](const auto& name) { return file_text(circle.program.folder / "desk" / name).find(words) != std::string::npos; });
    };
    CHECK_FALSE(desk_holds("Wilhelmina"));
    CHECK(circle.program.run("collect ../late").code == 0);
    CHECK_FALSE(desk_holds("Wilhelmina"));
    const auto refused = circle.program.run("programme publish ../programme -o ../stick");
    CHECK(refused.complained.starts_with("people.csv:3: person: Person 2 was erased and must not come back."));
    auto people = file_text(circle.program.folder / "programme/people.csv");
    people.erase(people.find("2,practitioner"), people.find("3,practitioner") - people.find("2,practitioner"));
    put(circle.program.folder / "programme/people.csv", people);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK_FALSE(circle.adults->people().find(added->person));
    CHECK(circle.adults->activities().places(lunch).promised() == 0);
    for (const auto& name : names_in(circle.program.folder / "MC-ADULTS"))
        CHECK(file_text(circle.program.folder / "MC-ADULTS" / name).find("Wilhelmina") == std::string::npos);
    CHECK(circle.program.run("person show " + number).said.find("Confirmed by: no kiosk.") != std::string::npos);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("person show " + number).said.find("Confirmed by: MC-ADULTS. Not yet by: KC-HOSPITAL.") != std::string::npos);
}

TEST_CASE("two numbers that are found to be one person get one chair")
{
    Circle circle{0, 0};
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.hospital, 5, 2);
    put(circle.program.folder / "programme/same_person.csv", "person,same_as\n2,5\n");
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    const auto said = circle.round();
    CHECK(said["published"]["chairs_given"].size() == 1);
    REQUIRE(said["published"]["double_sign_ups"].size() == 1);
    CHECK(said["published"]["double_sign_ups"][0]["person"] == 5);
}

TEST_CASE("who was erased is gone under every number that is found to be theirs, before another name goes out")
{
    Circle circle;
    const auto folder = circle.program.folder / "programme";
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Wilhelmina Quartermaine", "Adults team", "Medway Council", morning, ClockTrust::trusted);
    REQUIRE(added);
    circle.export_of(*circle.adults);
    circle.round();
    REQUIRE(circle.program.run("person erase 2").code == 0);
    auto people = file_text(folder / "people.csv");
    people.erase(people.find("2,practitioner"), people.find("3,practitioner") - people.find("2,practitioner"));
    put(folder / "people.csv", people);
    put(folder / "same_person.csv", "person,same_as\n3,2\n");
    const auto named = "people.csv:3: person: Person 3 was erased and must not come back.";
    CHECK(circle.program.run("programme publish ../programme -o ../out").complained.starts_with(named));
    CHECK(circle.program.run("kiosk add MC-TWO --team T --organisation O --site S --programme ../programme -o two").complained.starts_with(named));
    CHECK_FALSE(std::filesystem::exists(circle.program.folder / "out"));

    const auto number = std::to_string(added->person.value);
    put(folder / "same_person.csv", "person,same_as\n" + number + ",2\n");
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(nlohmann::json::parse(circle.program.run("--json person show " + number).said)["erased"].contains(number));
    CHECK(file_text(circle.program.folder / "desk/desk.db").find("Wilhelmina") == std::string::npos);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK_FALSE(circle.adults->people().find(added->person));
}

TEST_CASE("whoever is in at two kiosks at once is counted once")
{
    Circle circle;
    const auto visit = [](KioskStore& store, int in, std::optional<int> out) {
        const auto at = [](int hours) { return morning + std::chrono::hours{hours}; };
        const auto key = store.visits().check_in({PersonId{1}, {}, Means::pass, PassNumber{1}, 1}, at(in), ClockTrust::trusted);
        REQUIRE(key);
        if (out) REQUIRE(store.visits().check_out(*key, PersonId{1}, Means::pass, {}, at(*out), ClockTrust::trusted));
    };
    visit(*circle.adults, 0, {});
    visit(*circle.hospital, 2, 3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{4});
    circle.export_of(*circle.hospital, morning + std::chrono::hours{4});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto said = nlohmann::json::parse(circle.program.run("--json visits").said);
    REQUIRE(said["people"].size() == 1);
    CHECK(said["people"][0]["minutes"] == 180);
    CHECK(said["people"][0]["visits"][0]["kiosks"].size() == 2);
    CHECK(circle.program.run("round ../stick --programme ../programme", "2026-11-24T14:00").said.find(
              "Dr Amara Okafor (person 1) was in at KC-HOSPITAL and MC-ADULTS at once on 2026-11-24: the time is counted once.") != std::string::npos);
}

TEST_CASE("an erasure while another program reads the desk's file says both: that it is done, and what is still to be done")
{
    Circle circle;
    circle.export_of(*circle.adults);
    circle.round();
    const auto database = circle.program.folder / "desk/desk.db";
    {
        SQLite::Database reader{database.string(), SQLite::OPEN_READONLY};
        reader.exec("BEGIN");
        CHECK(reader.execAndGet("SELECT count(*) FROM fact").getInt() > 0);
        const auto ran = circle.program.run("--json person erase 2");
        CHECK(ran.code == 1);
        CHECK(ran.said.find("{\"erased\":[2],\"file_rewritten\":false}") != std::string::npos);
        CHECK(ran.complained.find("say this once more: refectory-desk person erase 2.") != std::string::npos);
    }
    CHECK(circle.program.run("person erase 2").said.starts_with("Person 2 is erased here: names and words are gone, passes are withdrawn"));
    CHECK(number_in(database, "SELECT count(*) FROM erasure") == 1);
}

TEST_CASE("who was erased comes back neither by a new kiosk's programme nor by a pass")
{
    Circle circle;
    REQUIRE(circle.program.run("person erase 1").code == 0);
    const auto added = circle.program.run("kiosk add MC-TWO --team T --organisation O --site S --programme ../programme -o two");
    CHECK(added.code == 1);
    CHECK(added.complained.find("Person 1 was erased") != std::string::npos);
    CHECK(circle.program.run("pass make 1 -o pass").complained == "Person 1 was erased and gets no pass.\n");
    CHECK(circle.program.run("passes ../programme -o passes.pdf").code == 1);
    CHECK(circle.program.run("person erase 424242").code == 1);
    for (const auto* number : {"99999999999999999999", "0"}) {
        const auto shown = circle.program.run(std::string{"person show "} + number);
        CHECK(shown.code == 1);
        CHECK(shown.complained.starts_with("That is not a person's number."));
    }
}

TEST_CASE("a name that was typed at a kiosk commands no terminal, wherever the desk shows it")
{
    Circle circle{0, 0};
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Zoe \x1b[31mRed\nPerson 9", "Adults team", "Medway Council", morning,
                                                                    ClockTrust::trusted);
    REQUIRE(added);
    circle.export_of(*circle.adults);
    const auto parcel = find_parcels(circle.stick).value().front().string();
    const auto round = circle.program.run("round ../stick --programme ../programme");
    CHECK(round.said.find("Zoe ?[31mRed?Person 9 (added at a kiosk) gets a place") != std::string::npos);
    CHECK(circle.program.run("person show " + std::to_string(added->person.value)).said.find("name Zoe ?[31mRed?Person 9") != std::string::npos);
    CHECK(circle.program.run("inspect --rows " + parcel).said.find("Zoe ?[31mRed?Person 9") != std::string::npos);
}
