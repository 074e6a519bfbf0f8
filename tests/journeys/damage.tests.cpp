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
