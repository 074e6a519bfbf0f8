// A desk's backup and what becomes of it, through the program as a coordinator runs it.
#include "desk/database_copy.hpp"
#include "desk/restore.hpp"
#include "domain/digest.hpp"
#include "kiosk_at_desk.hpp"

#include <sys/stat.h>

using namespace refectory;
using namespace refectory::test;

namespace {

namespace fs = std::filesystem;

// Types the words where the program asks for them.
std::string restoring(const Program& program, const std::string& words, const std::string& file = "../backup")
{
    put(program.folder / "words", words + "\n");
    return "restore " + file + " <../words";
}

struct BackedUp : KioskAtDesk {
    BackedUp()
    {
        set_up(add());
        words = said("backup ../backup")["words"];
    }
    void lose() const { fs::rename(program.folder / "desk", program.folder / "lost"); }
    std::string refused(std::string_view text, const std::string& typed) const
    {
        put(program.folder / "altered", text);
        const auto ran = program.run(restoring(program, typed, "../altered"));
        CHECK(ran.code == 1);
        CHECK_FALSE(fs::exists(program.folder / "desk"));
        CHECK_FALSE(fs::exists(program.folder / "desk.restoring"));
        return ran.complained;
    }

    std::string words;
};

}

TEST_CASE("a desk that was restored collects the same parcels again, and the receipts go on")
{
    BackedUp at;
    at.sign_up(11);
    REQUIRE(at.export_to_stick(1) == "(no error)");
    CHECK(at.round()["collected"]["new"] == 1);
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->exports().waiting(morning).facts == 0);
    at.lose();
    const auto restored = at.said(restoring(at.program, at.words));
    CHECK(restored["origin"] != restored["after"]);
    CHECK(file_text(at.program.folder / "desk/desk.keys") == file_text(at.program.folder / "lost/desk.keys"));
    CHECK(number_in(at.program.folder / "desk/desk.db", "SELECT count(*) FROM parcel") == 0);

    const auto again = at.round();
    CHECK(again["collected"]["new"] == 1);
    CHECK(again["collected"]["forks"].empty());
    CHECK(again["published"]["knows_what_kiosks_hold"] == false);
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->exports().waiting(morning).facts == 0);
    at.sign_up(12);
    REQUIRE(at.export_to_stick(2) == "(no error)");
    const auto next = at.round();
    CHECK(next["collected"]["new"] == 1);
    CHECK(next["published"]["knows_what_kiosks_hold"] == true);
    CHECK(at.import_newest() == "(no error)");
    CHECK(at.store->exports().waiting(morning).facts == 0);
}

