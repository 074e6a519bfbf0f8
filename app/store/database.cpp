#include "store/database.hpp"

#include "store/embedded_assets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

namespace refectory {

namespace {

constexpr std::string_view folder_of(Database::Kind kind)
{
    switch (kind) {
    case Database::Kind::kiosk: return "schema/kiosk/";
    case Database::Kind::answers: return "schema/answers/";
    case Database::Kind::desk: return "schema/desk/";
    }
    return {};
}

std::vector<std::string_view> migrations_of(Database::Kind kind)
{
    std::vector<std::string_view> migrations;
    for (const auto& asset : embedded_assets())
        if (asset.name.starts_with(folder_of(kind))) migrations.push_back(asset.text);
    return migrations;
}

std::string sentence_of(const SQLite::Exception& exception)
{
    switch (exception.getErrorCode()) {
    case SQLITE_FULL: return "The disk is full.";
    case SQLITE_CORRUPT: return "The database is damaged.";
    case SQLITE_NOTADB: return "The file is not a database of Refectory's.";
    case SQLITE_READONLY: return "The database cannot be written to.";
    case SQLITE_BUSY: return "The database is in use by another program.";
    case SQLITE_IOERR: return "The disk reported an error.";
    case SQLITE_CANTOPEN: return "The database could not be opened.";
    default: return fmt::format("The database refused: {}.", exception.getErrorStr());
    }
}

void set_up(SQLite::Database& handle, Database::Kind kind)
{
    handle.exec("PRAGMA foreign_keys = ON");
    handle.exec("PRAGMA secure_delete = ON");
    // Answers keep no log beside them: a write-ahead log has an order.
    handle.exec(kind == Database::Kind::answers ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
    handle.exec("PRAGMA synchronous = FULL");
    handle.setBusyTimeout(2000);
}

}

Database::Database(std::unique_ptr<SQLite::Database> handle) : handle_(std::move(handle)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Kind kind)
{
    try {
        auto handle = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const int version = handle->execAndGet("PRAGMA user_version").getInt();
        const auto migrations = migrations_of(kind);
        const int newest = static_cast<int>(migrations.size());
        if (version > newest)
            return failure(fmt::format("The data is of a newer Refectory (schema {}, this program knows {}). Install the newer one.", version, newest));
        set_up(*handle, kind);
        for (int i = version; i < newest; ++i) {
            SQLite::Transaction transaction{*handle};
            handle->exec(std::string{migrations[static_cast<std::size_t>(i)]});
            handle->exec(fmt::format("PRAGMA user_version = {}", i + 1));
            transaction.commit();
        }
        return std::unique_ptr<Database>{new Database{std::move(handle)}};
    } catch (const SQLite::Exception& exception) {
        return failure(sentence_of(exception));
    }
}

Result<> in_transaction(Database& database, const std::function<Result<>()>& work)
{
    try {
        SQLite::Transaction transaction{database.handle(), SQLite::TransactionBehavior::IMMEDIATE};
        REFECTORY_TRY(work());
        transaction.commit();
        return {};
    } catch (const SQLite::Exception& exception) {
        return failure(sentence_of(exception));
    }
}

}
