// A disk that spoils a database while somebody stands at the kiosk.
#include "journeys/kiosk_in_front.hpp"

using namespace refectory;
using test::KioskInFront;

TEST_CASE("what cannot be saved on a spoilt database is said, and the kiosk knows that it is to be mended")
{
    KioskInFront here;
    const auto answers = here.folder.path() / "data/answers.db";
    REQUIRE_FALSE(here.store->met_damage());
    here.tap(words::welcome::lunches);
    here.tap("Social workers without borders");
    here.tap(words::activity::ask);
    test::put(answers, std::string(9000, 'x'));
    REQUIRE(here.pilot.type("Why so early?"));
    here.tap(words::ask::send);
    here.reads(words::trouble::title);
    CHECK(here.store->met_damage());
    CHECK_FALSE(here.kiosk.is_at_first_page());
    here.tap(words::finish);
    CHECK(here.kiosk.is_at_first_page());
}

TEST_CASE("the kiosk makes its backups by itself while it stands there")
{
    KioskInFront here;
    here.store->wait_for_backup();
    CHECK(here.store->newest_backup() == here.now.wall);
    here.pass_time(std::chrono::hours{2});
    here.store->wait_for_backup();
    CHECK(here.store->newest_backup() == here.now.wall);
}

TEST_CASE("damaged data is told on the admin's pages, with the backup that took its place")
{
    KioskInFront here{1, test::FirstStart::no, [](const auto& data) { test::spoil(data / "kiosk.db"); }};
    here.enter_admin();
    here.tap(words::admin::mended);
    here.reads("Damaged data was found on 24 November");
    here.reads("A backup made today at 11:52am was taken");
}

TEST_CASE("a kiosk without damage tells when its last backup was made")
{
    KioskInFront here;
    here.store->wait_for_backup();
    here.enter_admin();
    here.tap("MC-ADULTS");
    here.reads(words::kiosk::backup);
}

TEST_CASE("a kiosk that lost all that it had asks to be set up again and says why")
{
    KioskInFront here{1, test::FirstStart::no, [](const auto& data) {
        test::spoil(data / "kiosk.db");
        std::filesystem::remove_all(data / "backups");
    }};
    here.reads(words::set_up::title);
    here.reads(words::set_up::after_damage);
}
