// Databases as programs of every past schema left them (kept/*.sql, text from .dump), opened by today's.
#include "store/desk_store.hpp"
#include "store/fact_rows.hpp"
#include "store/owed_sweep.hpp"
#include "store/prepared.hpp"
#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

const std::filesystem::path kept = std::filesystem::path{REFECTORY_SOURCE} / "tests/store/kept";

struct Kept {
    Database::Kind kind;
    std::string name;
    std::filesystem::path dump;
};

std::vector<Kept> kept_databases()
{
    std::vector<Kept> all;
    for (const auto& name : names_in(kept)) {
        if (!name.ends_with(".sql")) continue;
        const auto kind = name.starts_with("kiosk") ? Database::Kind::kiosk : name.starts_with("desk") ? Database::Kind::desk : Database::Kind::answers;
        all.push_back({kind, name, kept / name});
    }
    return all;
}

void build(const std::filesystem::path& file, const std::filesystem::path& dump)
{
    SQLite::Database database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec(file_text(dump));
}

// Every table, index and trigger, as its text without blanks: a column that was added later is written at the end.
std::vector<std::string> schema_of(const std::filesystem::path& file)
{
    SQLite::Database database{file.string(), SQLite::OPEN_READONLY};
    SQLite::Statement query{database, "SELECT s.type || ' ' || s.name || coalesce((SELECT group_concat(c.name || c.type || c.\"notnull\" || c.pk) FROM pragma_table_info(s.name) c), '') "
                                      "FROM sqlite_schema s WHERE s.name NOT LIKE 'sqlite_%' ORDER BY 1"};
    std::vector<std::string> schema;
    while (query.executeStep()) schema.push_back(query.getColumn(0).getString());
    return schema;
}

// How many facts follow from one another, from the first of each origin.
std::int64_t facts_in_chain(const std::filesystem::path& file)
{
    const auto database = Database::as_it_is(file, SQLite::OPEN_READONLY, 0);
    FactRows rows{*database};
    Prepared facts{*database, "SELECT origin, seq FROM fact ORDER BY origin, seq"};
    std::int64_t count = 0;
    FactKey before;
    Digest hash{};
    while (facts.executeStep()) {
        const FactKey key{Origin{facts.getColumn(0).getString()}, facts.getColumn(1).getInt64()};
        if (key.origin != before.origin) hash = {};
        const auto fact = rows.find(key);
        REQUIRE(fact);
        CHECK(key.seq == (key.origin == before.origin ? before.seq + 1 : 1));
        hash = hash_of(hash, fact->row.spine, fact->table->name, fact->row.values);
        if (hash == fact->row.hash) ++count;
        before = key;
    }
    return count;
}

std::int64_t newest_of(Database::Kind kind, const std::filesystem::path& file)
{
    REQUIRE(Database::open(file, kind));
    return number_in(file, "PRAGMA user_version");
}

}

TEST_CASE("A database of every past schema is kept, of each kind")
{
    Folder folder;
    const auto newest = [&](Database::Kind kind) { return newest_of(kind, folder / std::to_string(static_cast<int>(kind))); };
    std::map<Database::Kind, std::int64_t> found;
    for (const auto& one : kept_databases()) ++found[one.kind];
    CHECK(found[Database::Kind::kiosk] == newest(Database::Kind::kiosk));
    CHECK(found[Database::Kind::desk] == newest(Database::Kind::desk));
    CHECK(found[Database::Kind::answers] == newest(Database::Kind::answers));
}

TEST_CASE("A kept database of any schema is brought to today's, and nothing of it is lost")
{
    for (const auto& one : kept_databases()) {
        CAPTURE(one.name);
        Folder folder;
        const auto file = folder / "kept.db", fresh = folder / "fresh.db";
        build(file, one.dump);
        const auto rows = [&](const std::string& table) { return number_in(file, "SELECT count(*) FROM " + table); };
        const auto tables = one.kind == Database::Kind::answers ? std::vector<std::string>{"answer"} : std::vector<std::string>{"fact", "sign_up", "check_in"};
        std::vector<std::int64_t> before;
        for (const auto& table : tables) before.push_back(rows(table));
        CHECK(before.front() > 0);
        const auto opened = Database::open(file, one.kind);
        INFO((opened ? "" : opened.error().sentence));
        REQUIRE(opened);
        CHECK(number_in(file, "PRAGMA user_version") == newest_of(one.kind, fresh));
        CHECK(schema_of(file) == schema_of(fresh));
        for (std::size_t i = 0; i < tables.size(); ++i) CHECK(rows(tables[i]) == before[i]);
        if (one.kind != Database::Kind::answers) CHECK(facts_in_chain(file) == rows("fact"));
        if (one.kind == Database::Kind::kiosk) CHECK(visits_not_as_their_facts(file) == 0);
        if (one.kind == Database::Kind::kiosk) CHECK(number_in(file, "SELECT count(*) FROM activity WHERE latest_end < ends") == 0);
        CHECK(refused(file, "PRAGMA foreign_key_check").empty());
    }
}

TEST_CASE("What was put right under a past schema stays as it was")
{
    for (const auto& one : kept_databases()) {
        if (one.name != "kiosk-10.sql" && one.name != "desk-12.sql") continue;
        CAPTURE(one.name);
        Folder folder;
        const auto file = folder / "kept.db";
        build(file, one.dump);
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec(
            "INSERT INTO fact VALUES ('O', 1, 'correction', 0, 0, 1, zeroblob(32)); INSERT INTO correction VALUES ('O', 1, 'visit', 'P', 2, 3, 'by mistake')");
        REQUIRE(Database::open(file, one.kind));
        CHECK(text_in(file, "SELECT origin || seq || what || fact_origin || fact_seq || ended_at || reason FROM correction") == "O1visitP23by mistake");
        CHECK(number_in(file, "SELECT at FROM visit_end WHERE visit_origin = 'P'") == 3);
        CHECK(refused(file, "UPDATE correction SET ended_at = 1").find("never changed") != std::string::npos);
    }
}

