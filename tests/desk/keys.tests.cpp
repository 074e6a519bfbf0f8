// What a desk does when its keys were stolen, through the program, and whom a kiosk believes before and after.
#include "desk/desk.hpp"
#include "exchange/collect.hpp"
#include "exchange/recovery_words.hpp"
#include "kiosk_at_desk.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

namespace fs = std::filesystem;

struct WithWords : KioskAtDesk {
    WithWords() { put(program.folder / "words", begun_said["recovery_words"].get<std::string>() + "\n"); }
    void change_keys(const std::string& now = "2026-11-24T09:00") const
    {
        const auto ran = program.run("keys rotate <../words", now);
        INFO(ran.complained);
        REQUIRE(ran.code == 0);
    }
    void copy_desk(const std::string& name) const { fs::copy(program.folder / "desk", program.folder / name, fs::copy_options::recursive); }
    // As whoever has a copy of the desk's folder would publish: with a serial that is higher than any.
    fs::path publish_from(const std::string& desk) const
    {
        auto thief = Desk::open(program.folder / desk, seeded(6), morning).value();
        auto programme = demonstration_programme();
        std::erase_if(programme.allotments, [](const auto& one) { return one.first.second != "MC-ADULTS"; });
        for (int times = 0; times < 9; ++times) thief->store().publications().take_serial(morning).value();
        return thief->publish(programme, program.folder / (desk + "-out"), morning).value().files.front().path;
    }
    DeskIdentity desk_identity() const { return Desk::open(program.folder / "desk", seeded(6), morning).value()->identity(); }
};

}

TEST_CASE("new keys reach the kiosk with its next programme, and parcels from before and after are collected")
{
    WithWords at;
    at.set_up(at.add());
    at.sign_up(11);
    REQUIRE(at.export_to_stick(1) == "(no error)");
    const auto before = at.desk_identity();
    at.change_keys();
    const auto after = at.desk_identity();
    CHECK(after.signing_key != before.signing_key);
    CHECK(after.recipient != before.recipient);
    CHECK(at.round()["collected"]["new"] == 1);
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->identity()->desk_key == after.signing_key);
    CHECK(at.store->identity()->desk_recipient == after.recipient);
    at.sign_up(12);
    REQUIRE(at.export_to_stick(2) == "(no error)");
    CHECK(at.round()["collected"]["new"] == 1);
    CHECK(at.import_newest() == "(no error)");
    const auto newest = Desk::open(at.program.folder / "desk", seeded(6), morning).value();
    std::array<char, 64> piece{};
    const auto parcels = find_parcels(at.stick).files;
    for (const auto& parcel : parcels) {
        const auto opens = AgeOpener::open(parcel, newest->age_keys().identity).value().read(piece).has_value();
        CHECK(opens == (parcel.filename().string().find("000002") != std::string::npos));
    }
}

TEST_CASE("a kiosk that missed a change of keys follows the newest with any later programme")
{
    WithWords at;
    at.set_up(at.add());
    at.change_keys();
    REQUIRE(at.program.run("programme publish ../programme -o ../missed").code == 0);
    at.change_keys();
    at.round();
    at.round();
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->identity()->desk_key == at.desk_identity().signing_key);
    CHECK(at.import(find_programmes(at.program.folder / "missed", "MC-ADULTS").files.front().file) ==
          "This programme was made before the desk's keys were changed. Have a new one published.");
}

TEST_CASE("whoever has the old keys publishes to no kiosk that has heard of the new ones")
{
    WithWords at;
    at.set_up(at.add());
    at.copy_desk("stolen");
    at.change_keys();
    at.round();
    REQUIRE(at.import_newest() == "(no error)");
    at.copy_desk("stolen-again");
    const auto serial = at.store->activities().header()->serial;
    CHECK(at.import(at.publish_from("stolen")) == "This file is not signed by the key that is known here. It cannot be used.");
    at.change_keys();
    at.round();
    REQUIRE(at.import_newest() == "(no error)");
    CHECK(at.import(at.publish_from("stolen-again")) == "This programme was made before the desk's keys were changed. Have a new one published.");
    CHECK(at.store->activities().header()->serial == serial + 1);
    CHECK(at.store->identity()->desk_key == at.desk_identity().signing_key);
}

