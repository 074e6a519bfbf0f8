// Whom a kiosk promised a place, or gave a chair, in what its disk lost when it was put back.
#include "disk_put_back.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("whom a kiosk promised a place before its disk was put back has it again, and nobody else gets the chair")
{
    Circle circle{3, 1};
    Circle::sign_up(*circle.adults, 2, 1);
    DiskPutBack disk{circle};
    Circle::sign_up(*circle.adults, 3, 2);
    Circle::sign_up(*circle.adults, 4, 3);
    circle.export_of(*circle.adults);
    circle.round();
    disk.put_back();
    CHECK_FALSE(circle.adults->activities().places(lunch).standing_of(PersonId{3}));
    Circle::sign_up(*circle.adults, 5, 4);
    Circle::sign_up(*circle.adults, 4, 5);
    CHECK_FALSE(Circle::has_place(*circle.adults, 5));
    const auto said = disk.exchange();
    REQUIRE(said["places_forgotten"].size() == 2);
    for (const auto& one : said["places_forgotten"]) CHECK((one["kiosk"] == "MC-ADULTS" && one["is_told"] == true));
    CHECK((said["chairs_given"].empty() && said["double_sign_ups"].empty()));
    for (const int person : {2, 3, 4}) CHECK(Circle::has_place(*circle.adults, person));
    CHECK_FALSE(Circle::has_place(*circle.adults, 5));
    CHECK(circle.adults->sign_ups().of_person(PersonId{3}, morning).size() == 1);
    for (int again = 0; again < 2; ++again) {
        const auto later = disk.exchange();
        CHECK((later["places_forgotten"].empty() && later["chairs_given"].empty()));
        CHECK(circle.adults->activities().places(lunch).chairs() == 3);
    }
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning + std::chrono::hours{5}, ClockTrust::trusted));
    CHECK(Circle::has_place(*circle.adults, 5));
    CHECK(disk.exchange()["places_forgotten"].empty());
    CHECK_FALSE(circle.adults->activities().places(lunch).standing_of(PersonId{3}));
}

TEST_CASE("whoever a kiosk added in what its disk has lost has the place again under their name")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    const auto added = circle.adults->sign_ups().sign_up_new_person(lunch, "Wilhelmina Quartermaine", "Adults team", "Medway Council", morning, ClockTrust::trusted);
    REQUIRE(added);
    circle.export_of(*circle.adults);
    circle.round();
    disk.put_back();
    const auto found = [&] { return circle.adults->people().search_signed_up("quarter", morning); };
    CHECK(found().empty());
    for (int again = 0; again < 3; ++again) {  // also when the desk has heard that the place is taken up
        disk.exchange();
        REQUIRE(found().size() == 1);
        CHECK(found()[0].name == "Wilhelmina Quartermaine");
        CHECK(circle.adults->sign_ups().of_person(found()[0].id, morning).size() == 1);
    }
    circle.program.run("person erase " + std::to_string(found()[0].id.value));
    disk.exchange();
    CHECK(found().empty());
}

TEST_CASE("whoever has a place again but no letters any more gets letters by signing up once more")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    disk.exchange();
    REQUIRE(Circle::has_place(*circle.adults, 3));
    const auto sign_up = [&](int minute) {
        return circle.adults->sign_ups().sign_up(lunch, PersonId{3}, morning + std::chrono::minutes{minute}, ClockTrust::trusted).value();
    };
    const auto again = sign_up(100);
    REQUIRE((again.was_already && again.new_letters));
    CHECK(circle.adults->people().check_letters(PersonId{3}, *again.new_letters));
    CHECK_FALSE(sign_up(101).new_letters);
}

TEST_CASE("the round names who keeps a place that a kiosk had forgotten, and says how many in its five lines")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.find("Decided    0 chairs were given to people who waited, and 1 place was told to the kiosk that had forgotten it.\n") != std::string::npos);
    CHECK(said.find("\nGareth Price (person 3) keeps the place at LUNCH-WIDE “Wide”: MC-ADULTS has forgotten it, for its disk was put back, and its programme "
                    "tells it again.\n") != std::string::npos);
}

