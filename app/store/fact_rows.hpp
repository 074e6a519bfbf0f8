// Fact rows in their tables: the spine in `fact`, the rest in the table of their kind.
// It decides nothing: who records, numbers and hashes a row, or may take one out again, is its callers' matter.
#pragma once

#include "domain/fact_row.hpp"

#include <optional>
#include <vector>

namespace SQLite { class Column; }

namespace refectory {

class Database;
class Prepared;

void bind_value(Prepared& statement, int index, const Value& value);
void bind_spine(Prepared& statement, const Spine& spine, std::string_view table, const Digest& hash);  // places 1 to 7
Value value_of(const SQLite::Column& column);
Digest digest_of(const SQLite::Column& column);

struct StoredFact {
    const FactTable* table = nullptr;
    FactRow row;
};

class FactRows {
public:
    explicit FactRows(Database& database) : database_(database) {}

    void put(const FactTable& table, const FactRow& row);
    std::optional<Digest> hash_at(const FactKey& key);
    // Of that number and of those behind it, one a place: none where there is no fact.
    std::vector<std::optional<Digest>> hashes_from(const FactKey& key, std::size_t count);
    std::optional<StoredFact> find(const FactKey& key);
    // Where the desk finds another row to be the one that stands. The kiosk's tables do not allow it.
    std::optional<StoredFact> take_out(const FactKey& key);

private:
    Database& database_;
};

}
