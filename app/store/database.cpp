#include "store/database.hpp"

#include "store/embedded_assets.hpp"
#include "store/heads.hpp"
#include "store/temporary_files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace refectory {

namespace {

// One that is not there yet is the owner's alone from its first byte, and with it what SQLite puts beside it. One that is there is
// left: closing it a second time in one program would end the locks of whoever has it open.
void make_private(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

// A database is made of the steps of these folders; the kiosk and the desk hold the same facts.
std::vector<std::string_view> folders_of(Database::Kind kind)
{
    switch (kind) {
    case Database::Kind::kiosk: return {"facts", "kiosk"};
    case Database::Kind::answers: return {"answers"};
    case Database::Kind::desk: return {"facts", "desk"};
    }
    return {};
}

std::string text_of(std::string_view folder, std::size_t step)
{
    const auto name = fmt::format("schema/{}/{:03}.sql", folder, step);
    const auto found = std::ranges::find(embedded_assets(), name, &EmbeddedAsset::name);
    return found == embedded_assets().end() ? std::string{} : std::string{found->text};
}

// Step by step, from the first: what each of the folders has for it.
std::vector<std::string> migrations_of(Database::Kind kind)
{
    std::vector<std::string> migrations;
    while (true) {
        std::string step;
        for (const auto& folder : folders_of(kind)) step += text_of(folder, migrations.size() + 1);
        if (step.empty()) return migrations;
        migrations.push_back(std::move(step));
    }
}

constexpr const char* disk_is_full = "The disk is full. Make room on it, and try again.";

// Even reading makes files beside the database. Where they find no room SQLite only says that something failed.
bool has_no_room(const std::filesystem::path& file)
{
    constexpr std::uint64_t room_to_read = 256 * 1024;
    struct statvfs disk{};
    return !file.empty() && ::statvfs(std::filesystem::absolute(file).parent_path().c_str(), &disk) == 0 &&
           (disk.f_bavail * disk.f_frsize < room_to_read || (disk.f_files > 0 && disk.f_favail == 0));
}

std::string sentence_of(const SQLite::Exception& exception, const std::filesystem::path& file)
{
    const int code = exception.getErrorCode();
    if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && has_no_room(file)) return disk_is_full;
    switch (code) {
    case SQLITE_FULL: return disk_is_full;
    case SQLITE_CORRUPT: return "The database is damaged.";
    case SQLITE_NOTADB: return "The file is not a database of Refectory's.";
    case SQLITE_READONLY: return "The database cannot be written to.";
    case SQLITE_BUSY: return "The database is in use by another program.";
    case SQLITE_IOERR: return "The disk reported an error.";
    case SQLITE_CANTOPEN: return "The database could not be opened.";
    default: return fmt::format("The database refused: {}.", exception.getErrorStr());
    }
}

Result<> guarded_in(const std::filesystem::path& file, const std::function<Result<>()>& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return failure(sentence_of(exception, file));
    }
}

bool tells_of_damage(const SQLite::Exception& exception)
{
    return exception.getErrorCode() == SQLITE_CORRUPT || exception.getErrorCode() == SQLITE_NOTADB;
}

// The disk does not give what is in the file. Errors of the log's index, which a full disk brings, are not of that kind.
bool tells_of_unreadable(const SQLite::Exception& exception)
{
    const int code = exception.getExtendedErrorCode();
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS;
}

constexpr int patience_of(Database::Kind kind) { return kind == Database::Kind::desk ? desk_patience : kiosk_patience; }

constexpr const char* temporary_in_memory = "PRAGMA temp_store = MEMORY";  // names are not to be left in temporary files

// SQLite gives up at once where two programs do this to one database: it has read it by then.
void set_journal_mode(SQLite::Database& handle, const std::string& mode, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause{10};
    int refused = handle.tryExec("PRAGMA journal_mode = " + mode);
    for (; refused == SQLITE_BUSY && patience > pause; patience -= pause) {
        std::this_thread::sleep_for(pause);
        refused = handle.tryExec("PRAGMA journal_mode = " + mode);
    }
    if (refused != SQLITE_OK) throw SQLite::Exception{handle.getHandle(), refused};
}

void set_up(SQLite::Database& handle, Database::Kind kind)
{
    handle.exec("PRAGMA foreign_keys = ON");
    handle.exec("PRAGMA secure_delete = ON");
    handle.exec(temporary_in_memory);
    // Answers keep no log beside them: a write-ahead log has an order.
    set_journal_mode(handle, kind == Database::Kind::answers ? "DELETE" : "WAL", std::chrono::milliseconds{patience_of(kind)});
    handle.exec("PRAGMA synchronous = FULL");
    // A quarter of a MiB is enough for what a kiosk asks; SQLite's own eight times that would be filled in the course of a day.
    if (kind != Database::Kind::desk) handle.exec("PRAGMA cache_size = -256");
}

