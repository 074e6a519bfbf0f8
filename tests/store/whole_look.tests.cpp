// A start that looks at the beginning of the databases, and at the whole of them beside what follows.
#include "store/store_fixture.hpp"
#include "support/patience.hpp"
#include "support/spoilt_table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/generators/catch_generators.hpp>

using namespace refectory;
using namespace refectory::test;
using std::chrono::hours;

namespace {

struct OffWithBackup {
    OffWithBackup() { make_backup(*store_set_up(folder.path()), morning); }
    Folder folder;
};

std::unique_ptr<KioskStore> by_the_beginning(const Folder& folder)
{
    return KioskStore::open(folder.path(), seeded(2), morning, Look::beginning).value();
}

}

TEST_CASE("What a look at the beginning does not see, the whole look beside it finds, and opening again mends it")
{
    const bool is_spoilt = GENERATE(true, false);
    CAPTURE(is_spoilt);
    const OffWithBackup off;
    if (is_spoilt) spoil_table(off.folder / "kiosk.db", "expectation");
    auto store = by_the_beginning(off.folder);
    CHECK(store->damages().empty());
    const auto patience = is_spoilt ? std::chrono::seconds{15} : std::chrono::seconds{1};
    CHECK(comes_true([&] { return store->is_found_damaged(); }, patience) == is_spoilt);
    CHECK(store->met_damage() == is_spoilt);
    store.reset();
    store = open_store(off.folder.path(), seeded(3), morning);
    CHECK(store->damages().size() == (is_spoilt ? 1 : 0));
}

TEST_CASE("While a whole look is owed no backup is replaced or made, and nothing is rewritten; once it has ended well all of it is done")
{
    const bool is_spoilt = GENERATE(true, false);
    CAPTURE(is_spoilt);
    const OffWithBackup off;
    if (is_spoilt) spoil_table(off.folder / "kiosk.db", "expectation");
    const auto good = file_text(off.folder / "backups/kiosk.db");
    auto store = by_the_beginning(off.folder);
    make_backup(*store, morning + hours{2});
    CHECK(file_text(off.folder / "backups/kiosk.db") == good);
    REQUIRE(store->sign_ups().erase(price, morning, trusted));
    CHECK(store->owes_sweep());
    REQUIRE(store->pin().choose("246810", morning, trusted));  // waits for the look
    CHECK((file_text(off.folder / "backups/kiosk.db") == good) == is_spoilt);
    CHECK(store->met_damage() == is_spoilt);
    CHECK(store->is_found_damaged() == is_spoilt);
    CHECK(store->owes_sweep() == is_spoilt);
    if (is_spoilt) return;
    make_backup(*store, morning + hours{2});
    CHECK(store->newest_backup() == morning + hours{2});
}

TEST_CASE("What cannot be opened by its beginning is looked at whole, and mended at once")
{
    const OffWithBackup off;
    SECTION("spoilt") { spoil(off.folder / "kiosk.db"); }
    SECTION("no database at all") { put(off.folder / "kiosk.db", std::string(9000, 'x')); }
    SECTION("its facts") { spoil_table(off.folder / "kiosk.db", "fact"); }
    SECTION("where its history began") { spoil_table(off.folder / "kiosk.db", "origin_begun"); }
    const auto store = by_the_beginning(off.folder);
    CHECK(store->damages().size() == 1);
    CHECK(store->is_set_up());
    CHECK_FALSE(store->met_damage());
}

TEST_CASE("Whatever table is spoilt, a start by the beginning comes up, and the damage is mended at once or found by the whole look")
{
    Folder kept;
    {
        auto store = store_set_up(kept.path());
        REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
        make_backup(*store, morning);
    }
    SQLite::Database database{(kept / "kiosk.db").string(), SQLite::OPEN_READONLY};
    SQLite::Statement pages{database, "SELECT name FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage"};
    std::vector<std::string> names;
    while (pages.executeStep()) names.push_back(pages.getColumn(0).getString());
    for (const auto& name : names) {
        CAPTURE(name);
        Folder folder;
        std::filesystem::copy(kept.path(), folder.path(), std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
        spoil_table(folder / "kiosk.db", name);
        auto store = by_the_beginning(folder);
        CHECK(store->is_set_up());
        const bool is_mended = std::filesystem::exists(folder / "put-aside");
        CHECK((is_mended || comes_true([&] { return store->is_found_damaged(); })));
        store.reset();
        CHECK(open_store(folder.path(), seeded(3), morning)->damages().size() == 1);
    }
}

TEST_CASE("What a start mended before it had to look at the whole is told beside what it found then")
{
    const OffWithBackup off;
    spoil(off.folder / "answers.db");
    spoil_table(off.folder / "kiosk.db", "setup");  // its beginning does not show it
    const auto store = by_the_beginning(off.folder);
    CHECK(store->damages().size() == 2);
}
