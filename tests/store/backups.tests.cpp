#include "store/retention_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/generators/catch_generators.hpp>

using namespace refectory;
using namespace refectory::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

void leave(std::unique_ptr<KioskStore>& store) { store.reset(); }

std::int64_t origins_in(const std::filesystem::path& folder) { return number_in(folder / "kiosk.db", "SELECT count(*) FROM origin_begun"); }

}

TEST_CASE("A backup is made hourly, two generations are kept, and each opens by itself")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK_FALSE(store->newest_backup());
    make_backup(*store, morning);
    CHECK(store->newest_backup() == morning);
    make_backup(*store, morning + minutes{59});
    CHECK(store->newest_backup() == morning);
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    make_backup(*store, morning + hours{1});
    CHECK(store->newest_backup() == morning + hours{1});
    CHECK(names_in(folder / "backups") == std::vector<std::string>{"kiosk-before.db", "kiosk.db"});
    CHECK(number_in(folder / "backups/kiosk-before.db", "SELECT count(*) FROM sign_up") == 0);
    CHECK(number_in(folder / "backups/kiosk.db", "SELECT count(*) FROM sign_up") == 1);
    make_backup(*store, morning - hours{5});  // the clock was set back: the newest is of a time to come
    CHECK(store->newest_backup() == morning - hours{5});
}

TEST_CASE("Others write while a backup is made and find it whole")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (int round = 0; round < 20; ++round) {
        store->make_backup_if_due(morning + round * hours{1});
        added(*store, seminar, "Ada Lovelace");
        store->wait_for_backup();
        REQUIRE(store->newest_backup() == morning + round * hours{1});
    }
    const auto in_copy = number_in(folder / "backups/kiosk.db", "SELECT count(*) FROM sign_up");
    CHECK((in_copy == 19 || in_copy == 20));
}

TEST_CASE("A copy that does not pass its check never takes the place of a good one")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    make_backup(*store, morning);
    const auto good = file_text(folder / "backups/kiosk.db");
    // The newest fact is another than the one that was hashed.
    REQUIRE(refused(folder / "kiosk.db", "DROP TRIGGER sign_up_stands; UPDATE sign_up SET person = 3").empty());
    make_backup(*store, morning + hours{1});
    CHECK(store->newest_backup() == morning);
    CHECK(file_text(folder / "backups/kiosk.db") == good);
    CHECK(store->take_failed_backup());
    CHECK_FALSE(store->take_failed_backup());
}

TEST_CASE("A newest fact that is another than the one that was hashed gives way to a good backup, and to nothing else")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    const bool has_backup = GENERATE(true, false);
    CAPTURE(has_backup);
    if (has_backup) make_backup(*store, morning);
    REQUIRE(refused(folder / "kiosk.db", "DROP TRIGGER sign_up_stands; UPDATE sign_up SET person = 3").empty());
    CHECK(store->is_damaged() == has_backup);
    leave(store);
    store = open_store(folder.path(), seeded(2), morning + minutes{20});
    CHECK(number_in(folder / "kiosk.db", "SELECT person FROM sign_up") == (has_backup ? raman.value : price.value));
    CHECK(store->damages().size() == (has_backup ? 1 : 0));
    CHECK_FALSE(store->is_damaged());
}

TEST_CASE("A database that is damaged is put aside, the last good backup is taken and a new origin begins")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    make_backup(*store, morning);
    REQUIRE(store->sign_ups().sign_up(lunch, price, morning + minutes{10}, trusted));
    leave(store);
    SECTION("spoilt") { spoil(folder / "kiosk.db"); }
    SECTION("no database at all") { put(folder / "kiosk.db", std::string(9000, 'x')); }
    SECTION("empty") { put(folder / "kiosk.db", ""); }
    SECTION("gone") { std::filesystem::remove(folder / "kiosk.db"); }
    store = open_store(folder.path(), seeded(2), morning + minutes{20});
    REQUIRE(store->is_set_up());
    CHECK(store->activities().places(lunch).promised() == 1);
    CHECK(store->activities().places(lunch).left() == 0);  // what was promised since is not known
    CHECK(origins_in(folder.path()) == 2);
    const auto damages = store->damages();
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].at == morning + minutes{20});
    CHECK(damages[0].outcome == Damage::Outcome::backup_taken);
    CHECK(damages[0].backup_of == morning);
    leave(store);
    store = open_store(folder.path(), seeded(3), morning + minutes{30});  // once and not again
    CHECK(origins_in(folder.path()) == 2);
    CHECK(store->damages().size() == 1);
}

TEST_CASE("A new origin begins also where the backup is as far as the mark")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    make_backup(*store, morning);
    leave(store);
    spoil(folder / "kiosk.db");
    store = open_store(folder.path(), seeded(2));
    CHECK(origins_in(folder.path()) == 2);
}

TEST_CASE("A PIN that was chosen anew outlives damage, and one that was forgotten does not come back with a backup")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->pin().choose("111111", morning, trusted));
    make_backup(*store, morning);
    make_backup(*store, morning + hours{1});
    const bool is_forgotten = GENERATE(false, true);
    REQUIRE((is_forgotten ? store->pin().forget() : store->pin().choose("222222", morning + hours{1}, trusted)));
    CHECK(store->newest_backup() == morning + hours{1});
    leave(store);
    spoil(folder / "kiosk.db");
    store = open_store(folder.path(), seeded(2), morning + hours{2});
    REQUIRE(store->is_set_up());
    CHECK(store->pin().is_chosen() != is_forgotten);
    CHECK(store->pin().check("222222").value() != is_forgotten);
    CHECK_FALSE(store->pin().check("111111").value());
}