TEST_CASE("a place that was to be told to the kiosk again when the files could not be written is told with the next publication as one that is kept")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    put(circle.program.folder / "file", "no folder");
    REQUIRE(circle.program.run("programme publish ../programme -o ../file").code == 1);
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.contains("Decided    0 chairs were given to people who waited, and 1 place was told to the kiosk that had forgotten it.\n"));
    CHECK(said.contains("\nGareth Price (person 3) keeps the place at LUNCH-WIDE “Wide”: MC-ADULTS has forgotten it"));
    CHECK_FALSE(said.contains("who waited at"));
    CHECK(circle.round()["published"]["places_forgotten"].empty());
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 3));
}

TEST_CASE("a place that was told to the kiosk again, and could not be said, is told as one that is kept though the kiosk has taken it up")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("round ../stick --programme ../programme", "2026-11-24T10:00", "/dev/full").code == 1);
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    REQUIRE(Circle::has_place(*circle.adults, 3));
    circle.export_of(*circle.adults, morning + std::chrono::hours{3});
    const auto said = circle.round("2026-11-24T12:00")["published"];
    CHECK(said["chairs_given"].empty());
    REQUIRE(said["places_forgotten"].size() == 1);
    CHECK((said["places_forgotten"][0]["person"] == 3 && said["places_forgotten"][0]["is_told"] == true));
}

TEST_CASE("a chair from the desk that a kiosk received before its disk was put back is received again")
{
    Circle circle{1, 1};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    DiskPutBack disk{circle};
    REQUIRE(disk.exchange()["chairs_given"].size() == 1);
    REQUIRE(Circle::has_place(*circle.adults, 3));
    disk.exchange();
    disk.put_back();
    CHECK_FALSE(Circle::has_place(*circle.adults, 3));
    const auto said = disk.exchange();
    CHECK((said["chairs_given"].empty() && said["places_forgotten"].empty()));  // it is the same chair
    CHECK(Circle::has_place(*circle.adults, 3));
    disk.exchange();
    CHECK(circle.adults->activities().places(lunch).chairs() == 2);
}

TEST_CASE("a chair that was received, withdrawn from and given on before the disk was put back stays with whom it was given on to")
{
    Circle circle{1, 1};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    for (const auto& [person, minute] : {std::pair{5, 3}, {6, 4}, {4, 5}}) Circle::sign_up(*circle.hospital, person, minute);
    DiskPutBack disk{circle};
    const auto at_hospital = [&](int hour) {
        circle.export_of(*circle.hospital, morning + std::chrono::hours{hour});
        disk.exchange();
        CHECK(circle.import(*circle.hospital, morning + std::chrono::hours{hour}) == "(no error)");
    };
    at_hospital(1);
    REQUIRE((Circle::has_place(*circle.adults, 3) && Circle::has_place(*circle.hospital, 6)));
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning + std::chrono::minutes{70}, ClockTrust::trusted));
    for (int hour = 2; hour < 5; ++hour) at_hospital(hour);
    REQUIRE(Circle::has_place(*circle.hospital, 4));
    disk.put_back();
    for (int hour = 5; hour < 8; ++hour) at_hospital(hour);
    CHECK(Circle::has_place(*circle.adults, 2));
    CHECK_FALSE(Circle::has_place(*circle.adults, 3));
    CHECK(circle.adults->activities().places(lunch).chairs() == 1);
}

TEST_CASE("of an activity that the disk does not know of when it is put back, nothing is promised before the desk has read that")
{
    Circle circle{1, 1};
    DiskPutBack disk{circle};
    const ActivityId later{"LUNCH-LATER"};
    const auto folder = circle.program.folder / "programme";
    put(folder / "activities.csv", file_text(folder / "activities.csv") + "LUNCH-LATER,lunch,planned,,Later,,2026-12-08,12:00,13:00,Hub,,1,,all,2,1\n");
    put(folder / "allotments.csv", file_text(folder / "allotments.csv") + "LUNCH-LATER,MC-ADULTS,2\n");
    disk.exchange();
    const auto sign_up = [&](std::int64_t person, int minute) {
        REQUIRE(circle.adults->sign_ups().sign_up(later, PersonId{person}, morning + std::chrono::minutes{minute}, ClockTrust::trusted));
    };
    const auto seated = [&] { return circle.adults->activities().places(later).people_with_a_place(); };
    sign_up(2, 70);
    sign_up(3, 71);
    REQUIRE(seated().size() == 2);
    disk.exchange();
    disk.put_back();
    disk.exchange();
    sign_up(4, 200);
    CHECK(seated().empty());
    CHECK(disk.exchange()["places_forgotten"].size() == 2);
    CHECK(std::ranges::is_permutation(seated(), std::vector{PersonId{2}, PersonId{3}}));
    CHECK(circle.adults->activities().places(later).waiting() == 1);
}

