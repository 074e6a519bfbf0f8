#include "desk/desk.hpp"
#include "journeys/kiosk_in_front.hpp"

using namespace refectory;
using test::KioskInFront;
using test::seeded;

namespace {

// From any page to the one where a code is typed.
void choose_name(KioskInFront& kiosk)
{
    if (kiosk.pilot.shows(words::still_there::title) || !kiosk.pilot.shows(words::welcome::visiting)) kiosk.pass_time(std::chrono::minutes{10});
    kiosk.tap(words::welcome::visiting);
    kiosk.tap(words::visiting::type_instead);
    REQUIRE(kiosk.pilot.type("oka"));
    kiosk.tap("Dr Amara Okafor");
}

}

TEST_CASE("an academic checks in and out with a pass and the time is counted")
{
    KioskInFront kiosk;
    kiosk.scan(kiosk.demonstration.pass);
    kiosk.reads("Good morning, Dr Okafor");
    kiosk.reads("Your host is Joan Mercer");
    kiosk.reads(words::visit::no_talk);
    kiosk.reads(words::visit::no_consent);
    kiosk.tap(words::visit::check_in);
    kiosk.reads(words::visit::agree_first);
    kiosk.tap(words::visit::agree);
    kiosk.tap(words::visit::check_in);
    kiosk.reads(words::visit::checked_in);
    CHECK(kiosk.store->visits().open_visit(PersonId{1}));

    kiosk.pass_time(std::chrono::minutes{95});
    kiosk.scan(kiosk.demonstration.pass);
    kiosk.reads("1 hour 35 minutes");
    kiosk.tap(words::check_out::met);
    kiosk.tap(words::feedback::useful);
    kiosk.tap(words::check_out::check_out);
    kiosk.reads(words::check_out::done);
    CHECK_FALSE(kiosk.store->visits().open_visit(PersonId{1}));
    CHECK(kiosk.store->visits().given_by(PersonId{1}, kiosk.now.wall - std::chrono::days{1}, kiosk.now.wall) ==
          std::chrono::minutes{95});
}

TEST_CASE("a pass is taken on any page and never typed into a field")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Social workers without borders");
    kiosk.tap(words::activity::ask);
    REQUIRE(kiosk.pilot.type("Half a question"));
    kiosk.scan(kiosk.demonstration.pass);
    kiosk.reads("Good morning, Dr Okafor");
    CHECK(kiosk.store->answers().count() == 0);
}

TEST_CASE("a code that is no pass says why and what to do")
{
    KioskInFront kiosk;
    kiosk.scan("HTTPS://EXAMPLE.ORG/MENU");
    kiosk.reads(words::pass::not_ours);
    kiosk.tap(words::pass::use_code);
    kiosk.reads(words::who::title);
}

TEST_CASE("a pass with a letter changed or cut off opens nothing")
{
    KioskInFront kiosk;
    auto changed = kiosk.demonstration.pass;
    changed[20] = changed[20] == 'A' ? 'B' : 'A';
    kiosk.scan(changed);
    kiosk.reads(words::pass::not_ours);
    kiosk.scan(kiosk.demonstration.pass.substr(0, 60));
    kiosk.reads(words::pass::damaged);
    CHECK_FALSE(kiosk.store->visits().open_visit(PersonId{1}));
}

TEST_CASE("an academic who is not expected may check in unscheduled")
{
    KioskInFront kiosk;
    kiosk.pass_time(std::chrono::hours{24 * 2});
    kiosk.scan(kiosk.demonstration.pass);
    kiosk.reads(words::pass::not_expected);
    kiosk.tap(words::pass::check_in_anyway);
    kiosk.reads(words::visit::unscheduled);
    kiosk.tap(words::visit::agree);
    kiosk.tap(words::visit::check_in);
    const auto visit = kiosk.store->visits().open_visit(PersonId{1});
    REQUIRE(visit);
    CHECK_FALSE(kiosk.store->visits().activity_of(*visit));
}

TEST_CASE("without a pass the name and the visit code let an academic in")
{
    KioskInFront kiosk;
    choose_name(kiosk);
    REQUIRE(kiosk.pilot.type(kiosk.demonstration.visit_code == "111111" ? "222222" : "111111"));
    kiosk.tap(words::continue_);
    kiosk.reads("You can try 4 more");
    REQUIRE(kiosk.pilot.type(kiosk.demonstration.visit_code));
    kiosk.tap(words::continue_);
    kiosk.reads("Good morning, Dr Okafor");
}

