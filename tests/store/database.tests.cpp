#include "domain/fact_row.hpp"
#include "store/embedded_assets.hpp"
#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <future>
#include <set>
#include <thread>

using namespace refectory;
using namespace refectory::test;

namespace {

void write_file(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
}

void write_first_schema(const std::filesystem::path& file)
{
    SQLite::Database old{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    for (const auto& asset : embedded_assets())
        if (asset.name == "schema/facts/001.sql" || asset.name == "schema/kiosk/001.sql") old.exec(std::string{asset.text});
    old.exec("INSERT INTO objective VALUES (1, 'Share research'); PRAGMA user_version = 1");
}

// By another program, so that nobody else even reads it.
class HeldForAMoment {
public:
    explicit HeldForAMoment(std::filesystem::path file)
        : other_([this, file = std::move(file)] {
              SQLite::Database holder{file.string(), SQLite::OPEN_READWRITE};
              holder.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE note(words); COMMIT");
              is_held_.set_value();
              std::this_thread::sleep_for(std::chrono::milliseconds{200});
          })
    {
        is_held_.get_future().wait();
    }

private:
    std::promise<void> is_held_;
    std::jthread other_;
};

// One step a file.
std::int64_t newest_schema()
{
    return std::ranges::count_if(embedded_assets(), [](const EmbeddedAsset& asset) { return asset.name.starts_with("schema/kiosk/"); });
}

}

TEST_CASE("The typed tables have exactly the columns of the facts")
{
    Folder folder;
    const auto store = open_store(folder.path());
    SQLite::Database database{(folder.path() / "kiosk.db").string(), SQLite::OPEN_READONLY};
    for (const auto& table : fact_tables()) {
        CAPTURE(std::string{table.name});
        SQLite::Statement columns{database, "SELECT name, type, \"notnull\" FROM pragma_table_info(?)"};
        columns.bind(1, std::string{table.name});
        std::vector<std::string> found, expected{"origin TEXT 1", "seq INTEGER 1"};
        while (columns.executeStep())
            found.push_back(columns.getColumn(0).getString() + ' ' + columns.getColumn(1).getString() + ' ' + columns.getColumn(2).getString());
        for (const auto& column : table.columns)
            expected.push_back(column.name + (column.type == ColumnType::text ? " TEXT " : " INTEGER ") + (column.optional ? "0" : "1"));
        CHECK(found == expected);
    }
}

TEST_CASE("Every word that a fact may hold is taken and no other")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    SQLite::Database database{(folder.path() / "kiosk.db").string(), SQLite::OPEN_READWRITE};
    std::int64_t seq = 1000;
    for (const auto& table : fact_tables())
        for (std::size_t wanted = 0; wanted < table.columns.size(); ++wanted) {
            auto words = table.columns[wanted].allowed;
            if (words.empty()) continue;
            words.push_back("no such word");
            for (const auto word : words) {
                CAPTURE(std::string{table.name}, table.columns[wanted].name, std::string{word});
                SQLite::Transaction rolled_back{database};
                SQLite::Statement fact{database, "INSERT INTO fact VALUES ('O', ?, 'any', 0, 0, 1, zeroblob(32))"};
                fact.bind(1, ++seq);
                fact.exec();
                std::string sql = "INSERT INTO " + std::string{table.name} + " VALUES ('O', " + std::to_string(seq);
                for (std::size_t i = 0; i < table.columns.size(); ++i) {
                    const auto& column = table.columns[i];
                    const auto value = i == wanted ? std::string{word} : column.allowed.empty() ? "1" : std::string{column.allowed.front()};
                    sql += column.type == ColumnType::text ? ", '" + value + "'" : ", 1";
                }
                const bool is_taken = database.tryExec(sql + ")") == 0;
                CHECK(is_taken == (word != "no such word"));
            }
        }
}

TEST_CASE("No fact is ever changed or deleted")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    const auto file = folder.path() / "kiosk.db";
    CHECK(refused(file, "UPDATE sign_up SET person = 9").find("never changed") != std::string::npos);
    CHECK(refused(file, "DELETE FROM sign_up").find("never deleted") != std::string::npos);
    std::set<std::string> guarded_tables{"fact"};
    for (const auto& table : fact_tables()) guarded_tables.insert(std::string{table.name});
    for (const auto& table : guarded_tables) {
        CAPTURE(table);
        CHECK(number_in(file, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '" + table +
                                  "' AND (sql LIKE '%BEFORE UPDATE ON%' OR sql LIKE '%BEFORE DELETE ON%')") == 2);
    }
}

TEST_CASE("A typed row without its fact is refused")
{
    Folder folder;
    auto database = Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk);
    REQUIRE(database);
    const auto result = in_transaction(**database, [&]() -> Result<> {
        (*database)->handle().exec("INSERT INTO sign_up VALUES ('O', 1, 'LUNCH-1', 2)");
        return {};
    });
    CHECK_FALSE(result);
}

TEST_CASE("The databases are kept as durably and as cleanly as is promised")
{
    Folder folder;
    auto kiosk = Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk);
    auto answers = Database::open(folder.path() / "answers.db", Database::Kind::answers);
    REQUIRE((kiosk && answers));
    for (auto* database : {kiosk->get(), answers->get()}) {
        CHECK(database->handle().execAndGet("PRAGMA synchronous").getInt() == 2);
        CHECK(database->handle().execAndGet("PRAGMA secure_delete").getInt() == 1);
        CHECK(database->handle().execAndGet("PRAGMA foreign_keys").getInt() == 1);
        CHECK(database->handle().execAndGet("PRAGMA temp_store").getInt() == 2);
    }
    CHECK((*kiosk)->handle().execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK((*answers)->handle().execAndGet("PRAGMA journal_mode").getString() == "delete");
}

