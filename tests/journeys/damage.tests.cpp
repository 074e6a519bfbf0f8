// A disk that spoils a database while somebody stands at the kiosk.
#include "exchange/collect.hpp"
#include "journeys/next_programme.hpp"
#include "journeys/real_window.hpp"
#include "journeys/service_manager.hpp"
#include "support/patience.hpp"
#include "support/spoilt_table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

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

TEST_CASE("the program mends a database that is spoilt while somebody stands at it, and serves the next one without being started again")
{
    KioskInFront here;
    const test::ServiceManager manager;
    test::RealWindow window{":85"};
    const auto journal_has = [&](std::string_view sentence, std::size_t times) {
        const auto text = test::file_text(window.journal());
        std::size_t count = 0;
        for (auto at = text.find(sentence); at != std::string::npos; at = text.find(sentence, at + 1)) ++count;
        return count == times;
    };
    window.tap(here, words::welcome::lunches);
    window.tap(here, "Social workers without borders");
    window.tap(here, words::activity::ask);
    for (const auto& data : {window.data(), here.folder.path() / "data"}) test::put(data / "answers.db", std::string(9000, 'x'));
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    REQUIRE(test::run({"xdotool", "type", "--delay", "150", "why"}) == 0);
    REQUIRE(here.pilot.type("why"));
    window.tap(here, words::ask::send);
    CHECK(journal_has("The window is 1280 by 800", 1));
    window.tap(here, words::finish);
    REQUIRE(test::comes_true([&] { return journal_has("The window is 1280 by 800", 2); }));
    CHECK(journal_has(" starts, with its data in ", 1));
    CHECK_FALSE(test::names_in(window.data() / "put-aside").empty());

    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    window.tap(here, words::welcome::lunches);
    window.tap(here, "Social workers without borders");
    window.tap(here, words::activity::sign_me_up);
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    REQUIRE(test::run({"xdotool", "type", "--delay", "150", "pri"}) == 0);
    REQUIRE(here.pilot.type("pri"));
    window.tap(here, "Priya Raman");
    window.tap(here, words::confirm::yes);
    CHECK(test::comes_true([&] { return window.count("sign_up") == 1; }));
    CHECK(std::ranges::count(manager.told(), "STOPPING=1") == 0);  // who says so is ended some seconds later
    CHECK(window.kiosk->end(SIGTERM) == 0);
    CHECK(manager.told().back() == "STOPPING=1");
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

TEST_CASE("damage that the hourly backup finds is to be mended once nobody is in the middle of something")
{
    KioskInFront here;
    here.store->wait_for_backup();
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    {
        // The newest fact is another than the one that was hashed. Nothing that is read says so.
        SQLite::Database data{(here.folder.path() / "data/kiosk.db").string(), SQLite::OPEN_READWRITE};
        data.exec("DROP TRIGGER sign_up_stands; UPDATE sign_up SET person = 13 WHERE seq = (SELECT max(seq) FROM fact)");
    }
    here.pass_time(std::chrono::hours{1});
    here.store->wait_for_backup();
    here.tap(words::welcome::lunches);
    here.pass_time(std::chrono::minutes{1});
    CHECK_FALSE(here.kiosk.is_at_first_page());
    CHECK_FALSE(here.store->met_damage());
    here.pass_time(std::chrono::minutes{1});
    CHECK(here.kiosk.is_at_first_page());
    CHECK(here.store->met_damage());
}

TEST_CASE("a last backup that is hours old is pointed out to the admin")
{
    KioskInFront here;
    here.store->wait_for_backup();
    test::put(here.folder.path() / "data/backups/kiosk.part/in the way", "");
    const auto hours_later = [&](int passed) {
        here.pass_time(std::chrono::hours{passed});
        here.store->wait_for_backup();
        here.pass_time(std::chrono::minutes{1});
        here.store->wait_for_backup();
        here.enter_admin();
    };
    hours_later(2);
    CHECK_FALSE(here.pilot.shows(words::admin::no_backup));
    here.tap(words::admin::leave);
    hours_later(1);
    here.tap(words::admin::no_backup);
    here.reads("Today at 11:52am");
    CHECK_FALSE(here.store->met_damage());
}

TEST_CASE("damaged data is told on the admin's pages, with the backup that took its place")
{
    KioskInFront here{1, test::FirstStart::no, [](const auto& data) { test::spoil(data / "kiosk.db"); }};
    here.enter_admin();
    here.tap(words::admin::mended);
    here.reads("Damaged data was found on 24 November");
    here.reads("A backup made today at 11:52am was taken");
}

TEST_CASE("the admin reads that free chairs come with the next programme, where what the desk decided was for what the data was before")
{
    KioskInFront here{1, test::FirstStart::no, [](const auto& data) { test::spoil(data / "kiosk.db"); }};
    const auto stick = here.folder.path() / "STICK";
    here.enter_admin();
    here.reads(words::admin::programme_without_chairs);
    test::publish_to(here, stick);  // by a desk that has not heard of it since
    here.export_to(stick);
    here.tap(words::admin::back);
    here.reads(words::admin::programme_without_chairs);
    {
        const auto desk = Desk::open(here.folder.path() / "desk/desk", test::seeded(8), here.now.wall).value();
        REQUIRE(collect(desk->store().database(), desk->age_keys().identity, desk->find_key(), {&stick, 1}, here.now.wall));
    }
    test::publish_to(here, stick);
    here.export_to(stick);
    here.tap(words::admin::back);
    CHECK(here.store->activities().header()->serial == 3);
    CHECK_FALSE(here.pilot.shows(words::admin::programme_without_chairs));
}

TEST_CASE("damage that the start did not meet is found by a look beside it, and nobody has to touch the kiosk")
{
    KioskInFront here{1, test::FirstStart::no, [](const auto& data) { test::spoil_table(data / "kiosk.db", "expectation"); }};
    here.reads(words::welcome::lunches);
    CHECK(test::comes_true([&] {
        here.pass_time(std::chrono::minutes{1});
        return here.store->met_damage();
    }));
}

TEST_CASE("whatever table was spoilt while the kiosk was off, its first page comes up and it comes to know of it")
{
    std::vector<std::string> names;
    {
        KioskInFront here;
        SQLite::Database database{(here.folder.path() / "data/kiosk.db").string(), SQLite::OPEN_READONLY};
        SQLite::Statement pages{database, "SELECT name FROM sqlite_schema s WHERE type = 'table' AND rootpage > 0 AND NOT EXISTS "
                                        "(SELECT 1 FROM pragma_table_info(s.name) c WHERE c.name = 'origin')"};  // the store's tests spoil the facts' as well
        while (pages.executeStep()) names.push_back(pages.getColumn(0).getString());
    }
    for (const auto& name : names) {
        CAPTURE(name);
        KioskInFront here{1, test::FirstStart::no, [&](const auto& data) { test::spoil_table(data / "kiosk.db", name); }};
        const bool is_mended = std::filesystem::exists(here.folder.path() / "data/put-aside");
        CHECK((is_mended || test::comes_true([&] {
            here.pass_time(std::chrono::minutes{1});
            return here.store->met_damage();
        })));
    }
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
