// Disks that were put back, and kiosks that are gone.
#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

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
    std::filesystem::copy(circle.program.folder / "desk", circle.program.folder / "another-desk");
    const auto in_words = circle.program.run("collect ../stick", "2026-11-24T10:00", "../said", "../another-desk").said;
    CHECK(in_words.find("2 facts came under a number") != std::string::npos);
    const auto said = circle.round();
    REQUIRE(said["collected"]["forks"].size() == 1);
    CHECK(said["collected"]["forks"][0]["kiosk"] == "MC-ADULTS");
    CHECK(std::ranges::count_if(said["collected"]["files"], [](const auto& file) { return file.value("conflicts", 0) == 2; }) == 1);
    for (const int person : {2, 3, 4}) {
        const auto held = circle.program.run("--json person show " + std::to_string(person));
        CAPTURE(held.said);
        CHECK(held.said.find("sign_up") != std::string::npos);
    }
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(count("SELECT count(*) FROM fact f LEFT JOIN receipt r USING (origin) JOIN origin_begun b ON b.origin = f.origin "
                "WHERE b.generation = 1 AND f.seq > coalesce(r.facts_up_to, 0)") == 0);  // the desk has the old origin's rest as well
    circle.export_of(*circle.adults, morning + std::chrono::hours{3});
    const auto later = circle.round();  // what was said once is in the status, and hides nothing that is new
    CHECK(later["collected"]["new"] == 1);
    CHECK(later["collected"]["forks"].empty());
    CHECK(later["collected"]["disks_put_back"].empty());
    CHECK(circle.program.run("status").said.find("were recorded twice") != std::string::npos);
}

TEST_CASE("what a collecting found and could not say is said by the next one, and then no more")
{
    Circle circle;
    const auto data = circle.program.folder / "MC-ADULTS", kept = circle.program.folder / "kept";
    circle.adults.reset();
    std::filesystem::copy(data, kept, std::filesystem::copy_options::recursive);
    for (const int person : {2, 3}) {
        std::filesystem::remove_all(data);
        std::filesystem::copy(kept, data, std::filesystem::copy_options::recursive);
        circle.adults = KioskStore::open(data, seeded(97), morning).value();
        Circle::sign_up(*circle.adults, person, person);
        circle.export_of(*circle.adults, morning + std::chrono::hours{person});
        circle.adults.reset();
    }
    const auto collect = [&](const std::string& output) { return circle.program.run("collect ../stick", "2026-11-24T14:00", output); };
    CHECK(collect("/dev/full").code != 0);
    CHECK(collect("../said").said.contains("were recorded twice"));
    CHECK_FALSE(collect("../said").said.contains("were recorded twice"));
}

TEST_CASE("a parcel of before a disk was put back that comes late is not the newest one")
{
    Circle circle;
    const auto data = circle.program.folder / "MC-ADULTS", kept = circle.program.folder / "kept";
    circle.adults.reset();
    std::filesystem::copy(data, kept, std::filesystem::copy_options::recursive);
    circle.adults = KioskStore::open(data, seeded(98), morning).value();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    std::filesystem::rename(circle.stick, circle.program.folder / "late");
    circle.adults.reset();
    std::filesystem::copy(kept / "kiosk.db", data / "kiosk.db", std::filesystem::copy_options::overwrite_existing);  // and not the mark
    circle.adults = KioskStore::open(data, seeded(99), morning).value();
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto before = nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]["last_parcel"];
    REQUIRE(circle.program.run("collect ../late").code == 0);
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]["last_parcel"] == before);
}

TEST_CASE("a desk that was put back from a backup begins a new origin and gives no chair before each kiosk has spoken")
{
    Circle circle;
    circle.keep_desk();
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    CHECK(circle.round()["published"]["chairs_given"].size() == 1);
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.put_desk_back();
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

TEST_CASE("a desk that was put back learns again from a kiosk whom it had erased, and gives no pass a number for the second time")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    circle.keep_desk();
    const auto make_pass = [&](const std::string& file) {
        return nlohmann::json::parse(circle.program.run("--json pass make 1 --from 2026-12-01 --until 2026-12-31 -o ../" + file).said)["pass"];
    };
    CHECK(make_pass("first") == 1);
    REQUIRE(circle.program.run("person erase 2").code == 0);
    circle.take_out_of_people(2);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.put_desk_back();
    CHECK(circle.program.run("person show 2").said.find("Erased on") == std::string::npos);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("person show 2").said.find("Erased on") != std::string::npos);
    CHECK(make_pass("second") == 1001);
}

TEST_CASE("a pass that was made after the backup from which the desk was put back is withdrawn by its number, and stays so")
{
    Circle circle;
    circle.keep_desk();
    REQUIRE(circle.program.run("pass make 1 --from 2026-12-01 --until 2026-12-31 -o ../lost").code == 0);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    circle.put_desk_back();
    CHECK(circle.program.run("pass withdraw 1001").complained == "This desk has made no pass 1001.\n");
    for (int twice = 0; twice < 2; ++twice) REQUIRE(circle.program.run("pass withdraw 1").code == 0);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->visits().pass_is_withdrawn(PassNumber{1}));
    CHECK_FALSE(circle.adults->visits().pass_is_withdrawn(PassNumber{2}));
}

TEST_CASE("a pass that was withdrawn after the backup from which the desk was put back opens no kiosk again")
{
    Circle circle;
    REQUIRE(circle.program.run("pass make 1 --from 2026-12-01 --until 2026-12-31 -o ../lost").code == 0);
    circle.keep_desk();
    REQUIRE(circle.program.run("pass withdraw 1").code == 0);
    REQUIRE(circle.program.run("programme publish ../programme -o ../stick").code == 0);
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.put_desk_back();
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->visits().pass_is_withdrawn(PassNumber{1}));
}

