// The pages behind the admin's: who is in, the week, feedback, what left, the kiosk and its clock, and corrections with a reason.
#include "journeys/kiosk_in_front.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/generators/catch_generators.hpp>

using namespace refectory;
using test::KioskInFront;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

void check_in(KioskInFront& here)
{
    here.scan(here.demonstration.pass);
    here.tap(words::visit::agree);
    here.tap(words::visit::check_in);
    here.tap(words::finish);
}

void find_sign_up_of(KioskInFront& here, std::string_view letters, std::string_view name)
{
    here.enter_admin();
    here.tap(words::admin::corrections);
    here.tap(words::corrections::find);
    REQUIRE(here.pilot.type(letters));
    here.tap(name);
}

std::int64_t number(KioskInFront& here, const std::string& sql)
{
    return SQLite::Database{(here.folder.path() / "data/kiosk.db").string()}.execAndGet(sql).getInt64();
}

}

TEST_CASE("the fire list names whoever is in and since when, two taps from the admin's page")
{
    KioskInFront here;
    check_in(here);
    here.enter_admin();
    CHECK_FALSE(here.pilot.shows("Okafor"));
    here.tap(words::admin::today);
    here.reads("Dr Amara Okafor");
    here.reads(words::today::expected);
    here.reads("check-in");
    here.tap(words::today::fire_list);
    here.reads(words::admin::one_is_in);
    here.reads("Dr Amara Okafor");
    here.reads("In since 11:52am");
    here.tap(words::back);
    here.reads(words::today::who_is_in);
}

TEST_CASE("an admin chooses another PIN, and the one before opens nothing")
{
    KioskInFront here;
    here.enter_admin();
    here.tap("MC-ADULTS");
    here.tap(words::kiosk::new_pin);
    for (int twice = 0; twice < 2; ++twice) {
        REQUIRE(here.pilot.type("402918"));
        here.tap(words::continue_);
    }
    here.reads(words::pin::chosen);
    here.tap(words::finish);
    here.enter_admin();
    here.reads("not the PIN");
    here.tap(words::back);
    here.enter_admin("402918");
    here.reads(words::admin::put_stick_in);
    CHECK(number(here, "SELECT count(*) FROM admin_entry WHERE action = 'pin chosen'") == 2);
}

TEST_CASE("each of the admin's pages closes by itself after a minute")
{
    struct Way {
        words::Words page;  // what stands on that page alone
        std::function<void(KioskInFront&)> go;
    };
    const auto taps = [](std::initializer_list<std::string_view> words) {
        return [all = std::vector<std::string_view>{words}](KioskInFront& here) {
            here.enter_admin();
            for (const auto one : all) here.tap(one);
        };
    };
    const auto sign_ups = [](KioskInFront& here) { find_sign_up_of(here, "Pri", "Priya Raman"); };
    const auto new_letters = [](KioskInFront& here) {
        here.enter_admin();
        here.tap(words::admin::corrections);
        here.tap(words::corrections::new_letters);
        REQUIRE(here.pilot.type("Pri"));
    };
    const Way ways[] = {
        {words::admin::put_stick_in, taps({})},
        {words::today::expected, taps({words::admin::today})},
        {"Visiting academics alone", taps({words::admin::today, words::today::fire_list})},
        {words::week::this_week, taps({words::admin::week})},
        {words::figures::lead, taps({words::admin::feedback})},
        {words::left::none, taps({words::admin::never_exported})},
        {words::kiosk::version_more, taps({"MC-ADULTS"})},
        {words::pin::choose, taps({"MC-ADULTS", words::kiosk::new_pin})},
        {words::clock::lead, taps({words::admin::clock_right})},
        {words::corrections::recorded, taps({words::admin::corrections})},
        {words::corrections::close_visit, taps({words::admin::corrections, words::corrections::close})},
        {words::corrections::whose, taps({words::admin::corrections, words::corrections::find})},
        {"Sign-ups of Priya Raman", sign_ups},
        {words::corrections::remove_it, [&](KioskInFront& here) { sign_ups(here), here.tap(words::corrections::remove); }},
        {words::new_letters::who, new_letters},
        {words::new_letters::yes, [&](KioskInFront& here) { new_letters(here), here.tap("Priya Raman"); }},
    };
    KioskInFront here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    check_in(here);
    for (const auto& [page, go] : ways) {
        go(here);
        here.reads(page);
        here.pass_time(std::chrono::seconds{59});
        here.reads(page);
        here.pass_time(std::chrono::seconds{1});
        here.reads(words::welcome::lunches);
        CHECK_FALSE(here.pilot.shows(page));
    }
}

