// Chairs and receipts, there and back.
#include "circle.hpp"

#include <catch2/generators/catch_generators.hpp>

#include <set>
#include <thread>

using namespace refectory;
using namespace refectory::test;

TEST_CASE("a round gives the desk's chairs to those who waited longest, and the kiosks keep the desk's word")
{
    Circle circle;
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}, {4, 5}}) Circle::sign_up(*circle.adults, person, minute);
    for (const auto& [person, minute] : {std::pair{5, 3}, {6, 4}}) Circle::sign_up(*circle.hospital, person, minute);
    circle.export_of(*circle.adults);
    circle.export_of(*circle.hospital);
    const auto said = circle.round();
    REQUIRE(said["published"]["chairs_given"].size() == 2);
    CHECK((said["published"]["chairs_given"][0]["person"] == 3 && said["published"]["chairs_given"][0]["since"].is_string()));
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

TEST_CASE("a desk that begins anew publishes to a stick that is full of an earlier desk's programmes, and the kiosk takes the new one")
{
    Circle circle;
    circle.export_of(*circle.adults);
    for (int serial = 1; serial <= 80; ++serial)
        put(circle.stick / fmt::format("refectory-programme-MC-ADULTS-{:06}.zip.age", serial), "of a desk that is gone");
    put(circle.stick / "refectory-programme-MC-ADULTS-9000000000.zip.age", "somebody's mischief");
    CHECK(circle.round()["published"]["serial"] == 81);
    REQUIRE(circle.import(*circle.adults).starts_with("(no error)"));
    CHECK(circle.adults->activities().header()->serial == 81);
    CHECK(circle.round()["published"]["serial"] == 82);
}

TEST_CASE("a place that was decided on when the files could not be written is told with the next publication")
{
    Circle circle{0, 0};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    put(circle.program.folder / "file", "no folder");
    CHECK(circle.program.run("programme publish ../programme -o ../file").code == 1);
    const auto said = circle.program.run("programme publish ../programme -o ../stick").said;
    CHECK(said.find("Priya Raman (person 2) gets a place at LUNCH-WIDE “Wide”: who waited at MC-ADULTS since 2026-11-24 at ") != std::string::npos);
    CHECK(circle.program.run("programme publish ../programme -o ../stick").said.find("Priya Raman") == std::string::npos);
}

TEST_CASE("a place that was decided on and could not be said is told with the next publication, with its reason")
{
    Circle circle{0, 0};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto unsaid = circle.program.run("programme publish ../programme -o ../stick", "2026-11-24T09:00", "/dev/full");
    CHECK(unsaid.code == 1);
    CHECK(unsaid.complained == "It was done, but what there is to say could not be written out.\n");
    const auto said = circle.program.run("--json programme publish ../programme -o ../stick").said;
    CHECK(said.find(R"("kiosk":"MC-ADULTS","person":2,"sign_up":"MC-ADULTS.)") != std::string::npos);
    CHECK(circle.program.run("programme publish ../programme -o ../stick").said.find("Priya Raman") == std::string::npos);
}

TEST_CASE("of publications that are made at once each has its own serial, and no chair is given twice")
{
    Circle circle{0, 0};
    for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}, {4, 3}}) Circle::sign_up(*circle.adults, person, minute);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    constexpr int publications = 4;
    std::vector<std::jthread> at_once;
    for (int i = 0; i < publications; ++i)
        at_once.emplace_back([&circle, i] {
            (void)circle.program.run(fmt::format("--json programme publish ../programme -o ../out-{}", i), "2026-11-24T09:00", fmt::format("../said-{}", i));
        });
    at_once.clear();
    std::set<std::int64_t> serials;
    for (int i = 0; i < publications; ++i) {
        const auto said = file_text(circle.program.folder / fmt::format("said-{}", i));
        INFO(said);
        REQUIRE(nlohmann::json::accept(said));
        serials.insert(nlohmann::json::parse(said)["serial"].get<std::int64_t>());
    }
    CHECK(serials.size() == publications);
    CHECK(number_in(circle.program.folder / "desk/desk.db", "SELECT count(*) FROM chair_given") == 3);
    CHECK(number_in(circle.program.folder / "desk/desk.db", "SELECT count(DISTINCT person) FROM chair_given") == 3);
}