TEST_CASE("Visits of before an upgrade stand after it as they were, open, ended or put right")
{
    Folder folder;
    const auto file = folder / "kiosk.db";
    build(file, kept / "kiosk-13.sql");
    const auto before = number_in(file, "SELECT count(*) FROM check_in");
    SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec(
        "INSERT INTO fact VALUES ('O', 1, 'check_in', 5, 5, 1, zeroblob(32)), ('O', 2, 'check_in', 6, 6, 1, zeroblob(32)), ('O', 3, 'correction', 9, 9, 1, zeroblob(32));"
        "INSERT INTO check_in VALUES ('O', 1, 1, NULL, 'pass', 7, 3), ('O', 2, 2, NULL, 'pass', 8, 3);"
        "INSERT INTO correction VALUES ('O', 3, 'visit', 'O', 2, 8, 'forgotten')");
    REQUIRE(Database::open(file, Database::Kind::kiosk));
    CHECK(visits_not_as_their_facts(file) == 0);
    CHECK(number_in(file, "SELECT count(*) FROM visit") == before + 2);
    CHECK(number_in(file, "SELECT count(*) FROM visit WHERE ended IS NULL") == 1);
    CHECK(number_in(file, "SELECT ended FROM visit WHERE origin = 'O' AND seq = 2") == 8);
}

TEST_CASE("What was typed wrongly by people whose names had gone before an upgrade goes with it, and no other try")
{
    Folder folder;
    build(folder / "kiosk.db", kept / "kiosk-12.sql");
    {
        SQLite::Database database{(folder / "kiosk.db").string(), SQLite::OPEN_READWRITE};
        const auto named = database.execAndGet("SELECT min(person) FROM person").getString();
        for (const auto& subject : {"letters:" + named, "code:" + named + ":LUNCH-1", std::string{"letters:987654"}, std::string{"pass:987654"},
                                    std::string{"code:987654:LUNCH-1"}, std::string{"pin"}})
            database.exec("INSERT INTO tries (subject, wrong, blocks, blocked_until) VALUES ('" + subject + "', 1, 0, 0)");
    }
    REQUIRE(Database::open(folder / "kiosk.db", Database::Kind::kiosk));
    CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM tries") == 3);
    CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM tries WHERE subject LIKE '%987654%'") == 0);
}

TEST_CASE("A desk of before an upgrade owes the rewriting of its file where it has erased somebody")
{
    for (const bool has_erased : {false, true}) {
        Folder folder;
        const auto file = folder / "desk.db";
        build(file, kept / "desk-22.sql");
        if (has_erased)
            SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("INSERT INTO fact VALUES ('O', 1, 'erasure', 5, 5, 1, zeroblob(32)); INSERT INTO erasure VALUES ('O', 1, 2)");
        const auto desk = Database::open(file, Database::Kind::desk);
        REQUIRE(desk);
        CHECK(owes_sweep(**desk) == has_erased);
        REQUIRE(sweep_if_owed(**desk));
        CHECK_FALSE(owes_sweep(**desk));
    }
}

TEST_CASE("A kiosk goes on with a kept database of any schema")
{
    for (const auto& one : kept_databases()) {
        if (one.kind != Database::Kind::kiosk) continue;
        CAPTURE(one.name);
        Folder folder;
        build(folder / "kiosk.db", one.dump);
        const auto before = number_in(folder / "kiosk.db", "SELECT count(*) FROM sign_up");
        const auto store = open_store(folder.path());
        REQUIRE(store->is_set_up());
        CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM origin_begun") == 1);
        const auto activity = ActivityId{text_in(folder / "kiosk.db", "SELECT activity FROM activity WHERE listed LIMIT 1")};
        REQUIRE(store->sign_ups().sign_up_new_person(activity, "Ada Lovelace", "Adults team", "Medway Council", morning, trusted));
        CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM sign_up") == before + 1);
        CHECK(facts_in_chain(folder / "kiosk.db") == number_in(folder / "kiosk.db", "SELECT count(*) FROM fact"));
    }
}

TEST_CASE("A database of a newer program is refused in a sentence, whichever it is")
{
    Folder folder;
    const auto expect_refusal = [](const auto& opened) {
        REQUIRE_FALSE(opened);
        CHECK(opened.error().sentence.starts_with("The data is of a newer Refectory (schema 99"));
        CHECK(opened.error().sentence.ends_with("Install the newer one."));
    };
    SECTION("the kiosk's")
    {
        store_set_up(folder.path()).reset();
        REQUIRE(refused(folder / "kiosk.db", "PRAGMA user_version = 99").empty());
        expect_refusal(KioskStore::open(folder.path(), seeded(1), morning));
    }
    SECTION("the answers")
    {
        store_set_up(folder.path()).reset();
        REQUIRE(refused(folder / "answers.db", "PRAGMA user_version = 99").empty());
        expect_refusal(KioskStore::open(folder.path(), seeded(1), morning));
    }
    SECTION("the desk's")
    {
        REQUIRE(DeskStore::open(folder / "desk.db", seeded(1), morning));
        REQUIRE(refused(folder / "desk.db", "PRAGMA user_version = 99").empty());
        expect_refusal(DeskStore::open(folder / "desk.db", seeded(1), morning));
    }
}
