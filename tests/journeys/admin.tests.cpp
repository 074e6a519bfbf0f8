// An admin's way: the PIN, the export to a stick, the programme from it, the clock, and new letters.
// Not automated yet: a stick that is pulled out of a real socket in the middle.
#include "exchange/collect.hpp"
#include "journeys/kiosk_in_front.hpp"
#include "journeys/next_programme.hpp"
#include "kiosk/admin_words.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/generators/catch_generators.hpp>
#include <fmt/format.h>

using namespace refectory;
using test::FirstStart;
using test::KioskInFront;

namespace {

void type_pin(KioskInFront& here, std::string_view pin)
{
    REQUIRE(here.pilot.type(pin));
    here.tap(words::continue_);
}

// A folder that something else has open in the end, or that cannot be powered off.
class ClingingStick : public FolderStick {
public:
    ClingingStick(std::filesystem::path folder, bool closes) : FolderStick(std::move(folder)), closes_(closes) {}

    std::expected<void, StickFault> close() override
    {
        if (++closings_ < 2 || closes_) return {};
        return std::unexpected(StickFault::in_use);
    }
    std::expected<void, StickFault> let_go() override { return std::unexpected(StickFault::not_allowed); }

private:
    bool closes_;
    int closings_ = 0;
};

bool wants_attention(const KioskInFront& here, std::string_view row)
{
    return here.pilot.reads().contains(fmt::format("> {}\n* {}", row, words::admin::wants_attention));
}

}

TEST_CASE("a new kiosk asks for its PIN first and takes it only when it was typed twice alike")
{
    KioskInFront here{1, FirstStart::yes};
    here.reads(words::pin::choose);
    here.scan(here.demonstration.pass);
    here.reads(words::pin::choose);
    type_pin(here, "135790");
    type_pin(here, "135791");
    here.reads(words::pin::differs);
    type_pin(here, "135790");
    here.reads(words::pin::chosen);
    here.tap(words::finish);
    here.reads(words::welcome::lunches);
    here.enter_admin("135790");
    here.reads(words::admin::this_kiosk);
}

TEST_CASE("the corner opens the PIN only when it is held")
{
    KioskInFront here;
    here.tap(words::admin::corner);
    here.reads(words::welcome::lunches);
    CHECK(here.pilot.hold(words::admin::corner, [&] { here.now.monotonic += corner_hold / 2; }));
    here.reads(words::welcome::lunches);
    here.enter_admin();
    here.reads(words::admin::this_kiosk);
}

TEST_CASE("five wrong PINs make even the right one wait, and that it was tried is recorded")
{
    KioskInFront here;
    here.enter_admin("000000");
    here.reads("You can try 4 more");
    for (int i = 0; i < 4; ++i) type_pin(here, "000000");
    here.reads("tried too often. Try again after 1 minute.");
    type_pin(here, test::admin_pin);
    here.reads("tried too often");
    here.pass_time(std::chrono::seconds{50});
    here.pass_time(std::chrono::seconds{15});
    here.tap(words::still_there::yes);
    type_pin(here, test::admin_pin);
    here.reads(words::admin::this_kiosk);
    SQLite::Database database{(here.folder.path() / "data/kiosk.db").string()};
    CHECK(database.execAndGet("SELECT count(*) FROM refusal WHERE reason = 'wrong pin'").getInt() == 1);  // repeats are one row
    CHECK(database.execAndGet("SELECT count(*) FROM admin_entry WHERE action = 'entered'").getInt() == 1);
}

TEST_CASE("the admin's page closes by itself")
{
    KioskInFront here;
    here.enter_admin();
    here.pass_time(std::chrono::seconds{59});
    here.reads("Closes by itself in 1 second");
    here.pass_time(std::chrono::seconds{1});
    here.reads(words::welcome::lunches);
}

