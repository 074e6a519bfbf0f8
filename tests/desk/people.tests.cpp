// What the desk holds of people: erased, found to be one, counted once.
#include "circle.hpp"
#include "exchange/collect.hpp"
#include "store/erasures.hpp"
#include "store/person_record.hpp"

#include <map>

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
    CHECK(circle.program.run("visits").said.contains("in at KC-HOSPITAL and MC-ADULTS at once: counted once"));
    CHECK(circle.program.run("visits --from 2026-11-25 --until 2026-11-24").complained.contains("would end before it begins"));

    const auto round = [&](const char* now) { return nlohmann::json::parse(circle.program.run("--json round ../stick --programme ../programme", now).said); };
    const nlohmann::json told{"Dr Amara Okafor (person 1) was in at KC-HOSPITAL and MC-ADULTS at once on 2026-11-24: the time is counted once."};
    CHECK(round("2027-01-24T14:00")["published"]["overlaps"] == told);  // however late the stick came
    CHECK(round("2027-01-24T15:00")["published"]["overlaps"].empty());
}

TEST_CASE("a visit that nobody checked out of is told, and not counted")
{
    Circle circle;
    REQUIRE(circle.adults->visits().check_in({PersonId{1}, {}, Means::pass, PassNumber{1}, 1}, morning, ClockTrust::trusted));
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto said = circle.program.run("visits").said;
    CHECK(said.contains("0 h 00 min"));
    CHECK(said.contains("not checked out at MC-ADULTS on 2026-11-24: not counted"));
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

TEST_CASE("a name that was typed at a kiosk commands no terminal, wherever the desk shows it")
{
    Circle circle{0, 0};
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Zoe \x1b[31mRed\nPerson 9", "Adults team", "Medway Council", morning,
                                                                    ClockTrust::trusted);
    REQUIRE(added);
    circle.export_of(*circle.adults);
    const auto parcel = find_parcels(circle.stick).files.front().string();
    const auto round = circle.program.run("round ../stick --programme ../programme");
    CHECK(round.said.find("Zoe ?[31mRed?Person 9 (person ") != std::string::npos);
    CHECK(circle.program.run("person show " + std::to_string(added->person.value)).said.find("name Zoe ?[31mRed?Person 9") != std::string::npos);
    CHECK(circle.program.run("inspect --rows " + parcel).said.find("Zoe ?[31mRed?Person 9") != std::string::npos);
}

TEST_CASE("a slip in the list of people with two numbers erases nobody else, and is taken back by the next programme")
{
    Circle circle;
    const auto list = circle.program.folder / "programme/same_person.csv";
    const auto publish = [&] { REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0); };
    const auto numbers = [&] { return nlohmann::json::parse(circle.program.run("--json person show 3").said)["numbers"]; };
    put(list, "person,same_as\n3,4\n");
    publish();
    CHECK(numbers() == nlohmann::json{3, 4});
    const auto refused = circle.program.run("person erase 3");
    CHECK(refused.code == 1);
    CHECK(refused.complained.starts_with("same_person.csv says that person 3 is 4 as well."));
    CHECK_FALSE(circle.program.run("--json person show 3").said.contains("erased"));
    std::filesystem::remove(list);  // or called something else: then it says nothing
    publish();
    CHECK(numbers() == nlohmann::json{3, 4});
    put(list, "person,same_as\n");
    put(circle.program.folder / "no-folder", "");
    CHECK(circle.program.run("programme publish ../programme -o ../no-folder").code == 1);  // after it was decided, so that nobody read of it
    const auto taken_back = circle.program.run("programme publish ../programme -o ../stick").said;
    CHECK(taken_back.find("Gareth Price (person 3) and Tom Ash (person 4) are two people again") != std::string::npos);
    CHECK(numbers() == nlohmann::json{3});
    put(list, "person,same_as\n3,4\n");  // not published yet
    CHECK(circle.program.run("person erase 3").complained.starts_with("same_person.csv says that person 3 is 4 as well."));
    put(list, "person,same_as\n");
    REQUIRE(circle.program.run("person erase 3").code == 0);
    CHECK_FALSE(circle.program.run("--json person show 4").said.contains("erased"));
    put(list, "person,same_as\n4,2\n");
    circle.write_folder(1, 1);
    circle.take_out_of_people(3);
    publish();
    REQUIRE(circle.program.run("person erase 2 --all-numbers").code == 0);
    CHECK(circle.program.run("--json person show 4").said.contains("erased"));
}

