// A disk that was put back twice to one day: the desk cannot know with which of its histories the kiosk goes on.
#include "disk_put_back.hpp"

#include <catch2/generators/catch_generators.hpp>

using namespace refectory;
using namespace refectory::test;

namespace {

const ActivityId next{"LUNCH-NEXT"};

void add_next_lunch(const Circle& circle)
{
    const auto add_line = [&](const char* file, const std::string& line) {
        const auto path = circle.program.folder / "programme" / file;
        put(path, file_text(path) + line);
    };
    add_line("activities.csv", "LUNCH-NEXT,lunch,planned,,Next,,2026-12-08,12:00,13:00,Hub,,1,,all,4,1\n");
    add_line("allotments.csv", "LUNCH-NEXT,MC-ADULTS,4\nLUNCH-NEXT,KC-HOSPITAL,0\n");
}

// One disk in two computers, of which the desk knows that they are two.
struct TwoComputers {
    explicit TwoComputers(Circle& of) : circle(of)
    {
        const auto& folder = circle.program.folder;
        circle.adults.reset();
        std::filesystem::copy(folder / "MC-ADULTS", folder / "TWIN", std::filesystem::copy_options::recursive);
        circle.adults = KioskStore::open(folder / "MC-ADULTS", seeded(81), morning).value();
        twin = KioskStore::open(folder / "TWIN", seeded(82), morning).value();
        Circle::sign_up(*circle.adults, 2, 1);
        Circle::sign_up(*twin, 3, 2);
        for (int again = 0; again < 3; ++again) {
            exports(*circle.adults);
            exports(*twin);
            round();
        }
    }
    void exports(KioskStore& store) { circle.export_of(store, later()); }
    Instant later() { return morning + std::chrono::minutes{++minutes}; }
    nlohmann::json desk_round() { return circle.round(fmt::format("2026-11-24T10:{:02}", minutes)); }
    // What is published goes to both.
    nlohmann::json round()
    {
        const auto said = desk_round();
        for (auto* store : {circle.adults.get(), twin.get()}) CHECK(circle.import(*store, later()) == "(no error)");
        return said["published"];
    }
    bool sign_up_next(KioskStore& store, std::int64_t person)
    {
        const auto done = store.sign_ups().sign_up(next, PersonId{person}, later(), ClockTrust::trusted);
        REQUIRE(done);
        return std::holds_alternative<HasPlace>(done->standing);
    }

    Circle& circle;
    std::unique_ptr<KioskStore> twin;
    int minutes = 0;
};

}

TEST_CASE("a disk that was put back twice to one day keeps the chairs of whom it has forgotten, and gives them to who signs up again")
{
    Circle circle{2, 2};
    DiskPutBack disk{circle};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    disk.put_back();
    disk.exchange();
    CHECK(Circle::has_place(*circle.adults, 2));
    CHECK(circle.adults->activities().places(lunch).chairs() == 2);
    Circle::sign_up(*circle.adults, 3, 100);
    REQUIRE(Circle::has_place(*circle.adults, 3));
    disk.exchange();
    disk.put_back();
    Circle::sign_up(*circle.adults, 4, 200);
    for (int again = 0; again < 2; ++again) {  // the desk cannot tell with which of the two histories the kiosk goes on
        const auto said = disk.exchange()["places_forgotten"];
        REQUIRE(said.size() == 1);
        CHECK((said[0]["person"] == 3 && said[0]["is_told"] == false));
        CHECK(Circle::has_place(*circle.adults, 2));  // of whom the desk had told it before
        CHECK_FALSE(Circle::has_place(*circle.adults, 4));
    }
    CHECK(circle.program.run("programme publish ../programme -o ../out").said.find(
        "has a place at LUNCH-WIDE “Wide” that MC-ADULTS has forgotten, for its disk was put back. The chair is kept, and is theirs where they sign up there "
        "again.\n") != std::string::npos);
    Circle::sign_up(*circle.adults, 3, 300);
    disk.exchange();
    CHECK(Circle::has_place(*circle.adults, 3));
    CHECK_FALSE(Circle::has_place(*circle.adults, 4));
    CHECK(disk.exchange()["places_forgotten"].empty());
}

