#include "desk/programme_folder.hpp"
#include "journeys/kiosk_in_front.hpp"
#include "store/snapshot.hpp"

using namespace refectory;
using test::KioskInFront;

TEST_CASE("a practitioner signs up and has a place and letters")
{
    KioskInFront kiosk;
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    kiosk.reads(words::done::place);
    CHECK(kiosk.letters_shown().size() == own_letters_count);
    CHECK(kiosk.store->activities().places(ActivityId{"LUNCH-1"}).promised() == 1);
    kiosk.tap(words::finish);
    kiosk.reads("7 places left");
}

TEST_CASE("a full lunch has a waiting list and a cancelled place goes to the first who waits")
{
    KioskInFront kiosk;
    kiosk.sign_up("Caring for the carers", "mar", "Marcus Bell");
    const auto letters = kiosk.letters_shown();
    kiosk.tap(words::finish);
    kiosk.sign_up("Caring for the carers", "chi", "Chidi Nwosu");
    kiosk.tap(words::finish);
    kiosk.sign_up("Caring for the carers", "fat", "Fatima Yusuf");
    kiosk.reads("You are number 1 on the waiting list here");
    const auto fatimas = kiosk.letters_shown();
    kiosk.tap(words::finish);

    kiosk.look_up("mar", "Marcus Bell", letters);
    kiosk.tap(words::mine::cancel);
    kiosk.tap(words::cancel::yes);
    kiosk.reads(words::cancel::done);
    kiosk.tap(words::finish);

    kiosk.look_up("fat", "Fatima Yusuf", fatimas);
    kiosk.reads(words::mine::place);
}

TEST_CASE("the same person is not signed up twice and is not told without letters")
{
    KioskInFront kiosk;
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    kiosk.tap(words::finish);
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    kiosk.reads(words::already::title);
    CHECK_FALSE(kiosk.pilot.shows(words::done::place));
    CHECK(kiosk.store->activities().places(ActivityId{"LUNCH-1"}).promised() == 1);
}

TEST_CASE("somebody who is not in the programme adds themselves with a team")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Life stories at work");
    kiosk.tap(words::activity::sign_me_up);
    REQUIRE(kiosk.pilot.type("Zoë O'Hara"));
    kiosk.tap(words::who::add_me);
    kiosk.tap(words::continue_);
    kiosk.reads(words::add_me::choose_team);
    kiosk.tap("Adults team");
    kiosk.tap(words::continue_);
    kiosk.reads("Zoë O'Hara");
    kiosk.tap(words::confirm::yes);
    kiosk.reads(words::done::place);
}

TEST_CASE("somebody of a team that is not invited is told for whom it is")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Life stories at work");
    kiosk.tap(words::activity::sign_me_up);
    REQUIRE(kiosk.pilot.type("Zara"));
    kiosk.tap(words::who::add_me);
    kiosk.tap("Hospital team");
    kiosk.tap(words::continue_);
    kiosk.reads(words::not_invited::title);
    CHECK(kiosk.store->activities().places(ActivityId{"LUNCH-3"}).promised() == 0);
}

TEST_CASE("no names show before three letters and never more than four")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Social workers without borders");
    kiosk.tap(words::activity::sign_me_up);
    REQUIRE(kiosk.pilot.type("pr"));
    CHECK_FALSE(kiosk.pilot.shows("Priya Raman"));
    REQUIRE(kiosk.pilot.type("i"));
    kiosk.reads("Priya Raman");
    kiosk.reads("Pritpal Gill");
}