TEST_CASE("an export says what is on the stick, and the desk can open it")
{
    KioskInFront here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    here.tap(words::finish);
    here.enter_admin();
    here.reads(words::admin::never_exported);
    here.reads(words::admin::put_stick_in);
    const auto before = here.store->exports().waiting(here.now.wall);
    here.export_to(here.folder.path() / "STICK");
    here.reads("is on the stick, checked");
    here.reads(words::exporting::done);
    const auto newest = here.store->exports().newest();
    REQUIRE(newest);
    CHECK(newest->parcel.facts_up_to >= before.facts);
    CHECK(test::names_in(here.folder.path() / "STICK") == std::vector<std::string>{"refectory-MC-ADULTS-20261124-000001.txt", "refectory-MC-ADULTS-20261124-000001.zip.age"});
    here.tap(words::admin::back);
    here.reads("Parcel 1, up to fact");

    const auto copy = here.folder.path() / "desk.db";
    REQUIRE(collect_at_demonstration_desk(here.folder.path() / "desk", here.folder.path() / "STICK", copy, here.now.wall, test::seeded(9)));
    CHECK(SQLite::Database{copy.string()}.execAndGet("SELECT count(*) FROM sign_up").getInt() == 1);
}

TEST_CASE("an export that ends as the minute changes is told all the same")
{
    KioskInFront here;
    here.enter_admin();
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    here.put_in({{"STICK", stick, StickTrouble::none}});
    here.tap("Export to STICK");
    std::this_thread::sleep_for(std::chrono::milliseconds{300});  // the worker has ended; nobody has looked
    here.pass_time(std::chrono::minutes{1});
    here.pilot.settle();
    here.reads("is on the stick, checked");
}

TEST_CASE("a stick that cannot be written to is named with the reason")
{
    KioskInFront here;
    here.sticks = {{"LOCKED", here.folder.path(), StickTrouble::read_only}};
    here.enter_admin();
    here.reads("Bring the programme from LOCKED");
    here.put_in({{"WINDOWS", here.folder.path(), StickTrouble::foreign}});
    here.reads("WINDOWS has a format that is not written here");
    here.put_in({{"BITLOCKER", here.folder.path(), StickTrouble::encrypted}});
    here.reads("BITLOCKER is locked with a password of its own");
    here.put_in({{"TWIN", here.folder.path()}, {"TWIN", here.folder.path()}});
    here.reads("Export to TWIN (2)");
}

TEST_CASE("beside a stick that will do, each that will not is named with the reason")
{
    KioskInFront here;
    here.sticks = {{"LOCKED", here.folder.path(), StickTrouble::read_only}, {"GOOD", here.folder.path()}, {"BITLOCKER", here.folder.path(), StickTrouble::encrypted}};
    here.enter_admin();
    here.reads("Export to GOOD");
    here.reads("Bring the programme from LOCKED");
    here.reads("BITLOCKER is locked with a password of its own");
    here.put_in({here.sticks.front(), here.sticks.back()});
    here.reads("LOCKED can only be read");
    here.reads("BITLOCKER is locked with a password of its own");
}

TEST_CASE("a stick may be taken only where it was closed, whether or not it keeps its power")
{
    KioskInFront here;
    const bool closes = GENERATE(true, false);
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    here.sticks = {{"STICK", {}, StickTrouble::none, std::make_shared<ClingingStick>(stick, closes)}};
    here.enter_admin();
    here.tap("Export to STICK");
    here.wait_for_export();
    CHECK(here.pilot.shows(words::exporting::done) == closes);
    CHECK(here.pilot.shows(words::exporting::in_use) == !closes);
    here.reads("is on the stick, checked");
}