TEST_CASE("who gave a place up that had been taken up again is not given it once more when the disk is put back once more")
{
    const bool is_mark_put_back = GENERATE(false, true);
    Circle circle{1, 1};
    DiskPutBack disk{circle};
    Circle::sign_up(*circle.adults, 2, 1);
    disk.exchange();
    disk.put_back();
    disk.exchange();
    disk.exchange();
    REQUIRE(Circle::has_place(*circle.adults, 2));
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{2}, WithdrawalReason::by_person, morning + std::chrono::hours{4}, ClockTrust::trusted));
    disk.exchange();
    if (is_mark_put_back) disk.put_back_with_its_mark();
    else disk.put_back();
    for (int again = 0; again < 3; ++again) CHECK(disk.exchange()["places_forgotten"].empty());
    CHECK_FALSE(Circle::has_place(*circle.adults, 2));
}

TEST_CASE("a history that went on twice is one that still runs where the shorter of its ways is the newer one, and nobody is told anew by what it promised there")
{
    Circle circle{2, 2};
    DiskPutBack disk{circle};
    const auto at = [](int minute) { return morning + std::chrono::minutes{minute}; };
    for (const int minute : {1, 3, 5}) {
        Circle::sign_up(*circle.adults, 2, minute);
        REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{2}, WithdrawalReason::by_person, at(minute + 1), ClockTrust::trusted));
    }
    circle.export_of(*circle.adults, at(10));
    disk.put_back();
    disk.exchange();
    disk.exchange();
    disk.put_back_with_its_mark();
    Circle::sign_up(*circle.adults, 3, 150);
    REQUIRE(Circle::has_place(*circle.adults, 3));
    const auto said = disk.exchange()["places_forgotten"];
    REQUIRE(said.size() == 1);
    CHECK((said[0]["person"] == 3 && said[0]["is_told"] == false));
    for (int again = 0; again < 3; ++again) {
        disk.exchange();
        CHECK(Circle::has_place(*circle.adults, 3));
        CHECK(circle.adults->activities().places(lunch).chairs() <= 2);
    }
}

TEST_CASE("a chair that nobody has by any history of a disk that was put back twice goes to who waits")
{
    Circle circle{2, 2};
    DiskPutBack disk{circle};
    Circle::sign_up(*circle.adults, 2, 1);
    disk.exchange();
    disk.put_back();
    disk.exchange();
    Circle::sign_up(*circle.adults, 3, 100);
    disk.exchange();
    disk.put_back();
    Circle::sign_up(*circle.adults, 4, 200);
    disk.exchange();
    CHECK_FALSE(Circle::has_place(*circle.adults, 4));
    circle.write_folder(2, 1);
    for (int again = 0; again < 3; ++again) {
        circle.export_of(*circle.hospital);
        disk.exchange();
        CHECK(circle.import(*circle.hospital) == "(no error)");
    }
    CHECK(Circle::has_place(*circle.adults, 2));
    CHECK(Circle::has_place(*circle.adults, 4));  // the chair of the one that it has forgotten, and the hospital's, are kept
    CHECK(circle.adults->activities().places(lunch).chairs() == 2);
}

TEST_CASE("a disk that was put back twice loses no chair of an activity that is newer")
{
    Circle circle{2, 1};
    DiskPutBack disk{circle};
    disk.exchange();
    for (int times = 0; times < 2; ++times) {
        disk.put_back();
        disk.exchange();
    }
    add_next_lunch(circle);
    disk.exchange();
    for (const int person : {2, 3, 4}) REQUIRE(circle.adults->sign_ups().sign_up(next, PersonId{person}, morning + std::chrono::hours{9}, ClockTrust::trusted));
    for (int again = 0; again < 3; ++again) CHECK(disk.exchange()["shortfalls"].empty());
    CHECK((circle.adults->activities().places(next).promised() == 3 && circle.adults->activities().places(next).left() == 1));
}

