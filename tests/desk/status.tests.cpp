// What the status says of each kiosk, of who waits and of what was put aside.
#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

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
    CHECK(said["newest_programme"].is_null());  // what each kiosk began with went to no other
    CHECK(circle.program.run("status").said.find("it runs programme 1, the newest") != std::string::npos);
    REQUIRE(said["put_aside"].size() == 1);
    CHECK(said["put_aside"][0]["file"] == "refectory-XX-1.zip.age");
    CHECK(circle.program.run("status").said.find("its clock is ahead of this desk's by 3 hours or more") != std::string::npos);
}

TEST_CASE("the status says of a kiosk that was retired that nothing is published to it")
{
    Circle circle;
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]["retired_at"].is_null());
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS").code == 0);
    circle.write_folder(0, 1);
    const auto allotments = circle.program.folder / "programme/allotments.csv";
    put(allotments, "activity,kiosk,chairs\nLUNCH-WIDE,KC-HOSPITAL,1\n");
    circle.round();
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]["retired_at"] == "2026-11-24T09:00:00Z");
    const auto said = circle.program.run("status").said;
    CHECK(said.contains("it was retired on 2026-11-24: nothing is published to it"));
    CHECK_FALSE(said.contains("; the newest is"));
}

TEST_CASE("the status says of a kiosk that applied a programme before it was published that its clock is behind")
{
    Circle circle;
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("round ../stick --programme ../programme", "2026-11-24T13:00").code == 0);
    REQUIRE(circle.import(*circle.adults) == "(no error)");
    circle.export_of(*circle.adults, morning + std::chrono::minutes{1});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T13:00").code == 0);
    const auto said = nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1];
    CHECK(said["clock"] == "behind");
    CHECK(said["clock_is_off_by_seconds"] == 4 * 3600);
    CHECK(circle.program.run("status").said.find("its clock is behind this desk's by 4 hours or more") != std::string::npos);
}

TEST_CASE("the status goes by the newest parcel of a kiosk, though an older one came after it")
{
    Circle circle;
    circle.export_of(*circle.adults);
    std::filesystem::rename(circle.stick, circle.program.folder / "late");
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T11:00").code == 0);
    REQUIRE(circle.program.run("collect ../late", "2026-11-26T11:00").code == 0);
    CHECK(nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]["last_parcel"]["number"] == 2);
}

TEST_CASE("the status names who waits and since when, and dates what is missing")
{
    Circle circle{1, 0};
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.adults, 3, 2);
    Circle::sign_up(*circle.hospital, 5, 3);
    put(circle.program.folder / "programme/same_person.csv", "person,same_as\n2,5\n");
    auto activities = file_text(circle.program.folder / "programme/activities.csv");
    put(circle.program.folder / "programme/activities.csv", activities.replace(activities.find(",all,4,"), 7, ",all,1,"));
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    circle.round();
    const auto status = [&] { return nlohmann::json::parse(circle.program.run("--json status").said); };
    const auto waiting = status()["waiting"];
    REQUIRE(waiting.size() == 1);
    CHECK((waiting[0]["person"] == 3 && waiting[0]["kiosk"] == "MC-ADULTS" && waiting[0]["since"] == "2026-11-24T09:02:00Z"));
    CHECK(circle.program.run("status").said.find("  Gareth Price (person 3) waits at MC-ADULTS for LUNCH-WIDE “Wide” since 2026-11-24 at 09:02.\n") !=
          std::string::npos);
    SQLite::Database{(circle.program.folder / "desk/desk.db").string(), SQLite::OPEN_READWRITE}.exec(
        "DELETE FROM fact WHERE seq = 2 AND origin LIKE 'MC-ADULTS.%'");
    const auto gaps = status()["kiosks"][1]["gaps"];
    REQUIRE(gaps.size() == 1);
    CHECK((gaps[0]["from"] == 2 && gaps[0]["after"].is_string() && gaps[0]["before"].is_string()));
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
