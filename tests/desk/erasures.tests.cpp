// Who is erased at the desk: what goes, what comes back from nowhere, and what is still to be done.
#include "circle.hpp"
#include "desk/kiosk_programme.hpp"
#include "exchange/collect.hpp"
#include "store/erasures.hpp"

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
    circle.take_out_of_people(2);
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
    CHECK(circle.program.run("status").said.contains("Erased, but not confirmed by every kiosk yet: 2 people."));
    CHECK(circle.import(*circle.hospital) == "(no error)");
    circle.export_of(*circle.hospital, morning + std::chrono::hours{2});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK_FALSE(circle.program.run("status").said.contains("Erased, but not confirmed"));
}

TEST_CASE("an erasure is not confirmed by a kiosk one of whose disks has not heard of it")
{
    Circle circle;
    circle.export_of(*circle.adults);
    circle.round();
    REQUIRE(circle.program.run("person erase 2").code == 0);
    circle.take_out_of_people(2);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("person show 2").said.find("Confirmed by: MC-ADULTS.") != std::string::npos);
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 77);  // its first programme has the name
    circle.export_of(*second, morning + std::chrono::hours{2});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("person show 2").said.find("Not yet by: KC-HOSPITAL, MC-ADULTS.") != std::string::npos);
}

TEST_CASE("a round that cannot publish because of who was erased says in its five lines what it did and what it did not")
{
    Circle circle;
    circle.export_of(*circle.adults);
    circle.round();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("person erase 3").code == 0);
    const auto ran = circle.program.run("round ../stick --programme ../programme");
    CHECK(ran.code == 1);
    CHECK(ran.said.starts_with("Collected  2 parcels: 1 with something new"));
    for (const auto* line : {"\nDecided    ", "\nPublished  Nothing", "\nStick      stick has no new programme", "\nTo do      Mend what is said below"})
        CHECK(ran.said.find(line) != std::string::npos);
    CHECK(ran.said.find("Parcel 2 of MC-ADULTS") != std::string::npos);
    CHECK(ran.complained.starts_with("people.csv:4: person: Person 3 was erased and must not come back."));
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
    circle.take_out_of_people(2);
    put(folder / "same_person.csv", "person,same_as\n3,2\n");
    const auto named = "same_person.csv:2: person: Person 3 is said to be somebody who was erased. If that is a slip, put it right. If it is so, erase this "
                       "number too: refectory-desk person erase 3.";
    CHECK(circle.program.run("programme publish ../programme -o ../out").complained.starts_with(named));
    CHECK(circle.program.run("kiosk add MC-TWO --team T --organisation O --site S --programme ../programme -o two").complained.starts_with(named));
    CHECK_FALSE(std::filesystem::exists(circle.program.folder / "out"));

    const auto number = std::to_string(added->person.value);
    put(folder / "same_person.csv", "person,same_as\n" + number + ",2\n");
    CHECK(circle.program.run("programme publish ../programme -o ../stick").complained.starts_with("same_person.csv:2: person: Person " + number + " is said"));
    CHECK(file_text(circle.program.folder / "desk/desk.db").find("Wilhelmina") != std::string::npos);
    CHECK(circle.program.run("person erase " + number).code == 0);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(nlohmann::json::parse(circle.program.run("--json person show " + number).said)["erased"].contains(number));
    CHECK(file_text(circle.program.folder / "desk/desk.db").find("Wilhelmina") == std::string::npos);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK_FALSE(circle.adults->people().find(added->person));
    CHECK(circle.program.run("person erase " + number).said.find("So is what stands under 2, which same_person.csv says") != std::string::npos);
}

TEST_CASE("a chair does not go to somebody who was erased but to the next who waits")
{
    Circle circle{0, 3};
    for (const int person : {2, 3}) Circle::sign_up(*circle.adults, person, person);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    REQUIRE(circle.program.run("person erase 2").code == 0);
    circle.take_out_of_people(2);
    const auto said = circle.round();
    CHECK(said["published"]["chairs_given"].size() == 1);
    CHECK(said["people_waiting"] == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 3));
}

