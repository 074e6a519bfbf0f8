// Machines that one set-up file set up: one beside another, or anew after one broke.
#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("two machines that were set up by one file are told of, and neither promises a chair of the other's for long")
{
    Circle circle{2};
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*second, 3, 2);
    circle.export_of(*circle.adults);
    circle.export_of(*second, morning + std::chrono::hours{1});
    const auto said = circle.round();
    REQUIRE(said["collected"]["disks_put_back"].size() == 1);
    CHECK(said["collected"]["disks_put_back"][0]["is_set_up_again"] == true);
    CHECK(circle.program.run("status").said.find("MC-ADULTS: it was set up a second time, at ") != std::string::npos);
    for (auto* store : {circle.adults.get(), second.get()}) {
        CHECK(circle.import(*store, morning + std::chrono::hours{2}) == "(no error)");
        CHECK(store->activities().places(lunch).left() == 0);  // of the two that each had one is the other's
    }
    Circle::sign_up(*circle.adults, 4, 150);
    CHECK_FALSE(Circle::has_place(*circle.adults, 4));
    const auto begun = [&](const char* machine) { return number_in(circle.program.folder / machine / "kiosk.db", "SELECT count(*) FROM origin_begun"); };
    for (int round = 3; round < 5; ++round) {
        const auto now = morning + std::chrono::hours{round};
        circle.export_of(*circle.adults, now);
        circle.export_of(*second, now);
        CHECK(circle.round()["collected"]["disks_put_back"].empty());  // that they began anew of each other says nothing of a disk
        CHECK(circle.import(*circle.adults, now) == "(no error)");
        CHECK(circle.import(*second, now) == "(no error)");
    }
    CHECK(begun("MC-ADULTS") == 2);  // and it goes on under that
    CHECK(begun("SECOND") == 2);
    Circle::sign_up(*second, 5, 400);
    CHECK(Circle::has_place(*circle.adults, 4));  // by the desk's last chair
    CHECK_FALSE(Circle::has_place(*second, 5));
    CHECK((circle.adults->activities().places(lunch).chairs() == 2 && second->activities().places(lunch).chairs() == 1));
}