TEST_CASE("A kiosk that was set up since its first backup is so still after damage")
{
    Folder folder;
    auto store = open_store(folder.path());
    make_backup(*store, morning);
    REQUIRE(store->set_up(identity(), nullptr, morning));
    leave(store);
    spoil(folder / "kiosk.db");
    CHECK(open_store(folder.path(), seeded(2), morning + minutes{1})->is_set_up());
}

TEST_CASE("The older backup is taken where the newer one is damaged")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    make_backup(*store, morning);
    make_backup(*store, morning + hours{1});
    leave(store);
    spoil(folder / "kiosk.db");
    spoil(folder / "backups/kiosk.db");
    store = open_store(folder.path(), seeded(2), morning + hours{2});
    CHECK(store->is_set_up());
    CHECK(store->damages().front().backup_of == morning);
}

TEST_CASE("Without a good backup the kiosk begins anew and says so")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    leave(store);
    spoil(folder / "kiosk.db");
    store = open_store(folder.path(), seeded(2));
    CHECK_FALSE(store->is_set_up());
    REQUIRE(store->damages().size() == 1);
    CHECK(store->damages().front().outcome == Damage::Outcome::begun_anew);
    CHECK(names_in(folder / "put-aside").size() == 1);
    REQUIRE(store->set_up(identity(), nullptr, morning));
    CHECK(text_in(folder / "kiosk.db", "SELECT after FROM origin_begun").starts_with("MC-ADULTS."));
}

TEST_CASE("A machine that lost all and becomes another kiosk comes after nobody")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    leave(store);
    spoil(folder / "kiosk.db");
    store = open_store(folder.path(), seeded(2));
    auto another = identity();
    another.code = "MC-CHILDREN";
    REQUIRE(store->set_up(another, nullptr, morning));
    CHECK(text_in(folder / "kiosk.db", "SELECT coalesce(after, 'nobody') FROM origin_begun") == "nobody");
}

TEST_CASE("A database of a newer program is neither mended nor put aside")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    make_backup(*store, morning);
    leave(store);
    REQUIRE(refused(folder / "kiosk.db", "PRAGMA user_version = 99").empty());
    const auto opened = KioskStore::open(folder.path(), seeded(2), morning);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence.contains("newer"));
    CHECK_FALSE(std::filesystem::exists(folder / "put-aside"));
}

TEST_CASE("Answers that are damaged or gone are taken from their copy, which is as new as they are")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    for (int i = 0; i < 40; ++i) REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, std::string(200, 'w')}));
    CHECK(file_text(folder / "answers-copy.db") == file_text(folder / "answers.db"));
    CHECK(std::filesystem::last_write_time(folder / "answers-copy.db") == std::filesystem::last_write_time(folder / "answers.db"));
    leave(store);
    auto outcome = Damage::Outcome::backup_taken;
    std::int64_t left = 40;
    SECTION("spoilt") { spoil(folder / "answers.db"); }
    SECTION("gone") { std::filesystem::remove(folder / "answers.db"); }
    SECTION("both spoilt")
    {
        spoil(folder / "answers.db");
        spoil(folder / "answers-copy.db");
        outcome = Damage::Outcome::begun_anew;
        left = 0;
    }
    store = open_store(folder.path(), seeded(2));
    CHECK(store->answers().count() == left);
    REQUIRE(store->damages().size() == 1);
    CHECK(store->damages().front().of == Damage::Of::answers);
    CHECK(store->damages().front().outcome == outcome);
    CHECK(origins_in(folder.path()) == 1);
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
}

TEST_CASE("Who is erased is in no backup and in nothing that was put aside")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    const auto mine = added(*store, lunch, "Wilhelmina Quartermaine");
    make_backup(*store, morning);
    make_backup(*store, morning + hours{1});
    leave(store);
    SECTION("with backups alone") {}
    SECTION("after a damage") { put(folder / "kiosk.db", "Quartermaine" + std::string(9000, 'x')); }
    store = open_store(folder.path(), seeded(2), morning + hours{1});
    REQUIRE(folder_holds(folder / "backups", "Quartermaine"));
    REQUIRE(store->sign_ups().erase(mine.person, morning + hours{1}, trusted));
    for (const auto* trace : {"Quartermaine", "quartermaine", "Wilhelmina", "wilhelmina"}) {
        CAPTURE(trace);
        CHECK_FALSE(folder_holds(folder.path(), trace));
    }
    CHECK(names_in(folder / "backups") == std::vector<std::string>{"kiosk.db"});
    CHECK(number_in(folder / "backups/kiosk.db", "SELECT count(*) FROM erasure") == 1);
}

TEST_CASE("An erasure while a backup is made reaches it")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (int round = 0; round < 20; ++round) {
        const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
        store->make_backup_if_due(morning + round * hours{1});
        REQUIRE(store->sign_ups().erase(mine.person, morning, trusted));
        store->wait_for_backup();
        REQUIRE_FALSE(folder_holds(folder.path(), "Quartermaine"));
    }
}

TEST_CASE("What was put aside goes after the time that names are kept")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    make_backup(*store, morning);
    leave(store);
    spoil(folder / "kiosk.db");
    store = open_store(folder.path(), seeded(2));
    forget(*store, morning + std::chrono::days{29});
    CHECK(names_in(folder / "put-aside").size() == 1);
    forget(*store, morning + std::chrono::days{30});
    CHECK(names_in(folder / "put-aside").empty());
}

TEST_CASE("Damage that is met while the kiosk runs is known, and opening again mends it")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    make_backup(*store, morning);
    CHECK_FALSE(store->is_damaged());
    spoil(folder / "answers.db");
    CHECK_FALSE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    CHECK(store->is_damaged());
    leave(store);
    store = open_store(folder.path(), seeded(2));
    CHECK_FALSE(store->is_damaged());
    CHECK(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
}
