// A disk that was put back twice to one day: the desk cannot know with which of its histories the kiosk goes on.
#include "disk_put_back.hpp"

using namespace refectory;
using namespace refectory::test;

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
    const auto add_line = [&](const char* file, const std::string& line) {
        const auto path = circle.program.folder / "programme" / file;
        put(path, file_text(path) + line);
    };
    add_line("activities.csv", "LUNCH-NEXT,lunch,planned,,Next,,2026-12-08,12:00,13:00,Hub,,1,,all,4,1\n");
    add_line("allotments.csv", "LUNCH-NEXT,MC-ADULTS,4\nLUNCH-NEXT,KC-HOSPITAL,0\n");
    disk.exchange();
    const ActivityId next{"LUNCH-NEXT"};
    for (const int person : {2, 3, 4}) REQUIRE(circle.adults->sign_ups().sign_up(next, PersonId{person}, morning + std::chrono::hours{9}, ClockTrust::trusted));
    for (int again = 0; again < 3; ++again) CHECK(disk.exchange()["shortfalls"].empty());
    CHECK((circle.adults->activities().places(next).promised() == 3 && circle.adults->activities().places(next).left() == 1));
}
