// A statement of SQLite's that a database prepares once and hands out again and again: what the pages ask for with every tap costs
// more to prepare than to answer. It is given back at the end of the scope, with nothing bound and nothing open. Only the store's sources
// include this: it brings SQLite's header.
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
    SQLite::Column getColumn(int column) { return statement_->getColumn(column); }
    SQLite::Statement& operator*() { return *statement_; }

private:
    Database& database_;
    std::unique_ptr<SQLite::Statement> statement_;
};

}