TEST_CASE("a programme that is on the stick is brought in, and one that was changed is not")
{
    KioskInFront here;
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    const auto published = publish_to(here, stick);
    here.sticks = {{"STICK", stick, StickTrouble::none}};
    here.enter_admin();
    here.export_to(stick);
    here.reads("is on the stick, checked");
    here.reads("Programme 2 runs now");
    here.tap(words::admin::back);
    here.export_to(stick);
    CHECK_FALSE(here.pilot.shows("Programme 2"));  // it is no news any more
    here.tap(words::admin::back);

    const auto file = published.files.front().path;
    const auto text = test::file_text(file);
    std::ofstream{stick / "refectory-programme-MC-ADULTS-000003.zip.age", std::ios::binary} << text.substr(0, text.size() - 20);
    here.export_to(stick);
    here.reads("is on the stick, checked");
    here.reads("Programme 3 was not taken: ");
    here.tap(words::admin::back);
    for (const auto& name : test::names_in(stick)) std::filesystem::remove(stick / name);
    std::ofstream{stick / "refectory-programme-KC-HOSPITAL-000003.zip.age", std::ios::binary} << text;
    here.export_to(stick);
    here.reads("No newer programme came. The programmes on this stick are for other kiosks.");
    CHECK(here.store->activities().header()->serial == 2);
}

TEST_CASE("a stick that can only be read brings its programme, and the day is not on it")
{
    KioskInFront here;
    const auto stick = here.folder.path() / "LOCKED";
    std::filesystem::create_directories(stick);
    publish_to(here, stick);
    const auto names = test::names_in(stick);
    here.sticks = {{"LOCKED", stick, StickTrouble::read_only}};
    here.enter_admin();
    here.tap("Bring the programme from LOCKED");
    here.wait_for_export();
    here.reads(words::import::came);
    here.reads("the day is not on it");
    here.reads("Programme 2 runs now");
    CHECK(test::names_in(stick) == names);
    here.tap(words::admin::back);
    here.tap("Bring the programme from LOCKED");
    here.wait_for_export();
    here.reads(words::import::none_came);
    CHECK(here.store->activities().header()->serial == 2);
}