TEST_CASE("no page that anybody can open names a practitioner, signed up or not, but whom the programme says to ask for")
{
    KioskInFront kiosk;
    for (const auto& [letters, name] : {std::pair{"pri", "Priya Raman"}, {"mar", "Marcus Bell"}}) {
        kiosk.sign_up("Social workers without borders", letters, name);
        kiosk.tap(words::finish);
    }
    const auto shown = read_programme_folder(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", local_date(kiosk.now.wall)).value().all;
    const auto nobody_is_named = [&](std::string_view announced) {
        for (const auto& person : shown.people)
            if (person.role == Role::practitioner && !announced.contains(person.name)) {
                INFO(kiosk.pilot.reads());
                CHECK_FALSE(kiosk.pilot.shows(person.name));
            }
    };
    kiosk.tap(words::welcome::lunches);
    nobody_is_named("");
    int opened = 0;
    for (const auto& activity : shown.activities) {
        if (!kiosk.pilot.tap(activity.topic)) continue;
        ++opened;
        nobody_is_named(activity.place_detail);
        if (kiosk.pilot.tap(words::activity::ask)) {
            nobody_is_named("");
            kiosk.tap(words::back);
        }
        kiosk.tap(words::back);
    }
    CHECK(opened >= 4);
    kiosk.tap(words::back);
    kiosk.tap(words::welcome::feedback);
    nobody_is_named("");
    kiosk.tap("What students see first");
    nobody_is_named("");
    kiosk.tap(words::feedback::very_useful);
    nobody_is_named("");
}

TEST_CASE("five wrong tries of the letters make even the right ones wait")
{
    KioskInFront kiosk;
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    const auto letters = kiosk.letters_shown();
    const auto wrong = letters == "BBBB" ? "CCCC" : "BBBB";
    kiosk.tap(words::finish);
    kiosk.look_up("pri", "Priya Raman", wrong);
    kiosk.reads("You can try 4 more");
    for (int i = 0; i < 4; ++i) {
        REQUIRE(kiosk.pilot.type(wrong));
        kiosk.tap(words::continue_);
    }
    REQUIRE(kiosk.pilot.type(letters));
    kiosk.tap(words::continue_);
    kiosk.reads("tried too often");
    kiosk.pass_time(std::chrono::seconds{50});
    kiosk.tap(words::back);
    kiosk.tap("Priya Raman");
    kiosk.pass_time(std::chrono::seconds{20});
    REQUIRE(kiosk.pilot.type(letters));
    kiosk.tap(words::continue_);
    kiosk.reads("Hello, Priya");
}

TEST_CASE("an activity that moved says so with its reason and a cancelled one cannot be signed up for")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("The politics of risk");
    kiosk.reads(words::state::moved);
    kiosk.reads("The lecture hall is being repaired");
    kiosk.tap(words::back);
    kiosk.tap(words::more);
    kiosk.tap("Working with struggling students");
    kiosk.reads(words::state::cancelled);
    CHECK_FALSE(kiosk.pilot.tap(words::activity::sign_me_up));
}

TEST_CASE("erasing a name empties it from every file and gives the place up")
{
    KioskInFront kiosk;
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    const auto letters = kiosk.letters_shown();
    kiosk.tap(words::finish);
    kiosk.look_up("pri", "Priya Raman", letters);
    kiosk.tap(words::mine::erase);
    kiosk.tap(words::erase::yes);
    kiosk.reads(words::erase::done);
    kiosk.reads(words::erase::done_more);
    CHECK(kiosk.store->activities().places(ActivityId{"LUNCH-1"}).promised() == 0);
    for (const auto& file : std::filesystem::recursive_directory_iterator{kiosk.folder.path() / "data"}) {
        if (file.is_directory()) continue;
        std::ifstream stream{file.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        INFO(file.path());
        CHECK_FALSE(bytes.contains("Priya"));
        CHECK_FALSE(bytes.contains("priya"));
    }
    REQUIRE(demonstrate(*kiosk.store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", kiosk.folder.path() / "desk",
                        kiosk.now.wall, test::seeded(9)));
    CHECK_FALSE(kiosk.store->people().find(PersonId{11}));
}

TEST_CASE("who erases their name while an export runs is told that its end clears the files, and it does")
{
    KioskInFront kiosk;
    const auto data = kiosk.folder.path() / "data";
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    const auto letters = kiosk.letters_shown();
    kiosk.tap(words::finish);
    kiosk.look_up("pri", "Priya Raman", letters);
    auto read_by_an_export = Snapshot::open(data / "kiosk.db").value();
    kiosk.tap(words::mine::erase);
    kiosk.tap(words::erase::yes);
    kiosk.reads(words::erase::done);
    kiosk.reads(words::erase::done_soon);
    read_by_an_export.reset();
    kiosk.store->exports().ended();
    CHECK_FALSE(kiosk.store->owes_sweep());
    CHECK_FALSE(test::file_text(data / "kiosk.db").contains("Priya"));
}

TEST_CASE("a form that is left alone asks and then clears itself")
{
    KioskInFront kiosk;
    kiosk.tap(words::welcome::lunches);
    kiosk.tap("Social workers without borders");
    kiosk.tap(words::activity::sign_me_up);
    REQUIRE(kiosk.pilot.type("pri"));
    kiosk.pass_time(std::chrono::seconds{61});
    kiosk.reads(words::still_there::title);
    kiosk.tap(words::still_there::yes);
    kiosk.reads("Priya Raman");
    kiosk.pass_time(std::chrono::seconds{91});
    kiosk.reads(words::welcome::no_names);
    CHECK_FALSE(kiosk.pilot.shows("Priya"));
}

TEST_CASE("nothing is drawn for a minute on the welcome page when nobody is there")
{
    KioskInFront kiosk;
    CHECK(kiosk.kiosk.next_change(kiosk.now) == std::chrono::minutes{1});
}

TEST_CASE("what was promised is there after the program starts again")
{
    KioskInFront kiosk;
    kiosk.sign_up("Social workers without borders", "pri", "Priya Raman");
    kiosk.store.reset();
    const auto again = KioskStore::open(kiosk.folder.path() / "data", test::seeded(7), kiosk.now.wall).value();
    CHECK(again->activities().places(ActivityId{"LUNCH-1"}).promised() == 1);
    kiosk.store = KioskStore::open(kiosk.folder.path() / "data", test::seeded(8), kiosk.now.wall).value();
}