TEST_CASE("a new machine has the chairs that the broken one did not promise, once that is said to be gone, and not as long as it may stand")
{
    Circle circle{3};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").complained.find("knows of one machine alone") != std::string::npos);
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    int hour = 1;
    const auto round = [&] {
        const auto now = morning + std::chrono::hours{hour++};
        circle.export_of(*second, now);
        const auto said = circle.round();
        CHECK(circle.import(*second, now) == "(no error)");
        return said["published"]["shortfalls"];
    };
    round();
    const auto shared = round();
    REQUIRE(shared.size() == 1);
    CHECK((shared[0]["machines"] == 2 && shared[0]["got"] == 0 && shared[0]["wanted"] == 3));
    CHECK(second->activities().places(lunch).chairs() == 0);  // the other has all of them, as far as is known
    CHECK(circle.program.run("programme publish ../programme -o ../out").said.find("refectory-desk kiosk retire MC-ADULTS --other-machines") != std::string::npos);
    REQUIRE(circle.program.run("person erase 6").code == 0);
    const auto unconfirmed = [&] { return nlohmann::json::parse(circle.program.run("--json status").said)["erasures_unconfirmed"]; };
    circle.take_out_of_people(6);
    round();
    circle.export_of(*circle.hospital);
    CHECK(circle.import(*circle.hospital) == "(no error)");
    circle.export_of(*circle.hospital);
    round();
    CHECK(unconfirmed() == 1);
    const auto retired = circle.program.run("kiosk retire MC-ADULTS --other-machines");
    REQUIRE(retired.code == 0);
    CHECK(retired.said.find("whose last parcel was written on 2026-11-24") != std::string::npos);
    CHECK(unconfirmed() == 0);
    CHECK(circle.program.run("status").said.find("no other of its machines stands") != std::string::npos);
    const auto alone = round();
    REQUIRE(alone.size() == 1);
    CHECK((alone[0]["machines"] == 1 && alone[0]["got"] == 2));
    CHECK(circle.program.run("programme publish ../programme -o ../out").said.find("promised, or may have been, by a machine of it that is gone") != std::string::npos);
    CHECK(second->activities().places(lunch).chairs() == 2);
    CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").code != 0);
    circle.export_of(*circle.adults, morning + std::chrono::hours{hour});  // as a late stick would bring it
    CHECK(circle.round()["collected"]["disks_put_back"].empty());
    Circle::sign_up(*circle.adults, 3, 3000);  // it was only switched off
    circle.export_of(*circle.adults, morning + std::chrono::hours{hour});
    const auto again = circle.round();
    CHECK(again["published"]["shortfalls"][0]["machines"] == 2);
    REQUIRE(again["collected"]["disks_put_back"].size() == 1);  // it is said anew that both stand
    CHECK(again["collected"]["disks_put_back"][0]["others_are_gone"] == false);
    CHECK(again["to_do"].dump().find("Say which machines are gone") != std::string::npos);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    circle.export_of(*second, morning + std::chrono::hours{hour + 1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    CHECK(circle.program.run("status").said.find("Where both stand") != std::string::npos);
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    CHECK(circle.program.run("status").said.find("no other of its machines stands") != std::string::npos);
}

TEST_CASE("a chair on its way to a machine that is gone goes to who waits elsewhere, and who waited there is named")
{
    Circle circle{1, 0};
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    for (const int person : {2, 3, 4}) Circle::sign_up(*circle.adults, person, person);
    Circle::sign_up(*circle.hospital, 5, 9);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    circle.export_of(*second, morning + std::chrono::hours{1});
    CHECK(circle.round()["published"]["chairs_given"].size() == 2);  // to the two at the first machine
    const auto retired = circle.program.run("kiosk retire MC-ADULTS --other-machines").said;
    CHECK(retired.find("Gareth Price (person 3) waits at MC-ADULTS") != std::string::npos);
    CHECK(retired.find("Tom Ash (person 4) waits at MC-ADULTS") != std::string::npos);
    CHECK(retired.find("Priya Raman") == std::string::npos);
    const auto given = circle.round()["published"]["chairs_given"];
    REQUIRE(given.size() == 1);
    CHECK(given[0]["person"] == 5);
}

TEST_CASE("a machine that was said to be gone and takes a later programme stands again, although its clock is behind")
{
    Circle circle{3};
    const auto yesterday = morning - std::chrono::hours{24};
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    circle.export_of(*circle.adults, yesterday);
    circle.export_of(*second);
    circle.round();
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    Circle::sign_up(*circle.adults, 2, -24 * 60);
    circle.export_of(*circle.adults, yesterday + std::chrono::minutes{1});  // as a late stick would bring it
    const auto alone = circle.round()["published"]["shortfalls"];
    REQUIRE(alone.size() == 1);
    CHECK((alone[0]["machines"] == 1 && alone[0]["got"] == 2));  // the third was promised
    CHECK(circle.import(*circle.adults, yesterday + std::chrono::minutes{2}) == "(no error)");  // a clock that shows less is no longer trusted
    circle.export_of(*circle.adults, yesterday + std::chrono::minutes{3});
    const auto shared = circle.round()["published"]["shortfalls"];
    REQUIRE(shared.size() == 1);
    CHECK(shared[0]["machines"] == 2);
}

TEST_CASE("a desk that was put back waits for every machine that stands, and for none that is gone")
{
    Circle circle{3, 1};
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    circle.export_of(*second, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    circle.keep_desk();
    circle.round();
    circle.put_desk_back();
    const auto knows = [&] { return circle.round()["published"]["knows_what_kiosks_hold"].get<bool>(); };
    CHECK_FALSE(knows());
    for (auto* store : {circle.hospital.get(), second.get()}) {
        CHECK(circle.import(*store, morning + std::chrono::hours{2}) == "(no error)");
        circle.export_of(*store, morning + std::chrono::hours{2});
    }
    CHECK_FALSE(knows());
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    CHECK(knows());
}

TEST_CASE("a promise of a machine that is gone stands, where the desk's disk has lost all that the machine said before it")
{
    Circle circle{2, 0};
    circle.keep_desk();
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.write_folder(3, 0);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.round();
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{1}) == "(no error)");
    Circle::sign_up(*circle.adults, 2, 70);
    std::filesystem::remove_all(circle.stick);
    circle.put_desk_back();
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});  // the last of it, and not from its beginning
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    nlohmann::json said;
    for (int hour = 3; hour < 6; ++hour) {
        for (auto* store : {circle.hospital.get(), second.get()}) circle.export_of(*store, morning + std::chrono::hours{hour});
        if (hour == 4) CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").said.find("Not all that was recorded by what is gone has come") != std::string::npos);
        said = circle.round();
        for (auto* store : {circle.hospital.get(), second.get()}) CHECK(circle.import(*store, morning + std::chrono::hours{hour}) == "(no error)");
    }
    CHECK(said["published"]["knows_what_kiosks_hold"] == true);
    REQUIRE(said["published"]["shortfalls"].size() == 1);
    CHECK(said["published"]["shortfalls"][0]["got"] == 0);  // whom it promised the two others is not known
    CHECK(second->activities().places(lunch).chairs() == 0);
}

