// Whoever sets a kiosk up: the stick from the desk, six words, the PIN, and the welcome page. No keyboard but the drawn one.
#include "desk/desk.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/pilot.hpp"
#include "kiosk/stage.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <fstream>

using namespace refectory;

namespace {

// A kiosk that nobody has set up, and a desk that has made a set-up file for it.
struct NewKiosk {
    NewKiosk()
    {
        std::filesystem::create_directories(stick);
        REQUIRE(Desk::begin(folder.path() / "desk", test::seeded(3), now.wall));
        const auto desk = Desk::open(folder.path() / "desk", test::seeded(4), now.wall).value();
        words = desk->add_kiosk({"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"}, nullptr, made, now.wall).value();
        pilot.settle();
    }

    void frame()
    {
        Stage::draw_nowhere();
        stage.frame(1280, 800, now);
        Stage::draw_nowhere();
        kiosk.look_after(now);
    }
    void put_stick_in()
    {
        sticks = {{"KMTP-STICK", stick, StickTrouble::none}};
        now.wall += std::chrono::seconds{1};
        now.monotonic += std::chrono::seconds{1};
        pilot.settle();
    }
    void tap(std::string_view words_on_it)
    {
        INFO("tapping “" << words_on_it << "” on:\n" << pilot.reads());
        REQUIRE(pilot.tap(words_on_it));
    }
    void reads(std::string_view sentence)
    {
        INFO("looking for “" << sentence << "” on:\n" << pilot.reads());
        REQUIRE(pilot.shows(sentence));
    }
    void type_words(const std::vector<std::string>& typed)
    {
        for (const auto& word : typed) {
            REQUIRE(pilot.type(word.substr(0, 4)));
            tap(words::continue_);
        }
    }

    test::Folder folder;
    std::filesystem::path stick = folder.path() / "KMTP-STICK", made = folder.path() / setup_file_name("MC-ADULTS");
    ClockReading now{instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52), milliseconds{0}};
    std::vector<std::string> words;
    std::unique_ptr<KioskStore> store = KioskStore::open(folder.path() / "data", test::seeded(1), now.wall).value();
    std::unique_ptr<ui::Context> context = ui::Context::create().value();
    std::vector<Stick> sticks;
    Kiosk kiosk{*store, "test", [this] { return sticks; }};
    Stage stage{kiosk, *context};
    Pilot pilot{[this] { frame(); }, stage.transcript(), [this] { return stage.scale(); }};
};

}

TEST_CASE("a kiosk that is not set up asks for the stick, six words and a PIN, and is in use then")
{
    NewKiosk here;
    here.reads(words::set_up::put_stick_in);
    here.put_stick_in();
    here.reads("KMTP-STICK has no set-up file");
    std::filesystem::create_directories(here.stick / "refectory");
    std::filesystem::rename(here.made, here.stick / "refectory" / here.made.filename());
    here.put_stick_in();
    here.tap("Set up as MC-ADULTS");
    here.type_words(here.words);
    here.tap(words::set_up::now);
    here.reads(words::pin::choose);
    for (int i = 0; i < 2; ++i) {
        REQUIRE(here.pilot.type("135790"));
        here.tap(words::continue_);
    }
    here.reads(words::pin::chosen);
    here.tap(words::finish);
    here.reads(words::welcome::lunches);
    here.reads("Adults team, Gun Wharf");
    CHECK(here.store->identity()->code == "MC-ADULTS");
}

TEST_CASE("a word that is not in the list is told at once, and the last one can be taken back")
{
    NewKiosk here;
    std::filesystem::rename(here.made, here.stick / here.made.filename());
    here.put_stick_in();
    here.tap("Set up as MC-ADULTS");
    REQUIRE(here.pilot.type("xq"));
    here.reads("No word begins with “xq”");
    here.tap(words::continue_);
    here.tap("Erase");
    here.tap("Erase");
    here.reads(words::set_up::more_words);
    REQUIRE(here.pilot.type(here.words[0].substr(0, 4)));
    here.tap(here.words[0]);
    here.tap("Erase");  // it stands in the field again
    REQUIRE(here.pilot.type(" "));
    here.type_words({here.words.begin() + 1, here.words.end()});
    here.tap(words::set_up::now);
    here.reads(words::pin::choose);
}

TEST_CASE("wrong words, and a file that was cut off, are told in a sentence and leave the kiosk as it was")
{
    NewKiosk here;
    const auto file = here.stick / here.made.filename();
    std::filesystem::rename(here.made, file);
    here.put_stick_in();
    here.tap("Set up as MC-ADULTS");
    auto wrong = here.words;
    wrong[5] = wrong[5] == "about" ? wrong[0] : std::string{all_setup_words()[wrong[5] == all_setup_words()[0] ? 1 : 0]};
    here.type_words(wrong);
    here.tap(words::set_up::now);
    here.reads("These six words do not open this set-up file");
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 9);
    here.tap(words::set_up::now);
    here.reads("its end is missing");
    std::ofstream{file} << "a holiday photograph";
    here.tap(words::set_up::now);
    here.reads("This is not a kiosk's set-up file");
    CHECK_FALSE(here.store->is_set_up());
    here.tap(words::back);
    here.reads("Set up as MC-ADULTS");
}

TEST_CASE("links and deeper folders on a stick are not looked into")
{
    NewKiosk here;
    std::filesystem::create_symlink(here.made, here.stick / here.made.filename());
    std::filesystem::create_directories(here.stick / "a/b");
    std::filesystem::copy_file(here.made, here.stick / "a/b" / here.made.filename());
    std::filesystem::create_directory_symlink(here.folder.path(), here.stick / "link");
    CHECK(find_setups(here.stick).empty());
}