TEST_CASE("the letters on a pass do what scanning it does")
{
    KioskInFront kiosk;
    const auto type_letters = [&](const std::string& letters) {
        REQUIRE(kiosk.pilot.type(letters));
        kiosk.tap(words::continue_);
    };
    choose_name(kiosk);
    CHECK_FALSE(kiosk.pilot.type("A"));
    type_letters(kiosk.demonstration.pass_letters);
    kiosk.reads("Good morning, Dr Okafor");
    kiosk.tap(words::visit::agree);
    kiosk.tap(words::visit::check_in);
    kiosk.reads(words::visit::checked_in);
    kiosk.tap(words::finish);
    kiosk.pass_time(std::chrono::minutes{95});
    choose_name(kiosk);
    type_letters(kiosk.demonstration.pass_letters);
    kiosk.reads("1 hour 35 minutes");
    kiosk.tap(words::check_out::check_out);
    CHECK_FALSE(kiosk.store->visits().open_visit(PersonId{1}));
    kiosk.tap(words::finish);

    kiosk.pass_time(std::chrono::hours{24 * 2});
    choose_name(kiosk);
    type_letters(kiosk.demonstration.pass_letters);
    kiosk.reads(words::pass::not_expected);
    kiosk.tap(words::pass::check_in_anyway);
    kiosk.reads(words::visit::unscheduled);
    kiosk.pass_time(std::chrono::hours{24 * 90});
    choose_name(kiosk);
    type_letters(kiosk.demonstration.pass_letters);
    kiosk.reads(words::pass::expired);
}

TEST_CASE("wrong letters of a pass are counted, and five make everybody wait")
{
    KioskInFront kiosk;
    choose_name(kiosk);
    const auto& right = kiosk.demonstration.pass_letters;
    const std::string wrong = right == "BBBBBBBB" ? "CCCCCCCC" : "BBBBBBBB";
    for (const auto* left : {"You can try 4 more", "You can try 3 more", "You can try 2 more", "You can try once more"}) {
        REQUIRE(kiosk.pilot.type(wrong));
        kiosk.tap(words::continue_);
        kiosk.reads(left);
    }
    REQUIRE(kiosk.pilot.type(wrong));
    kiosk.tap(words::continue_);
    REQUIRE(kiosk.pilot.type(right));
    kiosk.tap(words::continue_);
    CHECK_FALSE(kiosk.pilot.shows("Good morning"));
    kiosk.pass_time(std::chrono::minutes{1});
    kiosk.tap(words::still_there::yes);
    REQUIRE(kiosk.pilot.type(right));
    kiosk.tap(words::continue_);
    kiosk.reads("Good morning, Dr Okafor");
}

TEST_CASE("the page of codes takes six digits or eight letters and never a mixture")
{
    KioskInFront kiosk;
    choose_name(kiosk);
    REQUIRE(kiosk.pilot.type("12B3"));
    kiosk.reads("123");
    for (int i = 0; i < 3; ++i) kiosk.tap("Erase");
    REQUIRE(kiosk.pilot.type("BC1DFGHJKL"));
    kiosk.reads("BCDFGHJK");
}

TEST_CASE("the letters of a pass that was withdrawn open nothing and say why")
{
    KioskInFront kiosk;
    const auto seed = seeded(7);
    const auto desk = Desk::open(kiosk.folder / "desk/desk", seed, kiosk.now.wall).value();
    REQUIRE(desk->withdraw_pass(PassNumber{1}, kiosk.now.wall));
    REQUIRE(demonstrate(*kiosk.store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", kiosk.folder / "desk", kiosk.now.wall, seed));
    choose_name(kiosk);
    REQUIRE(kiosk.pilot.type(kiosk.demonstration.pass_letters));
    kiosk.tap(words::continue_);
    kiosk.reads(words::pass::withdrawn);
    CHECK_FALSE(kiosk.store->visits().open_visit(PersonId{1}));
}

TEST_CASE("feedback is one tap and can be taken back")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::feedback);
    kiosk.tap("What students see first");
    kiosk.tap(words::feedback::very_useful);
    kiosk.reads(words::feedback::thanks);
    CHECK(kiosk.store->answers().count() == 1);
    kiosk.tap(words::feedback::undo);
    CHECK(kiosk.store->answers().count() == 0);
}

TEST_CASE("a question waits for the academic without a name")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Social workers without borders");
    kiosk.tap(words::activity::ask);
    REQUIRE(kiosk.pilot.type("Why there?"));
    kiosk.tap(words::ask::send);
    kiosk.reads(words::ask::done);
    kiosk.tap(words::finish);
    kiosk.scan(kiosk.demonstration.pass);
    kiosk.reads("Why there?");
}
