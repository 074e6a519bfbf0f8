// The circle: a kiosk's export to the desk, what the desk decides, and the programme back. Through the program itself, as a
// coordinator runs it, with the stores of two kiosks.
#include "desk_fixture.hpp"
#include "exchange/exporter.hpp"
#include "program_in_test.hpp"

#include <nlohmann/json.hpp>

using namespace refectory;
using namespace refectory::test;

namespace {

const ActivityId lunch{"LUNCH-WIDE"};

void put(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

// One lunch of four chairs, one of them for each kiosk, two kept back at the desk.
struct Circle {
    explicit Circle(int adults_chairs = 1, int hospital_chairs = 1)
    {
        write_folder(adults_chairs, hospital_chairs);
        REQUIRE(program.run("init").code == 0);
        adults = set_up("MC-ADULTS", "Adults team", "Medway Council");
        hospital = set_up("KC-HOSPITAL", "Hospital team", "Kent County Council");
    }

    void write_folder(int adults_chairs, int hospital_chairs, std::string_view state = "planned", std::string_view reason = "")
    {
        const auto folder = program.folder / "programme";
        put(folder / "objectives.csv", "objective,words\n1,Talk with staff\n");
        put(folder / "people.csv", std::string{"person,role,name,organisation,team,post,knows_about,fte\n"
                                               "1,academic,Dr Amara Okafor,University of Kent,,,,1\n"
                                               "2,practitioner,Priya Raman,Medway Council,Adults team,,,1\n"
                                               "3,practitioner,Gareth Price,Medway Council,Adults team,,,1\n"
                                               "4,practitioner,Tom Ash,Medway Council,Adults team,,,1\n"
                                               "5,practitioner,Una Bell,Kent County Council,Hospital team,,,1\n"
                                               "6,practitioner,Vic Cole,Kent County Council,Hospital team,,,1\n"} + more_people);
        put(folder / "activities.csv", fmt::format("activity,kind,state,reason,topic,description,date,starts,ends,place,place_detail,academic,host,invited,"
                                                   "capacity,objectives\nLUNCH-WIDE,lunch,{},{},Wide,,2026-12-01,12:00,13:00,Hub,,1,,all,4,1\n", state, reason));
        put(folder / "allotments.csv", fmt::format("activity,kiosk,chairs\nLUNCH-WIDE,MC-ADULTS,{}\nLUNCH-WIDE,KC-HOSPITAL,{}\n", adults_chairs, hospital_chairs));
        put(folder / "timetable.csv", "activity,starts,title,detail,consent\n");
        put(folder / "expectations.csv", "activity,talk_wanted,words,agreed_on,team_told_on\n");
        put(folder / "note.csv", "version,words,changed\n1,What is said here stays here.,\n");
    }
    std::unique_ptr<KioskStore> set_up(const std::string& code, const std::string& team, const std::string& organisation)
    {
        const auto added = program.run("kiosk add " + code + " --team '" + team + "' --organisation '" + organisation +
                                       "' --site Here --programme ../programme -o " + code + ".setup");
        INFO(added.complained);
        REQUIRE(added.code == 0);
        auto store = KioskStore::open(program.folder / code, seeded(code.size()), morning).value();
        REQUIRE(sentence(set_up_from(*store, program.folder / "work" / (code + ".setup"), six_words_in(added.said), morning)) == "(no error)");
        return store;
    }
    void export_of(KioskStore& store, Instant now = morning)
    {
        std::filesystem::create_directories(stick);
        Exporter exporter{"0.1.0"};
        REQUIRE(sentence(exporter.start(store, stick, now, ClockTrust::trusted)) == "(no error)");
        auto end = exporter.take_end(store, now, ClockTrust::trusted);
        while (!end) end = exporter.take_end(store, now, ClockTrust::trusted);
        INFO(sentence(*end));
        REQUIRE(*end);
    }
    nlohmann::json round()
    {
        const auto ran = program.run("round --json ../stick --programme ../programme");
        INFO(ran.said << ran.complained);
        REQUIRE(ran.code == 0);
        return nlohmann::json::parse(ran.said);
    }
    std::string import(KioskStore& store, Instant now = morning)
    {
        std::vector<std::filesystem::path> files;
        for (const auto& found : find_programmes(stick, store.identity()->code)) files.push_back(found.file);
        return sentence(import_first_good(store, files, now, ClockTrust::trusted));
    }
    static bool has_place(KioskStore& store, std::int64_t person)
    {
        const auto standing = store.activities().places(lunch).standing_of(PersonId{person});
        return standing && std::holds_alternative<HasPlace>(*standing);
    }
    static void sign_up(KioskStore& store, std::int64_t person, int minute)
    {
        REQUIRE(store.sign_ups().sign_up(lunch, PersonId{person}, morning + std::chrono::minutes{minute}, ClockTrust::trusted));
    }

    std::string more_people;
    Program program;
    std::filesystem::path stick = program.folder / "stick";
    std::unique_ptr<KioskStore> adults, hospital;
};

}

TEST_CASE("a round gives the desk's chairs to those who waited longest, and the kiosks keep the desk's word")
{
    Circle circle;
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}, {4, 5}}) Circle::sign_up(*circle.adults, person, minute);
    for (const auto& [person, minute] : {std::pair{5, 3}, {6, 4}}) Circle::sign_up(*circle.hospital, person, minute);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    const auto said = circle.round();
    REQUIRE(said["published"]["chairs_given"].size() == 2);
    CHECK(said["published"]["chairs_given"][0]["person"] == 3);
    CHECK(said["published"]["chairs_given"][1]["person"] == 6);
    CHECK(said["people_waiting"] == 1);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.import(*circle.hospital) == "(no error)");
    for (const int person : {2, 3}) CHECK(Circle::has_place(*circle.adults, person));
    for (const int person : {5, 6}) CHECK(Circle::has_place(*circle.hospital, person));
    CHECK_FALSE(Circle::has_place(*circle.adults, 4));
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"].empty());  // nothing is left, and nothing is given twice
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->activities().places(lunch).chairs() == 2);
}