TEST_CASE("a restored desk begins a new origin even where nothing happened after the backup")
{
    const BackedUp at;
    const auto before = number_in(at.program.folder / "desk/desk.db", "SELECT max(serial) FROM publication");
    at.lose();
    const auto restored = at.program.run(restoring(at.program, at.words));
    CHECK(restored.code == 0);
    CHECK(restored.complained == "Type the six words that were shown with this backup: ");
    CHECK(restored.said.find("as it was on 2026-11-24 at 09:00") != std::string::npos);
    CHECK(names_in(at.program.folder / "desk") == std::vector<std::string>{"desk.db", "desk.keys", "mark"});
    const auto database = at.program.folder / "desk/desk.db";
    CHECK(number_in(database, "SELECT count(*) FROM origin_begun WHERE reason = 'behind mark' AND after IS NOT NULL") == 1);
    CHECK(number_in(database, "SELECT max(serial) FROM publication") > before);
    struct stat status{};
    for (const auto& [name, mode] : {std::pair{"desk", 0700U}, {"desk/desk.db", 0600U}, {"desk/desk.keys", 0600U}}) {
        REQUIRE(::stat((at.program.folder / name).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == mode);
    }
    CHECK(at.program.run("codes").code == 0);
    CHECK(number_in(database, "SELECT count(*) FROM origin_begun") == 2);  // and no third when it is opened again
}

TEST_CASE("a backup says nothing to who has no words, overwrites nothing and leaves nothing beside the database")
{
    const BackedUp at;
    const auto text = file_text(at.program.folder / "backup");
    CHECK(text.starts_with("refectory backup 1\n"));
    for (const auto* secret : {"Adults team", "AGE-SECRET", "SQLite format", "signing_secret_key"}) CHECK(text.find(secret) == std::string::npos);
    const auto again = at.program.run("backup ../backup");
    CHECK(again.code == 1);
    CHECK(again.complained.find("nothing is overwritten") != std::string::npos);
    CHECK(file_text(at.program.folder / "backup") == text);
    CHECK(at.said("backup ../another")["words"] != at.words);
    CHECK(at.program.run("backup ../nowhere/backup").code == 1);
    CHECK(names_in(at.program.folder / "desk") == std::vector<std::string>{"desk.db", "desk.keys", "mark"});
}

TEST_CASE("a backup with one byte changed, with an end cut off or with the wrong words is refused and leaves no desk")
{
    const BackedUp at;
    at.lose();
    const auto text = file_text(at.program.folder / "backup");
    for (std::size_t part = 1; part < 4; ++part) {
        auto changed = text;
        changed[text.size() * part / 4] = static_cast<char>(changed[text.size() * part / 4] ^ 1);
        CHECK(at.refused(changed, at.words).find("This backup is damaged. Copy it again, or use another backup.") != std::string::npos);
        changed.resize(text.size() - 32);
        CHECK(at.refused(changed + text_of(sha256(bytes_of(changed))), at.words).find("do not open this backup") != std::string::npos);
        CHECK(at.refused(text.substr(0, text.size() * part / 4), at.words).find("its end is missing") != std::string::npos);
    }
    CHECK(at.refused(text, setup_phrase(make_setup_words(seeded(77)))).find("These six words do not open this backup.") != std::string::npos);
    CHECK(at.refused(text, "").find("Enter the six words. There are 0 here.") != std::string::npos);
    CHECK(at.refused(file_text(at.program.folder / "work/setup"), at.words).find("This is not a backup of a desk.") != std::string::npos);
    CHECK(at.program.run("restore ../nowhere <../words").complained.starts_with("There is no such file or folder."));  // and no words were asked for
    CHECK(at.program.run(restoring(at.program, at.words)).code == 0);
}

TEST_CASE("a desk is put back into no folder that holds anything")
{
    const BackedUp at;
    const auto keys = file_text(at.program.folder / "desk/desk.keys");
    CHECK(at.program.run(restoring(at.program, at.words)).complained.find("There is a desk in this folder already. Nothing was changed.") != std::string::npos);
    CHECK(file_text(at.program.folder / "desk/desk.keys") == keys);
    CHECK(number_in(at.program.folder / "desk/desk.db", "SELECT count(*) FROM origin_begun") == 1);
    at.lose();
    fs::create_directory(at.program.folder / "desk");
    put(at.program.folder / "desk/letter", "Dear all");
    CHECK(at.program.run(restoring(at.program, at.words)).complained.find("Name such a one with --desk.") != std::string::npos);
    CHECK(names_in(at.program.folder / "desk") == std::vector<std::string>{"letter"});
    fs::remove(at.program.folder / "desk/letter");
    CHECK(at.program.run(restoring(at.program, at.words)).code == 0);
}

TEST_CASE("a restoring that is killed at any moment leaves no half desk, and the next one takes away what it left")
{
    const BackedUp at;
    at.lose();
    put(at.program.folder / "words", at.words + "\n");
    const auto root = at.program.folder.path();
    bool is_whole = false;
    int killed = 0;
    for (double seconds = 0.02; !is_whole && seconds < 60; seconds *= 1.25) {
        const auto command = fmt::format("timeout -s KILL {:.3f} '{}/refectory-desk' --desk '{}/desk' restore '{}/backup' <'{}/words' >/dev/null 2>&1", seconds,
                                         REFECTORY_BIN, root.string(), root.string(), root.string());
        killed += std::system(command.c_str()) != 0;
        is_whole = fs::exists(root / "desk");
        if (is_whole) CHECK(Desk::open(root / "desk", seeded(5), morning));
    }
    CHECK(is_whole);
    CHECK(killed > 1);
    CHECK_FALSE(fs::exists(root / "desk.restoring"));
}

TEST_CASE("what a cut left of another restoring is never taken for a desk")
{
    const BackedUp at;
    at.lose();
    fs::create_directory(at.program.folder / "desk.restoring");
    put(at.program.folder / "desk.restoring/desk.db", "half");
    CHECK(at.program.run("codes").complained.find("There is no desk in this folder yet") != std::string::npos);
    CHECK(at.program.run(restoring(at.program, at.words)).code == 0);
    CHECK_FALSE(fs::exists(at.program.folder / "desk.restoring"));
}

TEST_CASE("a copy of the database that a power cut left goes when the desk is opened, but not under the hands of who makes a backup")
{
    DeskInFolder at;
    const auto left = at.folder / "desk/desk.db.copy";
    {
        const auto copy = DatabaseCopy::make(at.desk->store().database(), at.folder / "desk");
        REQUIRE(copy);
        CHECK(sentence(DatabaseCopy::make(at.desk->store().database(), at.folder / "desk")).find("is being made already") != std::string::npos);
        at.open(4);
        CHECK(fs::exists(left));
    }
    CHECK_FALSE(fs::exists(left));
    put(left, "names");
    at.open(5);
    CHECK_FALSE(fs::exists(left));
}

TEST_CASE("a desk that was restored numbers its programmes behind all that were published, also where nothing had been, or the backup is restored twice")
{
    const Program program;
    program.begin_with_kiosks();
    const auto words = nlohmann::json::parse(program.run("--json backup ../backup").said)["words"].get<std::string>();
    const auto restored_at = [&](const std::string& now) {
        fs::remove_all(program.folder / "desk");
        put(program.folder / "words", words + "\n");
        REQUIRE(program.run("restore ../backup <../words", now).code == 0);
        return number_in(program.folder / "desk/desk.db", "SELECT max(serial) FROM publication");
    };
    CHECK(restored_at("2026-11-25T09:00") >= 1000);
    const BackedUp at;
    const auto again_at = [&](const std::string& now) {
        fs::remove_all(at.program.folder / "desk");
        REQUIRE(at.program.run(restoring(at.program, at.words), now).code == 0);
        return number_in(at.program.folder / "desk/desk.db", "SELECT max(serial) FROM publication");
    };
    const auto first = again_at("2026-11-25T09:00");
    CHECK(again_at("2026-11-26T09:00") > first);
}
