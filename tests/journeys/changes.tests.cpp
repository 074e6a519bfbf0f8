// What the desk changed after people signed up: where they see it.
#include "journeys/next_programme.hpp"
#include "support/brought.hpp"

using namespace refectory;
using test::KioskInFront;

namespace {

// The programme comes with a stick, as it does when an admin exports.
void bring_programme(KioskInFront& here, const test::ChangeActivity& change)
{
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    test::publish_to(here, stick, change);
    here.enter_admin();
    here.export_to(stick);
    here.tap(words::finish);
}

}

TEST_CASE("what was cancelled after people signed up stands on the first page and at one's own place with its reason")
{
    KioskInFront here;
    here.sign_up("Reflective supervision", "pri", "Priya Raman");
    const auto letters = here.letters_shown();
    here.tap(words::finish);
    here.sign_up("Social workers without borders", "mar", "Marcus Bell");
    here.tap(words::finish);
    bring_programme(here, [](Activity& activity) {
        const bool is_supervision = activity.topic.starts_with("Reflective supervision");
        if (!is_supervision && !activity.topic.starts_with("Social workers without borders")) return;
        activity.state = ActivityState::cancelled;
        activity.reason = is_supervision ? "The academic is ill." : "The hub is closed.";
    });
    if (here.pilot.shows("The hub is closed.")) here.pass_time(std::chrono::minutes{1});  // each of two has its minute
    here.reads("of 2: Cancelled: Wednesday 25 November, “Reflective supervision");
    here.reads("The academic is ill.");
    CHECK_FALSE(here.pilot.shows("The hub is closed."));
    here.pass_time(std::chrono::minutes{1});
    here.reads("of 2: Cancelled: Tuesday 24 November, “Social workers without borders");
    here.reads("The hub is closed.");
    here.look_up("pri", "Priya Raman", letters);
    here.reads("Reflective supervision");
    here.reads(words::state::cancelled);
    here.reads("The academic is ill.");
    CHECK_FALSE(here.pilot.shows(words::mine::place));
    CHECK_FALSE(here.pilot.shows(words::mine::calendar));
}

TEST_CASE("the next lunch says on the first page that it was moved, and to whom it was promised also why")
{
    KioskInFront here;
    const auto says_moved = [&] {
        return std::ranges::any_of(here.stage.transcript().elements(), [](const auto& element) { return element.words == words::state::moved; });
    };
    here.sign_up("Social workers without borders", "pri", "Priya Raman");
    const auto letters = here.letters_shown();
    here.tap(words::finish);
    CHECK_FALSE(says_moved());
    bring_programme(here, [](Activity& activity) {
        if (!activity.topic.starts_with("Social workers without borders")) return;
        activity.state = ActivityState::moved;
        activity.reason = "The hub is being painted.";
        activity.place = "meeting room 4";
    });
    CHECK(says_moved());
    here.reads("Moved: Tuesday 24 November, “Social workers without borders");
    here.reads("The hub is being painted.");
    here.look_up("pri", "Priya Raman", letters);
    CHECK(says_moved());
    here.reads("The hub is being painted.");
    here.reads("meeting room 4");
    here.reads(words::mine::place);
}

TEST_CASE("who comes for what was moved to yesterday reads so on the first page and at their own place, and is asked to give nothing up")
{
    KioskInFront here;
    here.sign_up("Reflective supervision", "pri", "Priya Raman");
    const auto letters = here.letters_shown();
    here.tap(words::finish);
    const auto yesterday = here.now.wall - std::chrono::days{1};
    bring_programme(here, [&](Activity& activity) {
        if (!activity.topic.starts_with("Reflective supervision")) return;
        activity.state = ActivityState::moved;
        activity.reason = "The chamber was free a day earlier.";
        activity.ends = yesterday + (activity.ends - activity.starts);
        activity.starts = yesterday;
    });
    here.reads("Moved: ");
    here.reads("The chamber was free a day earlier.");
    here.look_up("pri", "Priya Raman", letters);
    here.reads("Yesterday");
    here.reads(words::mine::over);
    here.reads("The chamber was free a day earlier.");
    CHECK_FALSE(here.pilot.shows(words::mine::place));
    CHECK_FALSE(here.pilot.shows(words::mine::calendar));
    CHECK_FALSE(here.pilot.shows(words::mine::cancel));
    here.tap(words::finish);
    here.enter_admin();  // from the welcome page, to which that leads
    here.tap(words::admin::corrections);
    here.tap(words::corrections::find);
    REQUIRE(here.pilot.type("pri"));
    here.tap("Priya Raman");
    here.reads(words::corrections::no_sign_ups);  // there is nothing left to remove either
}

TEST_CASE("who is about to sign up when the programme moves it reads where it is now, and confirms that")
{
    KioskInFront here;
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    here.tap(words::welcome::lunches);
    here.tap("Social workers without borders");
    here.tap(words::activity::sign_me_up);
    REQUIRE(here.pilot.type("pri"));
    here.tap("Priya Raman");
    test::publish_to(here, stick, [](Activity& activity) {
        if (activity.topic.starts_with("Social workers without borders")) activity.place = "meeting room 4";
    });
    REQUIRE(test::take_over(*here.store, stick, here.now.wall) == "(no error)");  // as at the end of an export that ran on
    here.tap(words::confirm::yes);
    here.reads(words::confirm::for_what_now);
    here.reads("meeting room 4");
    here.tap(words::confirm::yes);  // quickly twice: nobody has read it
    CHECK_FALSE(here.pilot.shows(words::done::place));
    here.now.wall += std::chrono::seconds{2};
    test::publish_to(here, stick, [](Activity& activity) {
        if (!activity.topic.starts_with("Social workers without borders")) return;
        activity.place = "meeting room 4";
        activity.place_detail = "Kingsley House";
    });
    REQUIRE(test::take_over(*here.store, stick, here.now.wall) == "(no error)");
    here.tap(words::confirm::yes);
    here.reads("Kingsley House");
    CHECK_FALSE(here.pilot.shows(words::done::place));
    here.now.wall += std::chrono::seconds{2};
    here.tap(words::confirm::yes);
    here.reads(words::done::place);
}

TEST_CASE("what was moved months ahead stands on the first page, and before one's other sign-ups")
{
    KioskInFront here;
    here.sign_up("Social workers without borders", "pri", "Priya Raman");
    const auto letters = here.letters_shown();
    here.tap(words::finish);
    here.sign_up("Reflective supervision", "pri", "Priya Raman");
    here.tap(words::finish);
    bring_programme(here, [](Activity& activity) {
        if (!activity.topic.starts_with("Reflective supervision")) return;
        activity.state = ActivityState::moved;
        activity.reason = "The speaker has a new post.";
        activity.starts += std::chrono::days{75};
        activity.ends += std::chrono::days{75};
    });
    here.reads("The speaker has a new post.");
    here.look_up("pri", "Priya Raman", letters);
    const auto text = here.pilot.reads();
    const auto moved = text.find("Reflective supervision"), other = text.find("Social workers without borders");
    REQUIRE((moved != std::string::npos && other != std::string::npos));
    CHECK(moved < other);
}

TEST_CASE("whoever has left the programme looks up their place all the same")
{
    KioskInFront here;
    here.sign_up("Reflective supervision", "pri", "Priya Raman");
    const auto letters = here.letters_shown();
    here.tap(words::finish);
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    test::publish_to(here, stick, {}, PersonId{11});
    here.enter_admin();
    here.export_to(stick);
    here.tap(words::finish);
    here.look_up("pri", "Priya Raman", letters);
    here.reads(words::mine::place);
}
