// What the desk holds of people: found to be one, counted once, shown.
#include "circle.hpp"
#include "exchange/collect.hpp"
#include "store/person_record.hpp"

#include <map>

using namespace refectory;
using namespace refectory::test;

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
    CHECK(said["people"][0]["visits"][0]["not_checked_out_at"] == nlohmann::json{"MC-ADULTS"});
    CHECK(circle.program.run("visits").said.contains("in at KC-HOSPITAL and MC-ADULTS at once: counted once"));
    CHECK(circle.program.run("visits").said.contains("on 2026-11-24 not checked out at MC-ADULTS: counted until the check-out elsewhere."));
    CHECK(circle.program.run("visits --from 2026-11-25 --until 2026-11-24").complained.contains("would end before it begins"));

    const auto round = [&](const char* now) { return nlohmann::json::parse(circle.program.run("--json round ../stick --programme ../programme", now).said); };
    const nlohmann::json told{"Dr Amara Okafor (person 1) was in at KC-HOSPITAL and MC-ADULTS at once on 2026-11-24: the time is counted once, and from MC-ADULTS "
                              "until the check-out elsewhere. Where that visit ended before, an admin says so there."};
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