TEST_CASE("A database of the first schema is brought to the newest and keeps what it holds")
{
    Folder folder;
    const auto file = folder.path() / "kiosk.db";
    write_first_schema(file);
    REQUIRE(Database::open(file, Database::Kind::kiosk));
    CHECK(number_in(file, "PRAGMA user_version") == newest_schema());
    CHECK(text_in(file, "SELECT words FROM objective") == "Share research");
    CHECK(number_in(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'pin'") == 1);
}

TEST_CASE("A database that another program has for a moment is waited for")
{
    Folder folder;
    const auto file = folder.path() / "desk.db";
    REQUIRE(Database::open(file, Database::Kind::desk));
    const HeldForAMoment other{file};
    const auto database = Database::open(file, Database::Kind::desk);
    INFO((database ? "" : database.error().sentence));
    CHECK(database);
}

TEST_CASE("What a database is that another program has for a moment is said when it is free")
{
    Folder folder;
    const auto file = folder.path() / "kiosk.db";
    SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("CREATE TABLE another(words)");
    const HeldForAMoment other{file};
    CHECK(Database::condition_of(file, Database::Kind::kiosk) == Database::Condition::foreign);
}

TEST_CASE("Programs that begin one database, or bring it to the newest schema, at the same moment do it once")
{
    Folder folder;
    const auto old = GENERATE(false, true);
    const auto file = folder.path() / "kiosk.db";
    if (old) write_first_schema(file);
    std::vector<std::jthread> programs;
    std::array<std::string, 6> refusals;
    for (auto& refusal : refusals)
        programs.emplace_back([&refusal, &file] {
            const auto database = Database::open(file, Database::Kind::kiosk);
            if (!database) refusal = database.error().sentence;
        });
    programs.clear();
    for (const auto& refusal : refusals) CHECK(refusal.empty());
    CHECK(number_in(file, "PRAGMA user_version") == newest_schema());
}

TEST_CASE("What is no database of ours is refused in a sentence and left as it is")
{
    Folder folder;
    const auto file = folder.path() / "kiosk.db";
    std::string sentence;
    SECTION("a newer schema")
    {
        REQUIRE(Database::open(file, Database::Kind::kiosk));
        REQUIRE(refused(file, "PRAGMA user_version = 99").empty());
        sentence = fmt::format("The data is of a newer Refectory (schema 99, this program knows {}). Install the newer one.", newest_schema());
    }
    SECTION("a schema below nothing")
    {
        REQUIRE(Database::open(file, Database::Kind::kiosk));
        REQUIRE(refused(file, "PRAGMA user_version = -3").empty());
        sentence = "The file is not a database of Refectory's.";
    }
    SECTION("text")
    {
        write_file(file, std::string(5000, 'x'));
        sentence = "The file is not a database of Refectory's.";
    }
    SECTION("another program's database")
    {
        SQLite::Database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("CREATE TABLE recipe (words TEXT)");
        sentence = "The file is not a database of Refectory's.";
    }
    SECTION("the other of our own two")
    {
        REQUIRE(Database::open(file, Database::Kind::answers));
        sentence = "The file is not a database of Refectory's.";
    }
    const auto before = file_text(file);
    const auto opened = Database::open(file, Database::Kind::kiosk);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence == sentence);
    CHECK(file_text(file) == before);
}

TEST_CASE("A damaged database is a sentence wherever the damage is")
{
    Folder folder;
    const auto file = folder.path() / "kiosk.db";
    {
        const auto store = store_set_up(folder.path());
    }
    SQLite::Database{file.string(), SQLite::OPEN_READWRITE}.exec("VACUUM");  // no page is spare
    const auto whole = file_text(file);
    int refusals = 0;
    for (std::size_t page = 0; page < whole.size() / 4096; ++page) {
        CAPTURE(page);
        auto damaged = whole;
        for (std::size_t i = page == 0 ? 100 : 0; i < 4096; ++i) damaged[page * 4096 + i] = static_cast<char>(0x5A ^ (i * 7));
        write_file(file, damaged);
        const auto opened = Database::open(file, Database::Kind::kiosk);
        if (opened) continue;
        ++refusals;
        CHECK_FALSE(opened.error().sentence.empty());
    }
    CHECK(refusals == static_cast<int>(whole.size() / 4096));
    write_file(file, whole.substr(0, whole.size() / 2));
    CHECK_FALSE(Database::open(file, Database::Kind::kiosk));
}

TEST_CASE("What fails within a transaction leaves nothing behind")
{
    Folder folder;
    auto database = Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk);
    REQUIRE(database);
    const auto count = [&] { return (*database)->handle().execAndGet("SELECT count(*) FROM objective").getInt(); };
    const auto add = [&] { (*database)->handle().exec("INSERT INTO objective (words) VALUES ('Share research')"); };
    CHECK_FALSE(in_transaction(**database, [&]() -> Result<> {
        add();
        return failure("No.");
    }));
    CHECK(count() == 0);
    const auto thrown = in_transaction(**database, [&]() -> Result<> {
        add();
        (*database)->handle().exec("INSERT INTO no_such_table VALUES (1)");
        return {};
    });
    REQUIRE_FALSE(thrown);
    CHECK(count() == 0);
    CHECK(in_transaction(**database, [&]() -> Result<> {
        add();
        return in_transaction(**database, [&]() -> Result<> {
            add();
            return {};
        });
    }));
    CHECK(count() == 2);
}