TEST_CASE("a programme that never arrives takes no chair away and gives none twice")
{
    Circle circle;
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"].size() == 1);
    std::filesystem::remove_all(circle.stick);  // the stick is lost
    Circle::sign_up(*circle.hospital, 5, 3);
    Circle::sign_up(*circle.hospital, 6, 4);
    circle.export_of(*circle.hospital);
    const auto said = circle.round();
    REQUIRE(said["published"]["chairs_given"].size() == 1);
    CHECK(said["published"]["chairs_given"][0]["person"] == 6);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 3));
}

TEST_CASE("who withdraws while a chair is on its way leaves it to the first who waits there")
{
    Circle circle{1, 2};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}, {4, 3}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"][0]["person"] == 3);
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning, ClockTrust::trusted));
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 4));
}

TEST_CASE("an allotment made smaller keeps what was promised and gives the rest to the other kiosk once it is known")
{
    Circle circle{3, 1};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.write_folder(1, 3);
    const auto first = circle.program.run("--json programme publish ../programme -o ../stick");
    REQUIRE(first.code == 0);
    const auto said = nlohmann::json::parse(first.said);
    REQUIRE(said["shortfalls"].size() == 1);
    CHECK((said["shortfalls"][0]["kiosk"] == "KC-HOSPITAL" && said["shortfalls"][0]["got"] == 1));
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->activities().places(lunch).chairs() == 1);
    CHECK(Circle::has_place(*circle.adults, 2));
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["shortfalls"].empty());
    CHECK(circle.import(*circle.hospital) == "(no error)");
    CHECK(circle.hospital->activities().places(lunch).chairs() == 3);
}

TEST_CASE("what the desk received is no longer waiting at the kiosk, and a lost stick is sent again")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    std::filesystem::remove_all(circle.stick);
    circle.export_of(*circle.adults, morning + std::chrono::hours{8});
    const auto said = circle.round();
    CHECK(said["collected"]["new"] == 1);
    CHECK(said["collected"]["gaps"].empty());
    CHECK(circle.adults->exports().waiting(morning).facts > 0);
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{9}) == "(no error)");
    CHECK(circle.adults->exports().waiting(morning).facts == 0);
    const auto confirmed = circle.adults->exports().confirmed();
    REQUIRE(confirmed);
    CHECK(confirmed->at == morning + std::chrono::hours{8});
    CHECK_FALSE(circle.adults->exports().oldest_unconfirmed());
}

