// The program itself in a real window under Xvfb, touched and typed at from outside. Where to touch is read off the same pages
// drawn here without a window.
#pragma once

#include "store/database.hpp"
#include "support/child.hpp"
#include "support/patience.hpp"
#include "journeys/kiosk_in_front.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace refectory::test {

// One a display, for tests run beside each other.
struct RealWindow {
    explicit RealWindow(const std::string& display, const std::vector<std::string>& asked = {}) : screen({"Xvfb", display, "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"})
    {
        setenv("DISPLAY", display.c_str(), 1);
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);  // the driver's own
        REQUIRE(comes_true([] { return run({"xdotool", "getmouselocation"}) == 0; }));
        set_up();
        std::vector<std::string> words{
            "sh", "-c", "exec \"$@\" 2>\"$0\"", journal().string(),
            std::string{REFECTORY_BIN} + "/refectory-kiosk", "--data", data().string(), "--window", "1280x800", "--now", "2026-11-24T11:52"};
        words.insert(words.end(), asked.begin(), asked.end());
        kiosk = std::make_unique<Child>(std::move(words));
        REQUIRE(comes_true([] { return run({"xdotool", "search", "--name", "^Refectory$"}) == 0; }));
    }

    // As after a first start, with the PIN chosen.
    void set_up() const
    {
        const auto now = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 0);
        const auto store = KioskStore::open(data(), seeded(5), now).value();
        REQUIRE(demonstrate(*store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", data() / "demonstration", now, seeded(6)));
        REQUIRE(store->pin().choose(admin_pin, now, ClockTrust::trusted));
    }

    std::filesystem::path journal() const { return folder / "journal"; }
    std::filesystem::path data() const { return folder.path() / "data"; }

    // The same tap at the window and at the page here.
    void tap(KioskInFront& here, std::string_view words)
    {
        const auto* element = here.stage.transcript().find_to_tap(words);
        INFO(here.pilot.reads());
        REQUIRE(element);
        const auto where = element->where.centre();
        std::this_thread::sleep_for(std::chrono::milliseconds{1500});
        REQUIRE(run({"xdotool", "mousemove", fmt::format("{:.0f}", where.x), fmt::format("{:.0f}", where.y), "click", "1"}) == 0);
        here.tap(words);
    }

    // Waits for the program where that is writing.
    SQLite::Database database(int how) const { return {(data() / "kiosk.db").string(), how, kiosk_patience}; }

    std::int64_t count(const std::string& rows) const
    {
        try {
            return database(SQLite::OPEN_READONLY).execAndGet("SELECT count(*) FROM " + rows).getInt64();
        } catch (const SQLite::Exception&) {
            return -1;
        }
    }

    Folder folder;
    Child screen;
    std::unique_ptr<Child> kiosk;
};

}
