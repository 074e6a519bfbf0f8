// One SQLite database: opened, brought to the newest schema, and the transactions on it. Every commit is on disk before it
// returns (WAL or a rollback journal, synchronous=FULL).
#pragma once

#include "domain/result.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace SQLite {
class Database;
class Statement;
class Transaction;
}

namespace refectory {

// How long, in milliseconds, a database that another program has at this moment is waited for, by its opening as well: at a kiosk somebody
// stands before the screen, at the desk a second command waits for the first.
constexpr int kiosk_patience = 2000;
constexpr int desk_patience = 30'000;

// How much of a file is looked at: every page, which takes the longer the more there is in it, or what a program reads when it begins, its
// head, its tables and its newest facts.
enum class Look { whole, beginning };

class Database {
public:
    enum class Kind { kiosk, answers, desk };
    enum class Condition {
        good,        // or not there, or a newer program's, or in use
        damaged,     // fails the check that opening begins with
        unreadable,  // the disk does not give it
        foreign,     // its head says what no Refectory wrote there
        untrue,      // a kiosk's whose newest fact is another than the one that was hashed
    };

    // Makes the file where there is none. Refuses what is no database, damaged, or newer than this program.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Kind kind, Look look = Look::whole);
    // What a look at it says. Nothing is changed. What is of an older schema, and is to be rewritten, is looked at whole in any case.
    static Condition condition_of(const std::filesystem::path& file, Kind kind, Look look = Look::whole);
    // A file as it is, with whatever schema, and without what is seen to by opening it: to look into it. `how` and exceptions are SQLite's.
    static std::unique_ptr<Database> as_it_is(const std::filesystem::path& file, int how, int patience);
    ~Database();

    SQLite::Database& handle() { return *handle_; }
    bool is_in_transaction() const;
    // For store/prepared.hpp.
    std::unique_ptr<SQLite::Statement> take_statement(std::string_view sql);
    void give_back(std::unique_ptr<SQLite::Statement> statement);
    // Whether a transaction met damage since it was opened.
    bool met_damage() const { return met_damage_; }
    void note_damage() { met_damage_ = true; }

private:
    explicit Database(std::unique_ptr<SQLite::Database> handle);
    struct Statements;

    std::unique_ptr<SQLite::Database> handle_;
    std::unique_ptr<Statements> statements_;  // those that nobody has at the moment; gone before the handle
    bool met_damage_ = false;
};

// Turns an exception of SQLite's into a sentence.
Result<> guarded(const std::function<Result<>()>& work);
// Does all of `work` or nothing of it: an error, or an exception of SQLite's, rolls it back and comes out as a sentence.
// Within a transaction it joins that one.
Result<> in_transaction(Database& database, const std::function<Result<>()>& work);
// Takes what was deleted out of the file's spare pages and out of the log. Fails while a snapshot is being read.
Result<> empty_spare_pages(Database& database);
// All of it as it is at this moment, in a file that is empty or not there, and looked through for damage. What was deleted is not in it. Not
// flushed yet.
Result<> copy_into(Database& database, const std::filesystem::path& file);

}
