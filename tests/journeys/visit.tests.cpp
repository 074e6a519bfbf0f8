#include "journeys/kiosk_in_front.hpp"

using namespace refectory;
using test::KioskInFront;

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
    kiosk.tap(words::welcome::visiting);
    kiosk.tap(words::visiting::type_instead);
    REQUIRE(kiosk.pilot.type("oka"));
    kiosk.tap("Dr Amara Okafor");
    REQUIRE(kiosk.pilot.type(kiosk.demonstration.visit_code == "111111" ? "222222" : "111111"));
    kiosk.tap(words::continue_);
    kiosk.reads("You can try 4 more");
    REQUIRE(kiosk.pilot.type(kiosk.demonstration.visit_code));
    kiosk.tap(words::continue_);
    kiosk.reads("Good morning, Dr Okafor");
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