TEST_CASE("the week says sign-ups and visits in numbers, and weeks before can be looked at")
{
    KioskInFront here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    check_in(here);
    here.enter_admin();
    here.tap(words::admin::week);
    here.reads(words::week::this_week);
    here.reads("1 sign-up and 1 visit");
    here.reads("Tue 24: 1 sign-up and 1 visit");
    here.reads("Wed 25: 0 sign-ups and 0 visits");
    here.tap(words::earlier);
    here.reads("The week of 16 November");
    here.reads("0 sign-ups and 0 visits");
    here.tap(words::week::later);
    here.reads(words::week::this_week);
}

TEST_CASE("feedback is told once its day has ended and from five answers on")
{
    KioskInFront here;
    const auto lunch = here.store->visits().expected_today(PersonId{1}, here.now.wall);
    REQUIRE(lunch);
    Answer answer;
    answer.kind = AnswerKind::feedback;
    answer.activity = lunch->id;
    answer.face = Face::useful;
    for (int i = 0; i < 4; ++i) REQUIRE(here.store->answers().record(answer));
    here.enter_admin();
    here.tap(words::admin::feedback);
    CHECK_FALSE(here.pilot.shows(lunch->topic));
    here.tap(words::admin::leave);
    here.pass_time(hours{24});
    here.enter_admin();
    here.tap(words::admin::feedback);
    here.reads(lunch->topic);
    here.reads(words::figures::too_few);
    here.tap(words::back);
    REQUIRE(here.store->answers().record(answer));
    here.tap(words::admin::feedback);
    CHECK_FALSE(here.pilot.reads().find("  0\n  5\n  0\n  0\n") == std::string::npos);
}

TEST_CASE("a visit that somebody forgot to check out of is closed with a reason, and its time counts as corrected")
{
    KioskInFront here;
    check_in(here);
    here.pass_time(hours{20});
    here.enter_admin();
    here.tap(words::admin::corrections);
    here.reads("In since yesterday at 11:52am");
    here.tap(words::corrections::close);
    here.reads("When did Dr Okafor leave?");
    here.tap(words::corrections::quarter_less);
    here.reads("1pm");
    CHECK_FALSE(here.pilot.tap(words::corrections::close_visit));  // not without a reason
    here.tap(words::corrections::forgotten);
    here.tap(words::corrections::close_visit);
    here.reads(words::corrections::closed);
    here.reads("1 hour 8 minutes");
    here.tap(words::admin::back);
    here.reads(words::corrections::none_open);
    CHECK(here.store->visits().given_by(PersonId{1}, here.now.wall - hours{30}, here.now.wall) == minutes{68});

    here.tap(words::back);
    const auto stick = here.folder.path() / "STICK", copy = here.folder.path() / "desk.db";
    here.export_to(stick);
    REQUIRE(collect_at_demonstration_desk(here.folder.path() / "desk", stick, copy, here.now.wall, test::seeded(9)));
    CHECK(SQLite::Database{copy.string()}.execAndGet("SELECT count(*) FROM visit_end WHERE corrected = 1").getInt() == 1);
}

TEST_CASE("a visit that was left open for days is named by the day on which it began")
{
    KioskInFront here;
    check_in(here);
    here.pass_time(hours{72});
    here.enter_admin();
    here.tap(words::admin::corrections);
    here.reads("In since Tuesday 24 November at 11:52am");
}

TEST_CASE("a visit that began before the clock was set back can be closed, and no time is counted for it")
{
    KioskInFront here;
    check_in(here);
    here.now.wall -= hours{2};
    here.pilot.settle();
    here.enter_admin();
    here.tap(words::admin::corrections);
    here.tap(words::corrections::close);
    here.reads("0 minutes");
    here.tap(words::corrections::quarter_more);
    here.reads("0 minutes");
    here.tap(words::corrections::forgotten);
    here.tap(words::corrections::close_visit);
    here.reads(words::corrections::closed);
    here.tap(words::admin::back);
    here.reads(words::corrections::none_open);
    CHECK(here.store->visits().given_by(PersonId{1}, here.now.wall - hours{30}, here.now.wall + hours{30}) == minutes{0});
}

TEST_CASE("a sign-up too many is removed with a reason")
{
    KioskInFront here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    find_sign_up_of(here, "Pri", "Priya Raman");
    here.tap(words::corrections::remove);
    here.reads("Priya Raman gives the place up to whoever waits first.");
    here.tap(words::corrections::twice);
    here.tap(words::corrections::remove_it);
    here.reads(words::corrections::removed);
    here.reads(words::corrections::place_is_free);
    here.tap(words::admin::back);
    here.reads(words::corrections::no_sign_ups);
    CHECK(number(here, "SELECT count(*) FROM withdrawal WHERE reason = 'corrected'") == 1);
    CHECK(number(here, "SELECT count(*) FROM correction WHERE reason = 'twice'") == 1);
}