TEST_CASE("a desk that was put back asks for the line of what people signed up for after the backup")
{
    Circle circle;
    circle.keep_desk();
    const auto activities = circle.program.folder / "programme/activities.csv";
    const auto older = file_text(activities);
    put(activities, older + "LUNCH-NEW,lunch,planned,,New,,2026-12-02,12:00,13:00,Hub,,1,,all,4,1\n");
    const auto newer = file_text(activities);
    std::filesystem::create_directories(circle.stick);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    REQUIRE(circle.adults->sign_ups().sign_up(ActivityId{"LUNCH-NEW"}, PersonId{2}, morning + std::chrono::minutes{1}, ClockTrust::trusted));
    circle.export_of(*circle.adults, morning + std::chrono::minutes{2});
    circle.put_desk_back();
    put(activities, older);
    const auto asks = [&] {
        const auto said = circle.round()["warnings"].dump();
        return said.contains("People signed up for LUNCH-NEW, which was published after the backup that was put back.");
    };
    CHECK(asks());
    CHECK(asks());
    put(activities, newer);
    CHECK_FALSE(asks());
    CHECK(circle.import(*circle.adults) == "(no error)");
    CHECK(circle.adults->activities().between(morning, morning + std::chrono::days{30}).size() == 2);
}

TEST_CASE("the passes of whom a desk that was put back learns that they were erased are withdrawn, and their codes are gone")
{
    Circle circle;
    circle.more_people = "7,academic,Dr Nadia Rahimi,University of Kent,,,,1\n";
    circle.write_folder(1, 1);
    std::filesystem::create_directories(circle.stick);
    circle.round();
    REQUIRE(circle.program.run("pass make 7 --from 2026-12-01 --until 2026-12-31 -o ../pass").code == 0);
    circle.keep_desk();
    REQUIRE(circle.program.run("person erase 7").code == 0);
    circle.more_people.clear();
    circle.write_folder(1, 1);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.put_desk_back();
    const auto count = [&](const char* what) { return number_in(circle.program.folder / "desk/desk.db", (std::string{"SELECT count(*) FROM "} + what).c_str()); };
    CHECK(count("pass WHERE withdrawn_at IS NULL") == 1);
    CHECK(count("pass_code") == 1);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(count("pass WHERE withdrawn_at IS NULL") == 0);
    CHECK(count("pass_code") == 0);
}

TEST_CASE("a desk whose disk was copied back after nothing but passes were made sees that, and gives no number for the second time")
{
    Circle circle;
    const auto make_pass = [&](const std::string& file) {
        return nlohmann::json::parse(circle.program.run("--json pass make 1 --from 2026-12-01 --until 2026-12-31 -o ../" + file).said)["pass"];
    };
    circle.keep_desk();
    CHECK(make_pass("first") == 1);
    circle.put_desk_back();
    CHECK(make_pass("second") == 1001);
    for (const auto* said : {"pass withdraw 1001", "kiosk retire MC-ADULTS"}) {
        CAPTURE(said);
        std::filesystem::remove(circle.program.folder / "backup.db");
        circle.keep_desk();
        const auto origins = [&] {
            return number_in(circle.program.folder / "desk/desk.db", "SELECT count(*) FROM origin_begun WHERE kiosk = 'DESK'");
        };
        const auto before = origins();
        REQUIRE(circle.program.run(said).code == 0);
        circle.put_desk_back();
        REQUIRE(circle.program.run("status").code == 0);
        CHECK(origins() == before + 1);
    }
}

TEST_CASE("a desk that was put back says what is missing, and the kiosk sends all of it again")
{
    Circle circle;
    circle.keep_desk();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.put_desk_back();
    for (const auto& name : names_in(circle.stick)) std::filesystem::remove(circle.stick / name);  // and the old sticks are gone
    Circle::sign_up(*circle.adults, 3, 2);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    const auto said = circle.round();
    REQUIRE(said["collected"]["gaps"].size() == 1);
    CHECK((said["collected"]["gaps"][0]["from"] == 1 && said["collected"]["gaps"][0]["kiosk"] == "MC-ADULTS"));
    CHECK(circle.program.run("status").said.find("are missing, from") != std::string::npos);
    const auto meanwhile = circle.round()["collected"];
    CHECK((meanwhile["gaps"].empty() && meanwhile["gaps_known_before"] == said["collected"]["gaps"]));
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});
    const auto again = circle.round()["collected"];
    CHECK((again["gaps"].empty() && again["gaps_known_before"].empty()));
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
    const auto retired = circle.program.run("kiosk retire MC-ADULTS");
    REQUIRE(retired.code == 0);
    CHECK(circle.program.run("kiosk retire MC-ADULTS").complained == "The kiosk MC-ADULTS was retired already, on 2026-11-24.\n");
    CHECK(retired.said.find("What it promised after its last parcel, written on 2026-11-24 at 09:00, is not known here: those chairs may be given a "
                            "second time.") != std::string::npos);
    CHECK(circle.program.run("programme check ../programme").complained.starts_with(
        "allotments.csv:2: kiosk: The kiosk MC-ADULTS was retired on 2026-11-24 and gets no chairs. Take this line out.\n"));
    put(circle.program.folder / "programme/allotments.csv", "activity,kiosk,chairs\nLUNCH-WIDE,KC-HOSPITAL,1\n");
    const auto said = circle.round();
    REQUIRE(said["published"]["chairs_given"].size() == 1);
    CHECK(said["published"]["chairs_given"][0]["person"] == 6);
    CHECK(said["published"]["files"].size() == 1);
}