TEST_CASE("the programme that a new kiosk begins with gives no chair to those who wait, and none of them is forgotten")
{
    Circle circle{0, 0};
    Circle::sign_up(*circle.adults, 2, 1);
    Circle::sign_up(*circle.adults, 3, 2);
    circle.export_of(*circle.adults);
    CHECK(circle.program.run("collect ../stick").code == 0);
    put(circle.program.folder / "file", "no folder");
    CHECK(circle.program.run("programme publish ../programme -o ../file").code == 1);  // decided, and nobody was told
    Circle::sign_up(*circle.hospital, 5, 3);
    circle.export_of(*circle.hospital);
    CHECK(circle.program.run("collect ../stick").code == 0);
    circle.set_up("MC-TWO", "Adults team", "Medway Council");
    const auto given = circle.round()["published"]["chairs_given"];
    REQUIRE(given.size() == 3);
    for (const int person : {2, 3, 5})
        CHECK(std::ranges::count(given, person, [](const auto& chair) { return chair["person"].template get<int>(); }) == 1);
    CHECK(circle.import(*circle.hospital) == "(no error)");
    CHECK(Circle::has_place(*circle.hospital, 5));
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
    const auto said = circle.round("2026-11-24T18:00");
    CHECK(said["collected"]["new"] == 1);
    CHECK(said["collected"]["gaps"].empty());
    CHECK(circle.adults->exports().waiting(morning).facts > 0);
    CHECK(circle.import(*circle.adults, morning + std::chrono::hours{9}) == "(no error)");
    CHECK(circle.adults->exports().waiting(morning).facts == 0);
    const auto confirmed = circle.adults->exports().confirmed();
    REQUIRE(confirmed);
    CHECK(confirmed->at == morning + std::chrono::hours{8});
    CHECK_FALSE(circle.adults->exports().oldest_unconfirmed(morning + std::chrono::days{1}));
}

TEST_CASE("a lunch that is cancelled after people signed up says so at the kiosk, and cannot vanish from the spreadsheets")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    REQUIRE(circle.program.run("collect ../stick").code == 0);
    const auto activities = circle.program.folder / "programme/activities.csv", allotments = circle.program.folder / "programme/allotments.csv";
    put(activities, file_text(activities).substr(0, file_text(activities).find('\n') + 1));
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

TEST_CASE("whoever has a place or waits is told what becomes of a lunch to which their kiosk's team is no longer invited, and has no chairs of")
{
    const bool has_place = GENERATE(true, false);
    CAPTURE(has_place);
    Circle circle{has_place ? 1 : 0, 1};
    Circle::sign_up(*circle.adults, 2, 1);
    CHECK(Circle::has_place(*circle.adults, 2) == has_place);
    std::filesystem::create_directories(circle.stick);
    if (!has_place) circle.export_of(*circle.adults);  // who has a place is told also before the desk has heard of them
    circle.write_folder(1, 1, "cancelled", "The academic is ill");
    const auto activities = circle.program.folder / "programme/activities.csv";
    auto lines = file_text(activities);
    put(activities, lines.replace(lines.find(",all,"), 5, ",Hospital team,"));
    put(circle.program.folder / "programme/allotments.csv", "activity,kiosk,chairs\nLUNCH-WIDE,KC-HOSPITAL,1\n");
    circle.round();
    CHECK(circle.import(*circle.adults) == "(no error)");
    const auto own = circle.adults->sign_ups().of_person(PersonId{2}, morning);
    REQUIRE(own.size() == 1);
    CHECK(own[0].activity.state == ActivityState::cancelled);
    CHECK(own[0].activity.reason == "The academic is ill");
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