TEST_CASE("passes from before the change are worth nothing, and those made after it are good")
{
    WithWords at;
    at.set_up(at.add());
    const auto old_pass = at.said("pass make 1 -o old");
    at.change_keys();
    const auto new_pass = at.said("passes ../programme --png passes")["passes"][0];
    CHECK(new_pass["person"] == 1);
    CHECK(new_pass["pass"] > old_pass["pass"]);
    CHECK(new_pass["letters"] != old_pass["letters"]);
    at.round();
    REQUIRE(at.import_newest() == "(no error)");
    const auto key = at.store->identity()->desk_key;
    const auto reading = read_pass(old_pass["text"].get<std::string>(), key);
    REQUIRE(std::holds_alternative<PassFault>(reading));
    CHECK(std::get<PassFault>(reading) == PassFault::not_ours);
    CHECK(std::holds_alternative<Pass>(read_pass(new_pass["text"].get<std::string>(), key)));
    const auto is_withdrawn = [&](const nlohmann::json& pass) {
        const auto sql = "SELECT count(*) FROM pass_withdrawn WHERE pass = " + pass["pass"].dump();
        return number_in(at.program.folder / "kiosk/kiosk.db", sql.c_str()) == 1;
    };
    CHECK(is_withdrawn(old_pass));
    CHECK_FALSE(is_withdrawn(new_pass));
}

TEST_CASE("a kiosk that is set up after a change knows the new keys and follows the next change")
{
    WithWords at;
    at.change_keys();
    at.set_up(at.add());
    CHECK(at.store->identity()->recovery.followed > 0);
    at.round();
    CHECK(at.import_newest() == "(no error)");
    at.change_keys();
    at.round();
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->identity()->desk_key == at.desk_identity().signing_key);
}

TEST_CASE("a desk that was put back from before a change of keys is believed again once it has changed them")
{
    WithWords at;
    at.set_up(at.add());
    put(at.program.folder / "six", at.said("backup ../backup")["words"].get<std::string>() + "\n");
    at.change_keys();
    at.round();
    REQUIRE(at.import_newest() == "(no error)");
    fs::rename(at.program.folder / "desk", at.program.folder / "lost");
    REQUIRE(at.program.run("restore ../backup <../six", "2026-11-25T09:00").code == 0);
    at.round();
    CHECK(at.import_newest() == "This file is not signed by the key that is known here. It cannot be used.");
    at.change_keys("2026-11-25T09:00");
    at.round();
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->identity()->desk_key == at.desk_identity().signing_key);
}

TEST_CASE("keys are not changed without this desk's recovery words, nor at a desk that has none")
{
    const WithWords at;
    const auto keys = file_text(at.program.folder / "desk/desk.keys");
    const auto rotate = [&](const std::string& words) {
        put(at.program.folder / "words", words + "\n");
        const auto ran = at.program.run("keys rotate <../words");
        CHECK(ran.code == 1);
        CHECK(file_text(at.program.folder / "desk/desk.keys") == keys);
        return ran.complained;
    };
    CHECK(rotate("acorn acorn").find("Enter the 28 recovery words. There are 2 here.") != std::string::npos);
    CHECK(rotate(setup_phrase(make_recovery_key(seeded(9)).words)).find("These are the recovery words of another desk.") != std::string::npos);
    CHECK(number_in(at.program.folder / "desk/desk.db", "SELECT count(*) FROM key_statement") == 0);
    SQLite::Database{(at.program.folder / "desk/desk.db").string(), SQLite::OPEN_READWRITE}.exec("UPDATE desk SET recovery_key = NULL");
    CHECK(rotate(at.begun_said["recovery_words"]).find("This desk began before desks had recovery words") != std::string::npos);
    CHECK(at.add()["kiosk"] == "MC-ADULTS");
}

TEST_CASE("the recovery words are on no disk and may be typed over several lines")
{
    const WithWords at;
    const auto said = at.begun_said["recovery_words"].get<std::string>();
    const auto pair = recovery_key_of(said);
    REQUIRE(pair);
    const auto seed = ByteView{pair->secret_key}.first(32);
    for (const auto& name : names_in(at.program.folder / "desk")) {
        const auto text = file_text(at.program.folder / "desk" / name);
        CHECK(text.find(text_of(seed)) == std::string::npos);
        CHECK(text.find(to_hex(seed)) == std::string::npos);
    }
    auto lines = said;
    std::ranges::replace(lines, ' ', '\n');
    put(at.program.folder / "words", lines);
    at.change_keys();
}

TEST_CASE("a change of keys that was cut short leaves a desk with the old keys or with the new ones")
{
    const WithWords at;
    const auto desk = at.program.folder / "desk";
    const auto before = at.desk_identity();
    fs::copy(desk / "desk.keys", at.program.folder / "old.keys");
    put(desk / "desk.keys.next", "half");
    CHECK(at.desk_identity().signing_key == before.signing_key);
    at.change_keys();
    CHECK_FALSE(fs::exists(desk / "desk.keys.next"));
    fs::rename(desk / "desk.keys", desk / "desk.keys.next");
    fs::copy(at.program.folder / "old.keys", desk / "desk.keys");
    CHECK(at.desk_identity().signing_key != before.signing_key);
    CHECK_FALSE(fs::exists(desk / "desk.keys.next"));
    at.change_keys();
}