TEST_CASE("the admin sees what the desk has confirmed, the six words of the programme, and what is overdue")
{
    KioskInFront here;
    const auto stick = here.folder.path() / "STICK";
    here.enter_admin();
    here.reads(words::admin::nothing_confirmed);
    here.export_to(stick);
    const auto published = [&] {
        const auto desk = Desk::open(here.folder.path() / "desk/desk", test::seeded(7), here.now.wall).value();
        REQUIRE(collect(desk->store().database(), desk->age_keys().identity, desk->find_key(), {&stick, 1}, here.now.wall));
        auto folder = read_programme_folder(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", local_date(here.now.wall)).value();
        std::erase_if(folder.allotments, [](const auto& allotment) { return allotment.first.second != "MC-ADULTS"; });
        return desk->publish(folder, stick, here.now.wall).value();
    }();
    here.tap(words::admin::back);
    here.export_to(stick);  // and this one never comes back
    here.reads(published.files.front().fingerprint);
    here.tap(words::admin::back);
    here.reads(words::admin::confirmed);
    here.reads("up to today at 11:52am");
    here.reads(published.files.front().fingerprint);
    here.reads("0 facts");
    here.tap("Exported today");
    here.reads(words::left::confirmed);   // the first
    here.reads(words::left::on_its_way);  // and the second
    here.tap(words::back);
    here.tap(words::admin::leave);
    here.pass_time(std::chrono::hours{24 * 2});
    here.enter_admin();
    here.reads("up to Tuesday 24 November at 11:52am");
    here.reads("Exported on Tuesday 24 November at 11:52am");
    here.tap(words::admin::leave);
    here.pass_time(std::chrono::hours{24 * 11});
    here.enter_admin();
    CHECK_FALSE(here.pilot.shows(words::admin::stick_away));
    CHECK_FALSE(here.pilot.shows(words::admin::wants_attention));
    here.tap(words::admin::leave);
    here.pass_time(std::chrono::hours{24});
    here.enter_admin();
    CHECK(wants_attention(here, words::admin::stick_away));
    CHECK(wants_attention(here, "Programme 2 is 14 days old"));
    here.tap(words::admin::stick_away);
    here.reads("The desk has everything up to Tuesday 24 November at 11:52am; ");
}

TEST_CASE("an export into a folder that cannot be written leaves nothing and says why")
{
    KioskInFront here;
    here.enter_admin();
    here.put_in({{"STICK", here.folder.path() / "pulled out", StickTrouble::none}});
    here.tap("Export to STICK");
    here.wait_for_export();
    here.reads(words::exporting::failed);
    CHECK_FALSE(here.pilot.shows(words::exporting::done));  // there is none to be taken
    here.reads("Put it back in and try again");
    CHECK_FALSE(here.store->exports().newest());
}

TEST_CASE("a pass that is scanned while an export runs is taken, and the export is recorded all the same")
{
    KioskInFront here;
    here.enter_admin();
    const auto stick = here.folder.path() / "STICK";
    std::filesystem::create_directories(stick);
    here.put_in({{"STICK", stick, StickTrouble::none}});
    here.tap("Export to STICK");
    here.scan(here.demonstration.pass);
    here.reads("Dr Okafor");
    for (int i = 0; i < 20000 && !here.store->exports().newest(); ++i) {
        here.frame();
        std::this_thread::yield();
    }
    REQUIRE(here.store->exports().newest());
    CHECK(test::names_in(stick).size() == 2);  // with the page beside it
    here.reads("Dr Okafor");
}

TEST_CASE("a clock that jumped is doubted until an admin says that it is right")
{
    KioskInFront here;
    here.now.wall += std::chrono::hours{3};
    here.frame();
    here.enter_admin();
    here.tap(words::admin::clock_doubted);
    here.tap(words::clock::confirm);
    here.reads(words::admin::clock_right);
    CHECK_FALSE(here.store->clock().recall().untrusted);
}

TEST_CASE("who lost their letters gets new ones from the admin, who says why, and the old ones no longer work")
{
    KioskInFront here;
    here.sign_up("Social workers without borders", "Pri", "Priya Raman");
    const auto old_letters = here.letters_shown();
    here.tap(words::finish);
    here.enter_admin();
    here.tap(words::admin::corrections);
    here.tap(words::corrections::new_letters);
    here.reads(words::new_letters::who);
    REQUIRE(here.pilot.type("Pri"));
    here.tap("Priya Raman");
    here.reads(words::corrections::why);
    CHECK_FALSE(here.pilot.tap(words::new_letters::yes));  // not before a reason was chosen
    here.tap(words::new_letters::seen);
    here.tap(words::new_letters::yes);
    here.reads("These are the new letters of Priya Raman");
    here.tap(words::finish);
    here.look_up("Pri", "Priya Raman", old_letters);
    here.reads("Those are not the letters");
    SQLite::Database data{(here.folder.path() / "data/kiosk.db").string(), SQLite::OPEN_READONLY};
    CHECK(data.execAndGet("SELECT c.what || ', ' || c.reason FROM correction c JOIN letters_given l ON l.origin = c.fact_origin AND l.seq = c.fact_seq").getString() ==
          "letters, seen");
}

TEST_CASE("a database that can no longer be read is said on the page, and the kiosk stays")
{
    KioskInFront here;
    SQLite::Database{(here.folder.path() / "data/kiosk.db").string(), SQLite::OPEN_READWRITE}.exec("DROP TABLE invited_team");
    here.tap(words::welcome::lunches);
    here.reads(words::trouble::reading);
    here.tap(words::finish);
    here.scan("HTTPS://EXAMPLE.ORG/MENU");
    here.reads(words::pass::not_ours);
}

TEST_CASE("the welcome page names nobody")
{
    KioskInFront here;
    const auto people = read_programme_folder(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", local_date(here.now.wall)).value().all.people;
    REQUIRE(people.size() > 10);
    for (const auto& person : people) {
        CAPTURE(person.name);
        CHECK_FALSE(here.pilot.shows(person.name));
    }
}