TEST_CASE("no machine is said to be gone where the one that was heard of last did not write last")
{
    Circle circle;
    circle.export_of(*circle.adults, morning + std::chrono::hours{5});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T15:00").code == 0);
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    circle.export_of(*second, morning + std::chrono::hours{1});  // by a clock that is behind
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T16:00").code == 0);
    const auto refused = circle.program.run("kiosk retire MC-ADULTS --other-machines");
    CHECK(refused.complained.find("not certain which of its machines exported last") != std::string::npos);
    circle.export_of(*second, morning + std::chrono::hours{8});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T18:00").code == 0);
    CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    CHECK(circle.program.run("status").said.find("no other of its machines stands") != std::string::npos);
}

TEST_CASE("no chair is given to who waits where two machines of one file have promised as many as there are")
{
    Circle circle{2, 0};
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    for (const int person : {2, 3}) Circle::sign_up(*circle.adults, person, person);
    for (const int person : {4, 6}) Circle::sign_up(*second, person, person);
    Circle::sign_up(*circle.hospital, 5, 9);
    circle.export_of(*circle.adults);
    circle.export_of(*second, morning + std::chrono::hours{1});
    circle.export_of(*circle.hospital);
    CHECK(circle.round()["published"]["chairs_given"].empty());
    const auto status = nlohmann::json::parse(circle.program.run("--json status").said);
    REQUIRE(status["waiting"].size() == 1);  // each machine told its own of their places
    CHECK(status["waiting"][0]["person"] == 5);
}

TEST_CASE("a machine that was set up anew is its kiosk's newest, and what it runs is what the kiosk runs")
{
    Circle circle;
    const auto data = circle.program.folder / "MC-ADULTS", kept = circle.program.folder / "kept.db";
    const auto status = [&] { return nlohmann::json::parse(circle.program.run("--json status").said)["kiosks"][1]; };
    circle.export_of(*circle.adults);
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    circle.adults.reset();
    std::filesystem::copy(data / "kiosk.db", kept);
    circle.adults = KioskStore::open(data, seeded(98), morning).value();
    Circle::sign_up(*circle.adults, 2, 1);
    circle.adults.reset();
    for (const auto* file : {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm"}) std::filesystem::remove(data / file);
    std::filesystem::copy(kept, data / "kiosk.db");
    circle.adults = KioskStore::open(data, seeded(99), morning).value();
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T11:00").code == 0);
    const auto ran_before = status()["programme"].get<int>();
    CHECK(ran_before > 1);  // the origin that began with the put-back disk applied none: the one before it did
    const auto second = circle.set_up_in("SECOND", "MC-ADULTS", 41);
    circle.export_of(*second, morning + std::chrono::hours{3});
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T13:00").code == 0);
    CHECK(status()["last_parcel"]["written_at"] == "2026-11-24T12:00:00Z");
    CHECK(status()["programme"] == 1);
    circle.export_of(*circle.adults, morning + std::chrono::hours{2});  // the first machine's last, on a late stick
    REQUIRE(circle.program.run("collect ../stick", "2026-11-24T14:00").code == 0);
    CHECK(status()["last_parcel"]["written_at"] == "2026-11-24T12:00:00Z");
}