TEST_CASE("where the words of the spreadsheets may name whoever is erased is said as long as the name is known")
{
    Circle circle;
    circle.export_of(*circle.adults);
    circle.round();
    put(circle.program.folder / "programme/timetable.csv", "activity,starts,title,detail,consent\n"
                                                           "LUNCH-WIDE,12:00,Welcome by PRIÇE,\"Ask for Mr. Price’s desk, floor 2\",not needed\n"
                                                           "LUNCH-WIDE,12:30,Lunch,Gareth and Princess pricey,not needed\n"
                                                           "LUNCH-WIDE,12:40,Talk,By “Price” and H.Price,not needed\n");
    const auto shown = circle.program.run("person show 3").said;
    CHECK(shown.contains("timetable.csv: line 2, title Welcome by PRIÇE, has the surname, whoever is meant\n"));
    CHECK(shown.contains("timetable.csv: line 2, detail Ask for Mr. Price’s desk, floor 2, has"));
    CHECK_FALSE(shown.contains("line 3"));
    const auto erased = circle.program.run("person erase 3").said;
    CHECK(erased.contains("The surname stands in timetable.csv, line 2, detail: if it is they, take it out.\n"
                          "The surname stands in timetable.csv, line 2, title: if it is they, take it out.\n"
                          "The surname stands in timetable.csv, line 4, detail: if it is they, take it out.\n"));
    const auto refused = circle.program.run("programme publish ../programme -o ../stick").complained;
    CHECK(refused.starts_with("people.csv:4: person: Person 3 was erased and must not come back."));
    CHECK(refused.contains("\ntimetable.csv:2: detail: The surname of person 3, who was erased, stands here."));
    circle.take_out_of_people(3);
    CHECK(circle.program.run("programme publish ../programme -o ../stick").code == 0);  // of another Price
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
        CHECK(ran.said.starts_with("{\"erased\":[2],\"file_rewritten\":false,"));
        CHECK(ran.complained.find("say this once more: refectory-desk person erase 2.") != std::string::npos);
    }
    CHECK(circle.program.run("person erase 2").said.starts_with("Person 2 is erased here: names and words are gone, passes are withdrawn"));
    CHECK(number_in(database, "SELECT count(*) FROM erasure") == 1);
}

TEST_CASE("an erasure that a stick brought while another program reads the desk's file is what is to be done until it is done")
{
    Circle circle;
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Wilhelmina Quartermaine", "Adults team", "Medway Council", morning, ClockTrust::trusted);
    REQUIRE(added);
    circle.export_of(*circle.adults);
    circle.round();
    REQUIRE(circle.adults->sign_ups().erase(added->person, morning, ClockTrust::trusted));
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    SQLite::Database reader{(circle.program.folder / "desk/desk.db").string(), SQLite::OPEN_READONLY};
    reader.exec("BEGIN");
    CHECK(reader.execAndGet("SELECT count(*) FROM fact").getInt() > 0);
    for (int again = 0; again < 2; ++again) {  // the second time nothing is new
        const auto said = circle.round();
        CHECK(said["collected"]["file_rewritten"] == false);
        CHECK(said["to_do"].dump().contains("could not be rewritten"));
    }
    reader.exec("ROLLBACK");
    const auto said = circle.round();
    CHECK(said["collected"]["file_rewritten"] == true);
    CHECK_FALSE(said["to_do"].dump().contains("could not be rewritten"));
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

TEST_CASE("a folder with somebody who was erased in the meantime is decided on by nobody, and no serial is used")
{
    DeskInFolder at;
    at.add(adults);
    at.add(hospital);
    auto programme = demonstration_programme();
    const auto other = programme.all.people.back().id;
    programme.same_people = {{{PersonId{11}, other}, 2}};
    auto& store = at.desk->store();
    REQUIRE(at.desk->faults_of(programme, morning).empty());
    REQUIRE(Erasures{store}.erase({&other, 1}, morning));
    const auto facts = store.ledger().last_seq();
    const auto refused = decide(store, programme, morning);
    CHECK(sentence(refused).find("Person 11 is said to be somebody who was erased.") != std::string::npos);
    CHECK(store.ledger().last_seq() == facts);
    CHECK_FALSE(store.publications().newest_complete());
}

TEST_CASE("who is erased between what was decided and what is written has no name in it")
{
    DeskInFolder at;
    at.add(adults);
    const auto programme = demonstration_programme();
    auto& store = at.desk->store();
    const auto decisions = decide(store, programme, morning).value();
    const auto of_kiosk = [&] { return programme_of(store, programme, adults, decisions, morning); };
    const auto people = of_kiosk().people;
    const auto erased = people.back().id;
    REQUIRE(Erasures{store}.erase({&erased, 1}, morning));
    const auto still_there = of_kiosk();
    CHECK(std::ranges::equal(still_there.people, people | std::views::take(people.size() - 1), {}, &Person::id, &Person::id));
    CHECK(still_there.erased == std::vector{erased});
}