// What each kind of database has had from its first schema on; a file without it is another's.
constexpr const char* first_table_of(Database::Kind kind)
{
    switch (kind) {
    case Database::Kind::kiosk: return "setup";
    case Database::Kind::answers: return "answer";
    case Database::Kind::desk: return "desk";
    }
    return "";
}

int version_in(SQLite::Database& handle) { return handle.execAndGet("PRAGMA user_version").getInt(); }
bool is_empty(SQLite::Database& handle) { return handle.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0; }
bool passes_check(SQLite::Database& handle) { return handle.execAndGet("PRAGMA quick_check(1)").getString() == "ok"; }

bool is_of_refectory(SQLite::Database& handle, Database::Kind kind)
{
    const SQLite::Transaction at_one_moment{handle};  // another program may be making it
    const int version = version_in(handle);
    return version >= 0 && is_empty(handle) == (version == 0) && (version == 0 || handle.tableExists(first_table_of(kind)));
}

// Before anything is written: whose it is, that it is whole, where that is asked for, and that this program knows its schema.
Result<int> version_of(SQLite::Database& handle, Database::Kind kind, int newest, Look look)
{
    const int version = version_in(handle);
    if (version > newest)
        return failure(fmt::format("The data is of a newer Refectory (schema {}, this program knows {}). Install the newer one.", version, newest));
    if (!is_of_refectory(handle, kind)) return failure("The file is not a database of Refectory's.");
    if (version > 0 && look == Look::whole && !passes_check(handle)) return failure("The database is damaged.");
    return version;
}

// The whole database passes through a temporary one, which is not to be held in memory.
void vacuum(SQLite::Database& handle)
{
    const bool by_file = are_temporary_files_kept_in(std::filesystem::absolute(handle.getFilename()).parent_path());
    if (by_file) handle.exec("PRAGMA temp_store = FILE");
    const int refused = handle.tryExec("VACUUM");
    handle.exec(temporary_in_memory);
    if (refused != 0) throw SQLite::Exception{handle.getHandle(), refused};
}

void migrate(SQLite::Database& handle, int from, std::span<const std::string> migrations)
{
    for (auto i = static_cast<std::size_t>(from); i < migrations.size(); ++i) {
        SQLite::Transaction transaction{handle, SQLite::TransactionBehavior::IMMEDIATE};
        if (std::cmp_greater(version_in(handle), i)) continue;  // another program took the step meanwhile
        handle.exec(migrations[i]);
        handle.exec(fmt::format("PRAGMA user_version = {}", i + 1));
        transaction.commit();
    }
}

// The steps that its version still calls for are taken and taken back: they fail where they do not fit what it holds.
void try_to_migrate(SQLite::Database& handle, std::span<const std::string> migrations)
{
    if (std::cmp_greater_equal(version_in(handle), migrations.size())) return;
    const SQLite::Transaction tried{handle, SQLite::TransactionBehavior::IMMEDIATE};
    const auto version = std::min(static_cast<std::size_t>(version_in(handle)), migrations.size());  // another program may have taken them
    for (const auto& step : migrations.subspan(version)) handle.exec(step);
}

// By a number in its head that no Refectory wrote SQLite takes it for one that can only be read.
bool is_read_only_by_its_head(SQLite::Database& handle, const std::filesystem::path& file)
{
    return sqlite3_db_readonly(handle.getHandle(), "main") != 0 && ::access(file.c_str(), W_OK) == 0;
}

}

struct Database::Statements {
    std::map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>, std::less<>> idle;
};

Database::Database(std::unique_ptr<SQLite::Database> handle) : handle_(std::move(handle)), statements_(std::make_unique<Statements>()) {}
Database::~Database() = default;

std::unique_ptr<SQLite::Statement> Database::take_statement(std::string_view sql)
{
    const auto found = statements_->idle.find(sql);
    if (found == statements_->idle.end() || found->second.empty()) return std::make_unique<SQLite::Statement>(*handle_, std::string{sql});
    auto statement = std::move(found->second.back());
    found->second.pop_back();
    return statement;
}

void Database::give_back(std::unique_ptr<SQLite::Statement> statement)
{
    statement->tryReset();  // one that failed says so once more
    statement->clearBindings();
    statements_->idle[statement->getQuery()].push_back(std::move(statement));
}