TEST_CASE("visits under two numbers of one person are counted once")
{
    Circle circle;
    const auto visit = [](KioskStore& store, std::int64_t person, int in, int out) {
        const auto at = [](int hours) { return morning + std::chrono::hours{hours}; };
        const auto key = store.visits().check_in({PersonId{person}, {}, Means::pass, PassNumber{1}, 1}, at(in), ClockTrust::trusted);
        REQUIRE(key);
        REQUIRE(store.visits().check_out(*key, PersonId{person}, Means::pass, {}, at(out), ClockTrust::trusted));
    };
    circle.more_people = "7,academic,Dr A. Okafor,University of Kent,,,,1\n";
    circle.write_folder(1, 1);
    put(circle.program.folder / "programme/same_person.csv", "person,same_as\n1,7\n");
    visit(*circle.adults, 1, 0, 3);
    visit(*circle.hospital, 7, 2, 4);
    circle.export_of(*circle.adults, morning + std::chrono::hours{4});
    circle.export_of(*circle.hospital, morning + std::chrono::hours{4});
    CHECK(circle.program.run("round ../stick --programme ../programme", "2026-11-24T14:00").said.find(
              "Dr Amara Okafor (person 1) was in at KC-HOSPITAL and MC-ADULTS at once on 2026-11-24: the time is counted once.") != std::string::npos);
    const auto said = nlohmann::json::parse(circle.program.run("--json visits").said);
    REQUIRE(said["people"].size() == 1);
    CHECK(said["people"][0]["person"] == 1);
    CHECK(said["people"][0]["minutes"] == 240);
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

TEST_CASE("all that is held on one person is shown, of every table, and nothing of another's")
{
    DeskInFolder at;
    at.add(adults);
    at.add(hospital);
    auto programme = demonstration_programme();
    REQUIRE(at.desk->publish(programme, at.folder / "out", morning));
    const PersonId person{1};
    REQUIRE(at.desk->make_pass(person, local_date(morning), add_days(local_date(morning), 1), morning));
    auto& desk = at.desk->store();
    FactKey visit;
    REQUIRE(desk.commit([&]() -> Result<> {
        const ActivityId where{"LUNCH-1"};
        for (const auto who : {person, PersonId{2}}) {
            const auto note = [&](const FactBody& body) { return desk.ledger().record(body, morning, ClockTrust::trusted).key; };
            const auto sign_up = note(SignUp{where, who});
            const auto in = note(CheckIn{who, where, Means::pass, PassNumber{1}, 1});
            note(Withdrawal{sign_up, where, who, WithdrawalReason::by_person});
            note(ChairGiven{where, sign_up, who});
            note(ChairReceived{where, sign_up});
            note(Correction{Corrected::sign_up, sign_up, {}, CorrectionReason::wrong_person});
            note(CheckOut{in, who, Means::pass});
            note(ObjectiveOutcome{in, 1, {}});
            note(VisitFeedback{in, {}, true, false});
            note(Correction{Corrected::visit, in, to_milliseconds(morning), CorrectionReason::forgotten});
            note(Refusal{RefusalReason::expired, who, {}});
            note(PersonAdded{who});
            note(Correction{Corrected::letters, note(LettersGiven{who}), {}, CorrectionReason::lost});
            note(AdminEntry{AdminAction::letters_renewed, who});
            note(Correction{Corrected::same_person, note(SamePerson{who, PersonId{who.value + 40}}), {}, CorrectionReason::by_mistake});
            note(SamePerson{PersonId{who.value + 60}, who});
            if (who == person) visit = in;
        }
        return {};
    }));
    auto& sql = desk.database().handle();
    const auto hash = "zeroblob(32)";
    sql.exec("INSERT INTO added_name VALUES (1, 'Wilhelmina', 'a', 'b')");
    sql.exec(fmt::format("INSERT INTO remark VALUES ('MC-ADULTS.AB2C', 1, {}, '{}', {}, 'Words')", hash, visit.origin.value, visit.seq));
    const auto stands_aside = [&](int seq, std::string_view kind, const std::string& fields) {
        sql.exec(fmt::format("INSERT INTO conflict VALUES ('MC-ADULTS.AB2C', {}, {}, '{}', 0, 0, 1, '{}')", seq, hash, kind, fields));
    };
    stands_aside(1, "sign_up", R"({"activity":"LUNCH-1","person":1})");
    stands_aside(2, "withdrawal", R"({"person":1})");
    stands_aside(3, "chair_received", R"({"sign_up_origin":"MC-ADULTS.AB2C","sign_up_seq":1})");
    stands_aside(4, "correction", R"({"fact_origin":"MC-ADULTS.AB2C","fact_seq":1})");
    stands_aside(5, "visit_feedback", fmt::format(R"({{"visit_origin":"{}","visit_seq":{}}})", visit.origin.value, visit.seq));
    stands_aside(6, "correction", R"({"fact_origin":"MC-ADULTS.AB2C","fact_seq":9})");
    std::map<std::string, int> rows;
    for (const auto& row : held_on(desk.database(), person)) ++rows[row.table];
    const auto codes = rows["visit_code"];
    CHECK(codes == std::ranges::count(at.desk->visit_codes(), person, [](const ToldCode& told) { return told.code.person; }));
    CHECK(rows == std::map<std::string, int>{{"added_name", 1}, {"admin_entry", 1}, {"chair_given", 1}, {"chair_received", 1}, {"check_in", 1}, {"check_out", 1}, {"conflict", 5},
                                             {"correction", 4}, {"letters_given", 1}, {"objective_outcome", 1}, {"pass", 1}, {"pass_code", 1},
                                             {"person_added", 1}, {"refusal", 1}, {"remark", 1}, {"same_person", 2}, {"sign_up", 1},
                                             {"visit_code", codes}, {"visit_feedback", 1}, {"withdrawal", 1}});
}
