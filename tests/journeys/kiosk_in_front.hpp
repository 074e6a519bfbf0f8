// A kiosk in front of a person: the real pages over a real database in a folder of its own, with the demonstration's programme,
// at 11:52am on Tuesday 24 November 2026. It has no window.
#pragma once

#include "demonstration/demonstration.hpp"
#include "domain/instant.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/pilot.hpp"
#include "kiosk/stage.hpp"
#include "kiosk/timing.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <random>
#include <thread>

namespace refectory::test {

inline constexpr std::string_view admin_pin = "246810";

enum class FirstStart { no, yes };  // yes: the PIN has not been chosen yet

// What happens to its data while it is off, once it was set up and has made a backup.
using WhileOff = std::function<void(const std::filesystem::path& data)>;

struct KioskInFront {
    explicit KioskInFront(unsigned seed = 1, FirstStart first_start = FirstStart::no, const WhileOff& while_off = {})
        : store(KioskStore::open(folder.path() / "data", seeded(seed), now.wall).value()),
          demonstration(demonstrate(*store, std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", folder.path() / "desk",
                                    now.wall, seeded(seed + 1))
                            .value()),
          context(ui::Context::create().value()), first_start_(choose_pin(first_start)), was_off_(let_happen(while_off, seed)),
          kiosk(*store, "test", [this] { return sticks; }, machine()), stage(kiosk, *context),
          pilot([this] { frame(); }, stage.transcript(), [this] { return stage.scale(); })
    {
        pilot.settle();
    }

    FirstStart choose_pin(FirstStart first_start)
    {
        if (first_start == FirstStart::no) REQUIRE(store->pin().choose(admin_pin, now.wall, ClockTrust::trusted));
        return first_start;
    }

    bool let_happen(const WhileOff& while_off, unsigned seed)
    {
        if (!while_off) return false;
        store->make_backup_if_due(now.wall);
        store->wait_for_backup();
        store.reset();
        while_off(folder.path() / "data");
        store = KioskStore::open(folder.path() / "data", seeded(seed + 2), now.wall, Look::beginning).value();  // as the program does
        return true;
    }

    Machine machine()
    {
        Machine machine;
        machine.set_clock = [this](Instant moment) -> Result<> {
            if (!clock_can_be_set) return failure("The clock is locked.");
            now.wall = moment;
            return {};
        };
        return machine;
    }

    void frame()
    {
        Stage::draw_nowhere();
        stage.frame(1280, 800, now);
        Stage::draw_nowhere();
        kiosk.look_after(now);
    }

    void pass_time(milliseconds time)
    {
        now.wall += time;
        now.monotonic += time;
        pilot.settle();
    }

    void put_in(std::vector<Stick> some)
    {
        sticks = std::move(some);
        pass_time(stick_step);
    }

    void scan(std::string_view text)
    {
        kiosk.scanned(text, now);
        pilot.settle();
    }

    void tap(std::string_view words)
    {
        INFO("tapping “" << words << "” on:\n" << pilot.reads());
        REQUIRE(pilot.tap(words));
    }

    void reads(std::string_view words)
    {
        INFO("looking for “" << words << "” on:\n" << pilot.reads());
        REQUIRE(pilot.shows(words));
    }

    // From the welcome page to the answer.
    void sign_up(std::string_view topic, std::string_view three_letters, std::string_view name)
    {
        tap(words::welcome::lunches);
        tap(topic);
        if (!pilot.tap(words::activity::sign_me_up)) tap(words::activity::join_waiting_list);
        REQUIRE(pilot.type(three_letters));
        tap(name);
        tap(words::confirm::yes);
    }

    std::string letters_shown()
    {
        const auto text = pilot.reads();
        const auto label = text.find(words::done::your_letters);
        return label == std::string::npos ? std::string{} : text.substr(text.find('\n', label) + 3, 4);
    }

    // From the welcome page to the admin's.
    void enter_admin(std::string_view pin = admin_pin)
    {
        REQUIRE(pilot.hold(words::admin::corner, [this] {
            now.wall += corner_hold;
            now.monotonic += corner_hold;
        }));
        reads(words::pin::title);
        REQUIRE(pilot.type(pin));
        tap(words::continue_);
    }

    // Exports to a folder that stands for a stick and waits for what the page says in the end.
    void export_to(const std::filesystem::path& where)
    {
        std::filesystem::create_directories(where);
        put_in({{where.filename().string(), where, StickTrouble::none}});
        tap(fmt::format(fmt::runtime(words::admin::export_to), where.filename().string()));
        wait_for_export();
    }

    void wait_for_export()
    {
        const auto some_time = [this] {
            now.wall += export_step;
            now.monotonic += export_step;
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        };
        INFO(pilot.reads());
        REQUIRE(pilot.wait_for(words::admin::back, 5000, some_time));
    }

    void look_up(std::string_view three_letters, std::string_view name, std::string_view letters)
    {
        tap(words::welcome::lunches);
        tap(words::activities::mine);
        REQUIRE(pilot.type(three_letters));
        tap(name);
        REQUIRE(pilot.type(letters));
        tap(words::continue_);
    }

    Folder folder;
    ClockReading now{instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52), milliseconds{0}};
    std::unique_ptr<KioskStore> store;
    Demonstration demonstration;
    std::unique_ptr<ui::Context> context;
    std::vector<Stick> sticks;
    bool clock_can_be_set = true;
    FirstStart first_start_;
    bool was_off_;
    Kiosk kiosk;
    Stage stage;
    Pilot pilot;
};

}
