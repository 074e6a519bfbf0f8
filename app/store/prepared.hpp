// A statement of SQLite's that a database prepares once and hands out again and again: what the pages ask for with every tap costs
// more to prepare than to answer. It is given back at the end of the scope, with nothing bound and nothing open. For sources: it brings
// SQLite's header.
#pragma once

#include "store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

namespace refectory {

class Prepared {
public:
    Prepared(Database& database, std::string_view sql) : database_(database), statement_(database.take_statement(sql)) {}
    ~Prepared() { database_.give_back(std::move(statement_)); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    template <class... Values>
    void bind(Values&&... values) { statement_->bind(std::forward<Values>(values)...); }
    bool executeStep() { return statement_->executeStep(); }
    int exec() { return statement_->exec(); }
    void reset() { statement_->reset(); }
    int getColumnCount() const { return statement_->getColumnCount(); }
    SQLite::Column getColumn(int column) { return statement_->getColumn(column); }
    void tryExecuteStep() { statement_->tryExecuteStep(); }

private:
    Database& database_;
    std::unique_ptr<SQLite::Statement> statement_;
};

// What is read in its scope is read as of one moment, and the database is locked once for all of it. Within a transaction it joins that.
class Reading {
public:
    explicit Reading(Database& database) : end_(database, "COMMIT"), is_own_(!database.is_in_transaction())
    {
        if (is_own_) Prepared{database, "BEGIN"}.exec();
    }
    ~Reading()
    {
        if (is_own_) end_.tryExecuteStep();  // there is nothing to lose, and SQLite itself ends one that failed
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

private:
    Prepared end_;
    bool is_own_;
};

}