TEST_CASE("of one disk in two computers only the one that the desk heard of last takes a programme's chairs")
{
    Circle circle{2, 2};
    TwoComputers both{circle};
    add_next_lunch(circle);
    both.exports(*both.twin);
    both.round();
    CHECK(both.twin->activities().places(next).chairs() == 4);
    CHECK(circle.adults->activities().places(next).chairs() == 0);
    CHECK((both.twin->activities().programme_is_for_here() && !circle.adults->activities().programme_is_for_here()));
    for (const int person : {2, 3, 4}) CHECK(both.sign_up_next(*both.twin, person));
    CHECK_FALSE(both.sign_up_next(*circle.adults, 6));
    both.exports(*both.twin);
    both.exports(*circle.adults);  // of which it hears last now
    const auto shortfalls = both.round()["shortfalls"];
    CHECK(circle.adults->activities().programme_is_for_here());
    CHECK(circle.adults->activities().places(next).chairs() == 0);  // the other has them
    CHECK(both.twin->activities().places(next).promised() == 3);
    REQUIRE(shortfalls.size() == 2);
    CHECK((shortfalls[1]["activity"] == "LUNCH-NEXT" && shortfalls[1]["has_several_histories"] == true));
    both.exports(*circle.adults);
    both.round();
    CHECK(circle.adults->activities().places(next).chairs() == 0);  // the twin has not said yet that it let go of its empty one
    both.exports(*both.twin);
    both.exports(*circle.adults);
    both.round();
    CHECK(Circle::has_place(*circle.adults, 2));
    CHECK(circle.adults->activities().places(next).promised() == 1);
}

TEST_CASE("when the other of two computers with one disk is said to be gone its empty chairs are the desk's, and whom it promised a place has that at the one that goes on")
{
    Circle circle{2, 2};
    TwoComputers both{circle};
    add_next_lunch(circle);
    both.exports(*both.twin);
    both.round();
    for (const int person : {2, 3}) REQUIRE(both.sign_up_next(*both.twin, person));
    CHECK_FALSE(both.sign_up_next(*circle.adults, 6));
    both.exports(*both.twin);
    both.exports(*circle.adults);
    const auto round = both.desk_round();
    CHECK(round["to_do"].dump().find("Say which machines are gone") != std::string::npos);
    REQUIRE(circle.import(*circle.adults, both.later()) == "(no error)");
    CHECK(circle.adults->activities().places(next).chairs() == 0);
    const auto retired = circle.program.run("kiosk retire MC-ADULTS --other-machines");
    REQUIRE(retired.code == 0);
    CHECK(retired.said.starts_with("One other machine of MC-ADULTS, or history of its disk, is gone"));
    CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").code != 0);
    for (int again = 0; again < 3; ++again) {
        both.exports(*circle.adults);
        both.desk_round();
        CHECK(circle.import(*circle.adults, both.later()) == "(no error)");
    }
    const auto places = circle.adults->activities().places(next);
    for (const int person : {2, 3, 6}) {
        const auto standing = places.standing_of(PersonId{person});
        CHECK((standing && std::holds_alternative<HasPlace>(*standing)));
    }
    CHECK(places.chairs() == 4);
    CHECK(Circle::has_place(*circle.adults, 3));  // at the lunch that both had, by the twin
    CHECK(both.desk_round()["published"]["places_forgotten"].empty());
}

TEST_CASE("a programme that reached one of two computers alone is not given a second time to the other")
{
    const bool is_said_to_be_gone = GENERATE(false, true);
    Circle circle{2, 2};
    TwoComputers both{circle};
    add_next_lunch(circle);
    both.exports(*both.twin);
    both.desk_round();
    REQUIRE(circle.import(*both.twin, both.later()) == "(no error)");  // the stick never comes to the other one
    for (const int person : {2, 3}) REQUIRE(both.sign_up_next(*both.twin, person));
    both.exports(*both.twin);
    both.desk_round();
    both.exports(*circle.adults);
    both.desk_round();
    if (is_said_to_be_gone) REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    for (int again = 0; again < 3; ++again) {
        both.desk_round();
        CHECK(circle.import(*circle.adults, both.later()) == "(no error)");
        CHECK(circle.adults->activities().places(next).left() == (is_said_to_be_gone ? 2 : 0));
        both.exports(*circle.adults);
    }
    const auto places = circle.adults->activities().places(next);
    CHECK(places.chairs() == (is_said_to_be_gone ? 4 : 0));
    CHECK(places.promised() == (is_said_to_be_gone ? 2 : 0));  // whom the other one promised it
}

