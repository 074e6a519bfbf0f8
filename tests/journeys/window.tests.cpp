#include "journeys/real_window.hpp"

using namespace refectory;
using namespace std::chrono_literals;
using test::comes_true, test::KioskInFront;

TEST_CASE("a sign-up in a real window is on disk when the program is killed and a strange code is refused")
{
    KioskInFront here;
    test::RealWindow window{":87"};
    std::this_thread::sleep_for(1s);
    window.tap(here, words::welcome::lunches);
    window.tap(here, "Social workers without borders");
    window.tap(here, words::activity::sign_me_up);
    std::this_thread::sleep_for(1500ms);
    REQUIRE(test::run({"xdotool", "type", "--delay", "150", "pri"}) == 0);
    REQUIRE(here.pilot.type("pri"));
    std::this_thread::sleep_for(1000ms);
    window.tap(here, "Priya Raman");
    window.tap(here, words::confirm::yes);
    REQUIRE(comes_true([&] { return window.count("sign_up") == 1; }));

    REQUIRE(test::run({"xdotool", "type", "--delay", "1", "https://example.org/menu"}) == 0);
    CHECK(comes_true([&] { return window.count("refusal WHERE reason = 'not ours'") == 1; }));

    CHECK(test::run({std::string{REFECTORY_BIN} + "/refectory-kiosk", "--data", window.data().string()}) == 1);  // one at a time

    window.kiosk->end(SIGKILL);
    const auto store = KioskStore::open(window.data(), test::seeded(3), here.now.wall);
    REQUIRE(store);
    CHECK((*store)->activities().places(ActivityId{"LUNCH-1"}).promised() == 1);
}