TEST_CASE("a kiosk that was put back to an earlier day begins anew, and the desk loses nothing of either")
{
    Circle circle;
    const auto data = circle.program.folder / "MC-ADULTS", kept = circle.program.folder / "kept";
    const auto reopen = [&] { circle.adults = KioskStore::open(data, seeded(99), morning).value(); };
    circle.adults.reset();
    std::filesystem::copy(data, kept, std::filesystem::copy_options::recursive);
    reopen();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.round()["collected"]["new"] == 1);
    circle.adults.reset();
    std::filesystem::remove_all(data);
    std::filesystem::copy(kept, data, std::filesystem::copy_options::recursive);  // the mark as well
    reopen();
    Circle::sign_up(*circle.adults, 3, 2);
    Circle::sign_up(*circle.adults, 4, 3);
    CHECK(circle.import(*circle.adults) == "(no error)");
    const auto count = [&](const char* sql) { return number_in(data / "kiosk.db", sql); };
    CHECK(count("SELECT count(*) FROM origin_begun") == 2);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    const auto said = circle.round();
    REQUIRE(said["collected"]["forks"].size() == 1);
    CHECK(said["collected"]["forks"][0]["kiosk"] == "MC-ADULTS");
    for (const int person : {2, 3, 4}) {
        const auto held = circle.program.run("--json person show " + std::to_string(person));
        CAPTURE(held.said);
        CHECK(held.said.find("sign_up") != std::string::npos);
    }
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(count("SELECT count(*) FROM fact f LEFT JOIN receipt r USING (origin) JOIN origin_begun b ON b.origin = f.origin "
                "WHERE b.generation = 1 AND f.seq > coalesce(r.facts_up_to, 0)") == 0);  // the desk has the old origin's rest as well
}

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
                                   [&](const auto& name) { return text_in(circle.program.folder / "desk" / name).find(words) != std::string::npos; });
    };
    CHECK_FALSE(desk_holds("Wilhelmina"));
    CHECK(circle.program.run("collect ../late").code == 0);
    CHECK_FALSE(desk_holds("Wilhelmina"));
    const auto refused = circle.program.run("programme publish ../programme -o ../stick");
    CHECK(refused.complained.starts_with("people.csv:3: person: Person 2 was erased and must not come back."));
    auto people = text_in(circle.program.folder / "programme/people.csv");
    people.erase(people.find("2,practitioner"), people.find("3,practitioner") - people.find("2,practitioner"));
    put(circle.program.folder / "programme/people.csv", people);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK_FALSE(circle.adults->people().find(added->person));
    CHECK(circle.adults->activities().places(lunch).promised() == 0);
    for (const auto& name : names_in(circle.program.folder / "MC-ADULTS"))
        CHECK(text_in(circle.program.folder / "MC-ADULTS" / name).find("Wilhelmina") == std::string::npos);
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

TEST_CASE("the status says of each kiosk what came, what is missing and what it runs")
{
    Circle circle;
    const auto status = [&] { return nlohmann::json::parse(circle.program.run("--json status").said); };
    CHECK(status()["kiosks"][1]["last_parcel"].is_null());
    circle.export_of(*circle.adults, morning + std::chrono::hours{3});
    put(circle.stick / "refectory-XX-1.zip.age", "this is none");
    CHECK(circle.program.run("collect ../stick").code == 1);
    const auto said = status();
    CHECK(said["kiosks"][1]["last_parcel"]["number"] == 1);
    CHECK(said["kiosks"][1]["clock"] == "ahead");
    CHECK(said["kiosks"][1]["clock_is_off_by_seconds"] == 3 * 3600);
    CHECK(said["kiosks"][1]["programme"] == 1);
    CHECK(said["newest_programme"] == 2);
    REQUIRE(said["put_aside"].size() == 1);
    CHECK(said["put_aside"][0]["file"] == "refectory-XX-1.zip.age");
    CHECK(circle.program.run("status").said.find("its clock is ahead of this desk's by 3 hours or more") != std::string::npos);
}

TEST_CASE("a desk that was put back from a backup begins a new origin and gives no chair before each kiosk has spoken")
{
    Circle circle;
    const auto desk = circle.program.folder / "desk";
    std::filesystem::copy(desk / "desk.db", circle.program.folder / "backup.db");
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"].size() == 1);
    CHECK(circle.import(*circle.adults) == "(no error)");
    for (const auto* file : {"desk.db", "desk.db-wal", "desk.db-shm"}) std::filesystem::remove(desk / file);
    std::filesystem::copy(circle.program.folder / "backup.db", desk / "desk.db");
    Circle::sign_up(*circle.hospital, 5, 3);
    Circle::sign_up(*circle.hospital, 6, 4);
    circle.export_of(*circle.hospital);
    const auto said = circle.round();
    CHECK(said["published"]["chairs_given"].empty());
    CHECK(said["published"]["knows_what_kiosks_hold"] == false);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.import(*circle.hospital) == "(no error)");
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.export_of(*circle.hospital, morning + std::chrono::hours{1});
    const auto again = circle.round();
    REQUIRE(again["published"]["chairs_given"].size() == 1);
    CHECK(again["published"]["chairs_given"][0]["person"] == 6);
}

TEST_CASE("a lunch that is cancelled after people signed up says so at the kiosk, and cannot vanish from the spreadsheets")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto activities = circle.program.folder / "programme/activities.csv", allotments = circle.program.folder / "programme/allotments.csv";
    put(activities, text_in(activities).substr(0, text_in(activities).find('\n') + 1));
    put(allotments, "activity,kiosk,chairs\n");
    CHECK(circle.program.run("programme publish ../programme -o ../stick").complained.find("People signed up for LUNCH-WIDE") != std::string::npos);
    circle.write_folder(1, 1, "cancelled", "The academic is ill");
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    const auto own = circle.adults->sign_ups().of_person(PersonId{2}, morning);
    REQUIRE(own.size() == 1);
    CHECK(own[0].activity.state == ActivityState::cancelled);
    CHECK(own[0].activity.reason == "The academic is ill");
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