TEST_CASE("a computer that went on as before beside the one whose history began anew keeps its empty chairs")
{
    Circle circle{4, 0};
    const auto folder = circle.program.folder.path();
    circle.adults.reset();
    std::filesystem::copy(folder / "MC-ADULTS", folder / "TWIN", std::filesystem::copy_options::recursive);
    circle.adults = KioskStore::open(folder / "MC-ADULTS", seeded(81), morning).value();
    const auto twin = KioskStore::open(folder / "TWIN", seeded(82), morning).value();
    int minutes = 0;
    const auto exchange = [&](KioskStore& store) {
        const auto now = morning + std::chrono::minutes{++minutes};
        circle.export_of(store, now);
        circle.round(fmt::format("2026-11-24T10:{:02}", minutes));
        CHECK(circle.import(store, now) == "(no error)");
    };
    exchange(*circle.adults);
    exchange(*circle.adults);
    exchange(*twin);  // sees that the other one went on, and begins anew
    exchange(*twin);
    Circle::sign_up(*circle.adults, 2, 30);
    minutes = 40;
    circle.export_of(*circle.adults, morning + std::chrono::minutes{minutes});
    for (int again = 0; again < 3; ++again) exchange(*twin);
    CHECK(circle.adults->activities().places(lunch).left() == 3);
    CHECK(twin->activities().places(lunch).chairs() == 0);
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    for (int again = 0; again < 3; ++again) exchange(*twin);
    CHECK(twin->activities().places(lunch).chairs() == 4);
    CHECK(Circle::has_place(*twin, 2));
}

TEST_CASE("a programme on its way to one of two computers is not given to the other before that has run a newer one")
{
    Circle circle{2, 2};
    TwoComputers both{circle};
    add_next_lunch(circle);
    both.exports(*both.twin);
    both.desk_round();
    const auto on_its_way = circle.program.folder / "late stick";
    std::filesystem::copy(circle.stick, on_its_way, std::filesystem::copy_options::recursive);
    both.exports(*circle.adults);
    both.desk_round();
    CHECK(circle.import(*circle.adults, both.later()) == "(no error)");
    CHECK(circle.adults->activities().places(next).chairs() == 0);
    REQUIRE(take_over(*both.twin, on_its_way, both.later()) == "(no error)");
    CHECK(both.twin->activities().places(next).chairs() == 4);
}

TEST_CASE("a chair that was given to somebody who waits at both computers is received by the one that it was decided for alone")
{
    Circle circle{0, 3};  // one is kept back at the desk
    Circle::sign_up(*circle.adults, 4, 1);  // before the disk is copied
    const TwoComputers both{circle};
    CHECK(Circle::has_place(*both.twin, 4) != Circle::has_place(*circle.adults, 4));
}

TEST_CASE("a disk that was put back twice, and on which nobody signed up, keeps no chair from who waits elsewhere")
{
    Circle circle{2, 1};
    DiskPutBack disk{circle};
    disk.exchange();
    for (int times = 0; times < 2; ++times) {
        disk.put_back();
        disk.exchange();
        disk.exchange();
    }
    REQUIRE(circle.adults->activities().places(lunch).left() == 2);
    for (const int person : {5, 6}) Circle::sign_up(*circle.hospital, person, 500);
    circle.export_of(*circle.hospital);
    CHECK(disk.exchange()["chairs_given"].size() == 1);  // of the desk's own
}

TEST_CASE("a computer that was said to be gone and exports again stands again, and its chairs are kept")
{
    Circle circle{2, 2};
    TwoComputers both{circle};
    add_next_lunch(circle);
    both.exports(*both.twin);
    both.round();
    CHECK_FALSE(both.sign_up_next(*circle.adults, 6));
    both.exports(*circle.adults);
    both.desk_round();
    REQUIRE(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);
    REQUIRE(both.sign_up_next(*both.twin, 2));
    both.exports(*both.twin);
    both.exports(*circle.adults);
    both.desk_round();
    CHECK(circle.import(*circle.adults, both.later()) == "(no error)");
    CHECK(circle.adults->activities().places(next).chairs() == 0);
    CHECK(circle.program.run("kiosk retire MC-ADULTS --other-machines").code == 0);  // again, for it stands
}