TEST_CASE("who withdrew and signed up again before the kiosk is told has the place that it had forgotten")
{
    Circle circle{1, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    circle.round();
    Circle::sign_up(*circle.adults, 3, 70);
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning + std::chrono::minutes{80}, ClockTrust::trusted));
    Circle::sign_up(*circle.adults, 3, 90);
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 3));
}

TEST_CASE("whoever withdraws before the kiosk is told of the place that it had forgotten is not seated again, and the chair is free")
{
    Circle circle{1, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    CHECK(circle.round()["published"]["places_forgotten"].size() == 1);
    Circle::sign_up(*circle.adults, 3, 70);
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning + std::chrono::minutes{80}, ClockTrust::trusted));
    Circle::sign_up(*circle.adults, 4, 90);
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK_FALSE(circle.adults->activities().places(lunch).standing_of(PersonId{3}));
    CHECK(Circle::has_place(*circle.adults, 4));
    CHECK(disk.exchange()["places_forgotten"].empty());
    CHECK(circle.adults->activities().places(lunch).chairs() == 1);
}

TEST_CASE("who is erased has no place that a kiosk had forgotten any more")
{
    Circle circle{1, 1};
    DiskPutBack disk{circle};
    disk.forget_place_of(3);
    Circle::sign_up(*circle.adults, 4, 5);
    circle.export_of(*circle.adults, morning + std::chrono::hours{1});
    REQUIRE(circle.program.run("person erase 3").code == 0);
    circle.take_out_of_people(3);
    CHECK(circle.round()["published"]["places_forgotten"].empty());
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{2}) == "(no error)");
    CHECK(Circle::has_place(*circle.adults, 4));
}

// Which of two facts under one number stands at the desk is told by their hashes, so by chance.
TEST_CASE("a disk that came back with its mark, so that one origin goes on twice, has its places of both histories")
{
    for (const int minute : {2, 3, 4}) {
        CAPTURE(minute);
        Circle circle{3, 1};
        Circle::sign_up(*circle.adults, 2, 1);
        DiskPutBack disk{circle};
        Circle::sign_up(*circle.adults, 3, minute);
        Circle::sign_up(*circle.adults, 4, minute + 1);
        circle.export_of(*circle.adults);
        circle.round();
        disk.put_back_with_its_mark();
        Circle::sign_up(*circle.adults, 5, 40);
        REQUIRE(Circle::has_place(*circle.adults, 5));  // it does not know yet that it was put back
        const auto said = disk.exchange();
        CHECK(said["places_forgotten"].size() == 2);
        CHECK(said["chairs_given"].empty());
        CHECK(disk.exchange()["places_forgotten"].empty());  // now that the desk has heard of what begins anew
        for (const int person : {2, 3, 4, 5}) CHECK(Circle::has_place(*circle.adults, person));
        Circle::sign_up(*circle.adults, 6, 70);
        CHECK_FALSE(Circle::has_place(*circle.adults, 6));
        for (int again = 0; again < 2; ++again) {
            const auto later = disk.exchange();
            CHECK((later["places_forgotten"].empty() && later["chairs_given"].empty()));
        }
        CHECK(circle.adults->activities().places(lunch).chairs() == 4);
    }
}

TEST_CASE("who withdraws where a disk came back with its mark has no place by what it lost")
{
    Circle circle{3, 1};
    DiskPutBack disk{circle};
    Circle::sign_up(*circle.adults, 3, 2);
    circle.export_of(*circle.adults);
    circle.round();
    disk.put_back_with_its_mark();
    Circle::sign_up(*circle.adults, 3, 40);
    REQUIRE(circle.adults->sign_ups().withdraw(lunch, PersonId{3}, WithdrawalReason::by_person, morning + std::chrono::minutes{50}, ClockTrust::trusted));
    for (int again = 0; again < 3; ++again) {
        CHECK(disk.exchange()["places_forgotten"].empty());
        CHECK_FALSE(circle.adults->activities().places(lunch).standing_of(PersonId{3}));
    }
    CHECK(circle.adults->activities().places(lunch).chairs() == 3);
}

