// Somebody who added themselves, from the page that says how long the name is kept to the day on which it is in no file.
#include "journeys/kiosk_in_front.hpp"
#include "support/brought.hpp"

using namespace refectory;
using test::KioskInFront;

namespace {

bool data_holds(const KioskInFront& here, std::string_view text)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator{here.folder.path() / "data"})
        if (entry.is_regular_file() && test::file_text(entry.path()).find(text) != std::string::npos) return true;
    return false;
}

void add(KioskInFront& here, std::string_view name)
{
    here.tap(words::welcome::lunches);
    here.tap("Life stories at work");
    here.tap(words::activity::sign_me_up);
    here.reads("30 days after your last activity");
    REQUIRE(here.pilot.type(name));
    here.tap(words::who::add_me);
    here.reads("kept here until 30 days after");
    here.tap("Adults team");
    here.tap(words::continue_);
    here.reads("kept here until 30 days after");
    here.tap(words::confirm::yes);
    here.reads(words::done::place);
    here.tap(words::finish);
}

void carry_to_the_desk_and_back(KioskInFront& here)
{
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    Exporter exporter{"test"};
    REQUIRE(exporter.start(*here.store, stick, here.now.wall, ClockTrust::trusted));
    std::optional<Result<Exported>> end;
    while (!(end = exporter.take_end(*here.store, here.now.wall, ClockTrust::trusted))) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    REQUIRE(*end);
    REQUIRE(go_round_at_demonstration_desk(here.folder.path() / "desk", std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", stick,
                                           here.now.wall, test::seeded(9)));
    REQUIRE(test::take_over(*here.store, stick, here.now.wall) == "(no error)");
}

}

TEST_CASE("a name that somebody added is forgotten by the kiosk itself, thirty days after what it was needed for")
{
    KioskInFront here;
    add(here, "Zora Quartermaine");
    carry_to_the_desk_and_back(here);
    here.pass_time(std::chrono::days{20});
    CHECK(data_holds(here, "Quartermaine"));
    here.pass_time(std::chrono::days{20});
    CHECK_FALSE(data_holds(here, "Quartermaine"));
    CHECK_FALSE(data_holds(here, "quartermaine"));
}

TEST_CASE("a clock set a year ahead forgets nobody for a day, and nobody at all where it is put right by then")
{
    KioskInFront here;
    add(here, "Zora Quartermaine");
    carry_to_the_desk_and_back(here);
    here.pass_time(std::chrono::minutes{1});
    here.enter_admin();
    here.tap(words::admin::clock_right);
    here.tap("Year: 1 more");
    here.tap(words::clock::set);
    here.tap(words::clock::set);
    here.tap(words::finish);
    here.pass_time(std::chrono::hours{23});
    CHECK(data_holds(here, "Quartermaine"));
    SECTION("nobody looks")
    {
        here.pass_time(std::chrono::hours{2});
        CHECK_FALSE(data_holds(here, "Quartermaine"));
    }
    SECTION("it is put right")
    {
        here.enter_admin();
        here.tap(words::admin::clock_right);
        here.tap("Year: 1 less");
        here.tap(words::clock::set);
        here.tap(words::finish);
        here.pass_time(std::chrono::hours{26});
        CHECK(data_holds(here, "Quartermaine"));
    }
}