TEST_CASE("a desk that was put back says what is missing, and the kiosk sends all of it again")
{
    Circle circle;
    const auto desk = circle.program.folder / "desk";
    std::filesystem::copy(desk / "desk.db", circle.program.folder / "backup.db");
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    for (const auto* file : {"desk.db", "desk.db-wal", "desk.db-shm"}) std::filesystem::remove(desk / file);
    std::filesystem::copy(circle.program.folder / "backup.db", desk / "desk.db");
    for (const auto& name : names_in(circle.stick)) std::filesystem::remove(circle.stick / name);  // and the old sticks are gone
    Circle::sign_up(*circle.adults, 3, 2);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    const auto said = circle.round();
    REQUIRE(said["collected"]["gaps"].size() == 1);
    CHECK((said["collected"]["gaps"][0]["from"] == 1 && said["collected"]["gaps"][0]["kiosk"] == "MC-ADULTS"));
    CHECK(circle.program.run("status").said.find("are missing, from") != std::string::npos);
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});
    CHECK(circle.round()["collected"]["gaps"].empty());
}

TEST_CASE("a chair that was given to somebody who then withdrew goes back when the allotment is made smaller")
{
    Circle circle{1, 1};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"].size() == 1);
    CHECK(circle.import(*circle.adults) == "(no error)");
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning, ClockTrust::trusted));
    circle.write_folder(1, 3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->activities().places(lunch).chairs() == 1);
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});
    CHECK(circle.round()["published"]["shortfalls"].empty());
}

TEST_CASE("a kiosk that was put back promises nothing more until the desk has heard of it")
{
    Circle circle{3, 1};
    const auto data = circle.program.folder / "MC-ADULTS", kept = circle.program.folder / "kept.db";
    circle.adults.reset();
    std::filesystem::copy(data / "kiosk.db", kept);
    const auto reopen = [&] { circle.adults = KioskStore::open(data, seeded(99), morning).value(); };
    reopen();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.adults.reset();
    for (const auto* file : {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm"}) std::filesystem::remove(data / file);
    std::filesystem::copy(kept, data / "kiosk.db");  // the mark is newer
    reopen();
    CHECK(circle.adults->activities().places(lunch).left() == 0);
    Circle::sign_up(*circle.adults, 3, 2);
    CHECK_FALSE(Circle::has_place(*circle.adults, 3));
    CHECK(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK_FALSE(Circle::has_place(*circle.adults, 3));  // the desk decided that without having heard
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 3));
}

TEST_CASE("a file with a name that is no text is refused and told of, and the status goes on")
{
    Circle circle;
    put(circle.stick / "refectory-\xff\x1b.zip.age", "junk");
    const auto collected = circle.program.run("--json collect ../stick");
    CHECK(collected.code == 1);
    CHECK(collected.said.find("refectory-??.zip.age") != std::string::npos);
    CHECK(circle.program.run("status").said.find("refectory-??.zip.age") != std::string::npos);
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["put_aside"].size() == 1);
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
}

TEST_CASE("a kiosk that is gone for good is retired, and its empty chairs go to those who wait elsewhere")
{
    Circle circle{3, 1};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    Circle::sign_up(*circle.hospital, 5, 2);
    Circle::sign_up(*circle.hospital, 6, 3);
    circle.export_of(*circle.hospital);
    CHECK(circle.round()["published"]["chairs_given"].empty());
    CHECK(circle.program.run("kiosk retire MC-NOBODY").complained == "This desk has no kiosk MC-NOBODY.\n");
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS").code == 0);
    put(circle.program.folder / "programme/allotments.csv", "activity,kiosk,chairs\nLUNCH-WIDE,KC-HOSPITAL,1\n");
    const auto said = circle.round();
    REQUIRE(said["published"]["chairs_given"].size() == 1);
    CHECK(said["published"]["chairs_given"][0]["person"] == 6);
    CHECK(said["published"]["files"].size() == 1);
}

TEST_CASE("chairs are shared by the size of the teams where the coordinator says so")
{
    Circle circle;
    put(circle.program.folder / "programme/allotments.csv", "activity,kiosk,chairs\nLUNCH-WIDE,MC-ADULTS,By team size\nLUNCH-WIDE,KC-HOSPITAL,by team size\n");
    for (int publications = 0; publications < 2; ++publications) REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.import(*circle.hospital) == "(no error)");
    CHECK(circle.adults->activities().places(lunch).chairs() == 2);  // three of five people, of four chairs
    CHECK(circle.hospital->activities().places(lunch).chairs() == 2);
}
