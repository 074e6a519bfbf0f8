#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

using namespace refectory;
using namespace refectory::test;
using std::chrono::minutes;

namespace {

// Where nothing looks that the kiosk's start asks for.
void spoil_remarks(const std::filesystem::path& file)
{
    constexpr std::size_t page_size = 4096;
    auto page = std::size_t{0};
    {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE};
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        page = static_cast<std::size_t>(database.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'remark'").getInt64());
    }
    auto bytes = file_text(file);
    bytes.replace((page - 1) * page_size, page_size, std::string(page_size, 'x'));
    put(file, bytes);
}

std::unique_ptr<KioskStore> open_at_once(const std::filesystem::path& folder)
{
    return KioskStore::open(folder, seeded(2), morning, Database::Check::later).value();
}

ino_t number_of(const std::filesystem::path& file)
{
    struct stat about{};
    REQUIRE(::stat(file.c_str(), &about) == 0);
    return about.st_ino;
}

}

TEST_CASE("A store that is opened at once writes when it was looked through, and not before")
{
    Folder folder;
    store_set_up(folder.path());
    const auto store = open_at_once(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK_FALSE(store->is_looked_through());
    CHECK_FALSE(store->met_damage());
}

TEST_CASE("Damage that only a look through finds lets nothing be promised, and is mended when the store is opened anew")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    store->make_backup_if_due(morning);
    store->wait_for_backup();
    store.reset();
    spoil_remarks(folder / "kiosk.db");

    store = open_at_once(folder.path());
    CHECK_FALSE(store->met_damage());
    CHECK(store->activities().places(lunch).promised() == 1);  // what is asked for is there
    CHECK_FALSE(store->sign_ups().sign_up(lunch, price, morning + minutes{1}, trusted));
    CHECK(store->met_damage());
    CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM sign_up") == 1);

    store.reset();
    store = KioskStore::open(folder.path(), seeded(3), morning + minutes{2}).value();
    CHECK(store->damages().size() == 1);
    REQUIRE(store->sign_ups().sign_up(lunch, price, morning + minutes{3}, trusted));
}

TEST_CASE("What cannot be opened at once is looked through and mended at once")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    store->make_backup_if_due(morning);
    store->wait_for_backup();
    store.reset();
    spoil(folder / "kiosk.db");
    store = open_at_once(folder.path());
    CHECK(store->damages().size() == 1);
    CHECK(store->is_set_up());
}

TEST_CASE("A search that nobody waits for any more breaks off")
{
    Folder folder;
    store_set_up(folder.path());
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(Database::has_damage(folder / "kiosk.db", stop.get_token()));
    {
        DamageSearch search{folder / "kiosk.db"};
        (void)search.is_over();
    }
    DamageSearch gone{folder / "nowhere.db"};
    CHECK_FALSE(gone.has_found_any());
}

TEST_CASE("A start that changes nothing writes neither the answers nor the mark anew")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->answers().record({AnswerKind::feedback, lunch, {}, Face::useful, "Good"}));
    store.reset();
    const auto answers = number_of(folder / "answers.db"), copy = number_of(folder / "answers-copy.db"), mark = number_of(folder / "mark");
    SECTION("as it was left")
    {
        store = open_at_once(folder.path());
        CHECK(number_of(folder / "answers.db") == answers);
        CHECK(number_of(folder / "answers-copy.db") == copy);
        CHECK(number_of(folder / "mark") == mark);
    }
    SECTION("a copy that a power cut left old is made anew")
    {
        put(folder / "answers-copy.db", "what was taken back since");
        store = open_at_once(folder.path());
        CHECK(file_text(folder / "answers-copy.db") == file_text(folder / "answers.db"));
    }
}