TEST_CASE("time is counted in each history of a disk that came back with its mark, though its visits have the same numbers")
{
    Circle circle;
    DiskPutBack disk{circle};
    const auto check_in = [&](int person, int minute) {
        REQUIRE(circle.adults->visits().check_in({PersonId{person}, {}, Means::pass, PassNumber{7}, 1}, morning + std::chrono::minutes{minute}, ClockTrust::trusted));
    };
    const auto check_out = [&](int person, int minute) {
        const auto visit = circle.adults->visits().open_visit(PersonId{person});
        REQUIRE(visit);
        REQUIRE(circle.adults->visits().check_out(*visit, PersonId{person}, Means::pass, {}, morning + std::chrono::minutes{minute}, ClockTrust::trusted));
    };
    const auto minutes = [&] {
        std::map<int, int> all;
        const auto said = nlohmann::json::parse(circle.program.run("--json visits").said);
        for (const auto& person : said["people"]) all[person["person"]] = person["minutes"];
        return all;
    };
    check_in(1, 1);
    check_out(1, 31);
    check_in(2, 5);
    circle.export_of(*circle.adults, morning + std::chrono::minutes{40});
    circle.round();
    CHECK(minutes() == std::map<int, int>{{1, 30}, {2, 0}});
    disk.put_back_with_its_mark();
    check_in(1, 60);
    disk.exchange();
    CHECK(minutes() == std::map<int, int>{{1, 30}, {2, 0}});
    check_in(3, 80);
    check_in(2, 80);
    check_out(1, 105);
    check_out(2, 90);
    disk.exchange();
    CHECK(minutes() == std::map<int, int>{{1, 75}, {2, 10}, {3, 0}});
}

TEST_CASE("whose visit ended keeps that end, though an admin closes another's visit under the same number")
{
    Circle circle;
    DiskPutBack disk{circle};
    auto& store = circle.adults;
    const auto at = [](int minute) { return morning + std::chrono::minutes{minute}; };
    const auto check_in = [&](int person, int minute) {
        REQUIRE(store->visits().check_in({PersonId{person}, {}, Means::pass, PassNumber{7}, 1}, at(minute), ClockTrust::trusted));
    };
    check_in(1, 1);
    REQUIRE(store->visits().check_out(*store->visits().open_visit(PersonId{1}), PersonId{1}, Means::pass, {}, at(31), ClockTrust::trusted));
    circle.export_of(*store, at(32));
    circle.round();
    disk.put_back_with_its_mark();
    check_in(2, 40);
    disk.exchange();
    const auto open = store->visits().who_is_in();
    REQUIRE(open.size() == 1);
    REQUIRE(store->corrections().close_visit(open[0], at(90), CorrectionReason::forgotten, at(180), ClockTrust::trusted));
    disk.exchange();
    const auto said = nlohmann::json::parse(circle.program.run("--json visits").said);
    std::map<int, int> minutes;
    for (const auto& person : said["people"]) minutes[person["person"]] = person["minutes"];
    CHECK(minutes == std::map<int, int>{{1, 30}, {2, 50}});
}

TEST_CASE("whom a kiosk seats by a raised allotment is named, and is given no chair of the desk's beside it")
{
    Circle circle{1, 1};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}}) Circle::sign_up(*circle.adults, person, minute);
    for (const auto& [person, minute] : {std::pair{5, 3}, {6, 4}}) Circle::sign_up(*circle.hospital, person, minute);
    circle.write_folder(2, 1);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital, morning + std::chrono::minutes{5});
    const auto said = circle.program.run("round ../stick --programme ../programme").said;
    CHECK(said.contains("Decided    2 chairs were given to people who waited.\n"));
    CHECK(said.contains("To do      Nothing else is to be done.\n"));
    CHECK_FALSE(circle.program.run("status").said.contains("Waiting for a chair"));
    CHECK(said.find("Gareth Price (person 3) gets a place at LUNCH-WIDE “Wide”: number 1 of those who wait, at MC-ADULTS since 2026-11-24 at 09:02, and the "
                    "kiosk's allotment has room.\n") != std::string::npos);
    CHECK(said.find("Vic Cole (person 6) gets a place at LUNCH-WIDE “Wide”: number 2 of those who wait") != std::string::npos);
    for (auto* store : {circle.adults.get(), circle.hospital.get()}) CHECK(circle.import(*store, morning + std::chrono::hours{1}) == "(no error)");
    CHECK((Circle::has_place(*circle.adults, 3) && Circle::has_place(*circle.hospital, 6)));
    CHECK(circle.adults->activities().places(lunch).left() == 0);
}
