#include "journeys/real_window.hpp"
#include "journeys/service_manager.hpp"

#include <algorithm>

using namespace refectory;
using namespace std::chrono_literals;
using test::comes_true, test::KioskInFront;

TEST_CASE("the program says that it is up once its first page is shown, before anybody comes")
{
    const test::ServiceManager manager;
    const test::RealWindow window{":86"};
    CHECK(comes_true([&] { return std::ranges::count(manager.told(), "READY=1") > 0; }));
}

TEST_CASE("a kiosk that cannot start says why on the screen, and ends when it is to try again")
{
    const test::RealWindow window{":83", {"--drawing", "chalk"}};
    CHECK(comes_true([&] { return test::file_text(window.journal()).contains("--drawing is automatic, software or opengl."); }));
    std::this_thread::sleep_for(1500ms);
    const auto tapped = std::chrono::steady_clock::now();
    REQUIRE(test::run({"xdotool", "mousemove", "640", "740", "click", "1"}) == 0);
    CHECK(window.kiosk->wait() == 1);
    CHECK(std::chrono::steady_clock::now() - tapped < 10s);  // by itself it would stay for longer
    CHECK(test::run({"xdotool", "search", "--name", "^Refectory$"}) != 0);
}

TEST_CASE("the wait after wrong PINs in a real window is kept with the run of the machine that the service manager names")
{
    KioskInFront here;
    setenv("MACHINE_RUN", "0123456789abcdef", 1);
    test::RealWindow window{":82"};
    unsetenv("MACHINE_RUN");
    window.database(SQLite::OPEN_READWRITE).exec("INSERT INTO tries (subject, wrong, blocks, blocked_until) VALUES ('pin', 4, 0, 0)");
    const auto at = [&](std::string_view words, const std::vector<std::string>& does) {
        const auto* element = here.stage.transcript().find_to_tap(words);
        REQUIRE(element);
        const auto where = element->where.centre();
        std::vector<std::string> asked{"xdotool", "mousemove", fmt::format("{:.0f}", where.x), fmt::format("{:.0f}", where.y)};
        asked.insert(asked.end(), does.begin(), does.end());
        std::this_thread::sleep_for(1s);
        REQUIRE(test::run(std::move(asked)) == 0);
    };
    at(words::admin::corner, {"mousedown", "1", "sleep", "3", "mouseup", "1"});
    REQUIRE(here.pilot.hold(words::admin::corner, [&] { here.now.monotonic += corner_hold; }));
    at("0", {"click", "--repeat", "6", "--delay", "500", "1"});
    REQUIRE(here.pilot.type("000000"));
    window.tap(here, words::continue_);
    CHECK(comes_true([&] { return window.count("tries WHERE subject = 'pin' AND machine_run = '0123456789abcdef'") == 1; }));
}

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