TEST_CASE("who is taken off a waiting list is told to give no place up")
{
    KioskInFront here;
    for (const auto& [letters, name] : {std::pair{"mar", "Marcus Bell"}, {"chi", "Chidi Nwosu"}, {"fat", "Fatima Yusuf"}}) {
        here.sign_up("Caring for the carers", letters, name);
        here.tap(words::finish);
    }
    find_sign_up_of(here, "fat", "Fatima Yusuf");
    here.reads("Waits as number 1");
    here.tap(words::corrections::remove);
    here.reads("Fatima Yusuf waits for a place and leaves the waiting list.");
    here.tap(words::corrections::asked_for);
    here.tap(words::corrections::remove_it);
    here.reads(words::corrections::others_move_up);
}

TEST_CASE("the kiosk's page says its version, its programme's age, its disk and its scanner")
{
    KioskInFront here;
    here.enter_admin();
    here.tap("Programme 1");
    here.reads("Refectory test");
    here.reads(words::kiosk::made_today);
    here.reads(" free");
    here.reads(words::kiosk::scanner_never);
    here.reads(words::kiosk::nothing_doubted);
    here.scan(here.demonstration.pass);
    here.tap(words::not_me);
    here.enter_admin();
    here.tap("MC-ADULTS");
    here.reads(words::kiosk::scanner_heard);
}

TEST_CASE("what left the kiosk is listed with whether the desk has it")
{
    KioskInFront here;
    here.enter_admin();
    here.tap(words::admin::never_exported);
    here.reads(words::left::none);
    here.tap(words::back);
    here.export_to(here.folder.path() / "STICK");
    here.tap(words::admin::back);
    here.tap("Exported today");
    here.reads("Parcel 1, today at 11:52am");
    here.reads(words::left::on_its_way);
}

TEST_CASE("the clock is set by steps, is trusted from then on, and says what it marked before")
{
    KioskInFront here;
    here.now.wall += hours{3};
    here.frame();
    here.sign_up("Life stories at work", "Pri", "Priya Raman");
    here.tap(words::finish);
    here.enter_admin();
    here.tap(words::admin::clock_doubted);
    here.reads(words::clock::marked);
    here.reads("3 facts");  // the letters, the sign-up and the entry
    for (int i = 0; i < 3; ++i) here.tap("Hour: 1 less");
    here.tap(words::clock::set);
    here.reads(words::clock::is_set);
    here.reads("11:52am");
    here.tap(words::finish);
    CHECK_FALSE(here.store->clock().recall().untrusted);
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 1);
    CHECK(number(here, "SELECT clock FROM fact WHERE kind = 'clock_confirmed'") == 1);
}

TEST_CASE("a clock that cannot be set, or would be before the programme, is said in a sentence")
{
    KioskInFront here;
    here.clock_can_be_set = false;
    here.enter_admin();
    here.tap(words::admin::clock_right);
    here.tap("Day: 1 more");
    here.tap(words::clock::set);
    here.reads("The clock is locked.");
    here.tap("Year: 1 less");
    here.tap(words::clock::set);
    here.reads("This kiosk’s programme was made on");
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 0);
}

TEST_CASE("a date far ahead of what the kiosk has is asked for twice")
{
    KioskInFront here;
    here.enter_admin();
    here.tap(words::admin::clock_right);
    here.tap("Year: 1 more");
    here.tap(words::clock::set);
    here.reads("That is 365 days later than it was here.");
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 0);
    here.tap("Month: 1 more");  // another date is asked for anew
    here.tap(words::clock::set);
    here.reads("That is 395 days later than it was here.");
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 0);
    here.tap(words::clock::set);
    here.reads(words::clock::is_set);
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 1);
}

TEST_CASE("a doubted clock that is far ahead is confirmed by two taps, one that is near by one")
{
    KioskInFront here;
    const bool is_far = GENERATE(true, false);
    here.now.wall += is_far ? hours{24 * 40} : hours{5};
    here.frame();
    here.enter_admin();
    here.tap(words::admin::clock_doubted);
    here.tap(words::clock::confirm);
    if (is_far) {
        here.reads("That is 40 days later than it was here.");
        CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 0);
        here.tap(words::clock::confirm);
    }
    here.reads(words::admin::clock_right);
    CHECK(number(here, "SELECT count(*) FROM clock_confirmed") == 1);
}