bool Database::is_in_transaction() const
{
    return sqlite3_get_autocommit(handle_->getHandle()) == 0;
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Kind kind, Look look)
{
    if (file != ":memory:") make_private(file);
    std::unique_ptr<Database> database;
    REFECTORY_TRY(guarded_in(file, [&]() -> Result<> {
        auto handle = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                                                         patience_of(kind));
        const auto migrations = migrations_of(kind);
        REFECTORY_TRY_ASSIGN(const int version, version_of(*handle, kind, static_cast<int>(migrations.size()), look));
        set_up(*handle, kind);
        migrate(*handle, version, migrations);
        database.reset(new Database{std::move(handle)});
        return {};
    }));
    return database;
}

std::unique_ptr<Database> Database::as_it_is(const std::filesystem::path& file, int how, int patience)
{
    return std::unique_ptr<Database>{new Database{std::make_unique<SQLite::Database>(file.string(), how, patience)}};
}

Database::Condition Database::condition_of(const std::filesystem::path& file, Kind kind, Look look)
{
    if (!std::filesystem::exists(file)) return Condition::good;
    try {
        const auto database = as_it_is(file, SQLite::OPEN_READWRITE, patience_of(kind));
        auto& handle = database->handle();
        const auto migrations = migrations_of(kind);
        const bool is_enough = look == Look::beginning && version_in(handle) == static_cast<int>(migrations.size());
        if (!is_enough && !passes_check(handle)) return Condition::damaged;
        if (version_in(handle) > static_cast<int>(migrations.size())) return Condition::good;
        if (!is_of_refectory(handle, kind) || is_read_only_by_its_head(handle, file)) return Condition::foreign;
        try_to_migrate(handle, migrations);
        const bool is_newest = version_in(handle) == static_cast<int>(migrations.size());  // an older one has not all tables yet
        return kind == Kind::kiosk && is_newest && !heads_hold(*database) ? Condition::untrue : Condition::good;
    } catch (const SQLite::Exception& exception) {
        if (tells_of_damage(exception)) return Condition::damaged;
        if (exception.getErrorCode() == SQLITE_ERROR) return Condition::foreign;
        return tells_of_unreadable(exception) ? Condition::unreadable : Condition::good;
    }
}

Result<> guarded(const std::function<Result<>()>& work)
{
    return guarded_in({}, work);
}

Result<> in_transaction(Database& database, const std::function<Result<>()>& work)
{
    if (database.is_in_transaction()) {
        assert(sqlite3_txn_state(database.handle().getHandle(), "main") == SQLITE_TXN_WRITE);  // one that only reads keeps nothing
        return work();
    }
    return guarded_in(database.handle().getFilename(), [&]() -> Result<> {
        try {
            SQLite::Transaction transaction{database.handle(), SQLite::TransactionBehavior::IMMEDIATE};
            REFECTORY_TRY(work());
            transaction.commit();
        } catch (const SQLite::Exception& exception) {
            if (tells_of_damage(exception)) database.note_damage();
            throw;
        }
        return {};
    });
}

namespace {

// Whoever reads may go on for long: it is done another time.
class ShortPatience {
public:
    explicit ShortPatience(SQLite::Database& handle) : handle_(handle), before_(handle.execAndGet("PRAGMA busy_timeout").getInt())
    {
        handle_.setBusyTimeout(std::min(before_, kiosk_patience));
    }
    ~ShortPatience() { sqlite3_busy_timeout(handle_.getHandle(), before_); }
    ShortPatience(const ShortPatience&) = delete;
    ShortPatience& operator=(const ShortPatience&) = delete;

private:
    SQLite::Database& handle_;
    int before_;
};

}

Result<> empty_spare_pages(Database& database)
{
    return guarded_in(database.handle().getFilename(), [&]() -> Result<> {
        const ShortPatience while_somebody_reads{database.handle()};
        vacuum(database.handle());
        const bool is_busy = database.handle().execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
        if (is_busy) return failure("The database is being read.");
        return {};
    });
}

Result<> copy_into(Database& database, const std::filesystem::path& file)
{
    make_private(file);
    return guarded([&]() -> Result<> {
        SQLite::Statement copy{database.handle(), "VACUUM INTO ?"};
        copy.bind(1, file.string());
        copy.exec();
        SQLite::Database written{file.string(), SQLite::OPEN_READONLY};
        if (!passes_check(written)) return failure("The copy of the database is damaged. Try again.");
        return {};
    });
}

}
