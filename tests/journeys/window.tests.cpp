// The program itself in a real window under Xvfb, touched and typed at from outside. Where to touch is read off the same pages
// drawn here without a window.
#include "journeys/child.hpp"
#include "journeys/kiosk_in_front.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace refectory;
using namespace std::chrono_literals;
using test::KioskInFront;

namespace {

constexpr auto display = ":87";

template <class Holds>
bool comes_true(Holds holds)
{
    for (int tries = 0; tries < 150; ++tries) {
        if (holds()) return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

struct Window {
    Window() : screen({"Xvfb", display, "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"})
    {
        setenv("DISPLAY", display, 1);
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // the driver's own
        REQUIRE(comes_true([] { return test::run({"xdotool", "getmouselocation"}) == 0; }));
        set_up();
        kiosk = std::make_unique<test::Child>(std::vector<std::string>{
            std::string{REFECTORY_BIN} + "/refectory-kiosk", "--demonstration", std::string{REFECTORY_SOURCE} + "/assets/demonstration",
            "--data", data().string(), "--window", "1280x800", "--now", "2026-11-24T11:52"});
        REQUIRE(comes_true([] { return test::run({"xdotool", "search", "--name", "^Refectory$"}) == 0; }));
    }

    // As after a first start, with the PIN chosen.
    void set_up() const
    {
        const auto now = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 0);
        const auto store = KioskStore::open(data(), test::seeded(5), now).value();
        REQUIRE(demonstrate(*store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", data() / "demonstration", now, test::seeded(6)));
        REQUIRE(store->pin().choose(test::admin_pin, now, ClockTrust::trusted));
    }

    std::filesystem::path data() const { return folder.path() / "data"; }

    // The same tap at the window and at the page here.
    void tap(KioskInFront& here, std::string_view words)
    {
        const auto* element = here.stage.transcript().find_to_tap(words);
        INFO(here.pilot.reads());
        REQUIRE(element);
        const auto where = element->where.centre();
        std::this_thread::sleep_for(1500ms);
        REQUIRE(test::run({"xdotool", "mousemove", fmt::format("{:.0f}", where.x), fmt::format("{:.0f}", where.y), "click", "1"}) == 0);
        here.tap(words);
    }

    std::int64_t count(const std::string& rows) const
    {
        try {
            SQLite::Database database{(data() / "kiosk.db").string()};
            return database.execAndGet("SELECT count(*) FROM " + rows).getInt64();
        } catch (const SQLite::Exception&) {
            return -1;
        }
    }

    test::Folder folder;
    test::Child screen;
    std::unique_ptr<test::Child> kiosk;
};

}

TEST_CASE("a sign-up in a real window is on disk when the program is killed and a strange code is refused")
{
    KioskInFront here;
    Window window;
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
