#include "store/fact_rows.hpp"

#include "store/prepared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace refectory {

namespace {

std::string insertion_into(const FactTable& table)
{
    std::string columns, places;
    for (const auto& column : table.columns) {
        columns += ", " + column.name;
        places += ", ?";
    }
    return fmt::format("INSERT INTO {} (origin, seq{}) VALUES (?, ?{})", table.name, columns, places);
}

std::vector<Value> values_at(Database& database, const FactTable& table, const FactKey& key)
{
    std::string columns;
    for (const auto& column : table.columns) columns += ", " + column.name;
    Prepared query{database, fmt::format("SELECT seq{} FROM {} WHERE origin = ? AND seq = ?", columns, table.name)};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    query.executeStep();
    std::vector<Value> values;
    for (std::size_t i = 0; i < table.columns.size(); ++i) values.push_back(value_of(query.getColumn(static_cast<int>(i) + 1)));
    return values;
}

void remove(Database& database, std::string_view table, const FactKey& key)
{
    Prepared removal{database, fmt::format("DELETE FROM {} WHERE origin = ? AND seq = ?", table)};
    removal.bind(1, key.origin.value);
    removal.bind(2, key.seq);
    removal.exec();
}

}

void bind_value(Prepared& statement, int index, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) statement.bind(index, *number);
    else if (const auto* text = std::get_if<std::string>(&value)) statement.bind(index, *text);
    else statement.bind(index);
}

void bind_spine(Prepared& statement, const Spine& spine, std::string_view table, const Digest& hash)
{
    statement.bind(1, spine.key.origin.value);
    statement.bind(2, spine.key.seq);
    statement.bind(3, std::string{table});
    statement.bind(4, to_milliseconds(spine.at));
    statement.bind(5, to_milliseconds(spine.order_at));
    statement.bind(6, spine.clock == ClockTrust::trusted ? 1 : 0);
    statement.bind(7, hash.data(), static_cast<int>(hash.size()));
}

Value value_of(const SQLite::Column& column)
{
    if (column.isNull()) return std::monostate{};
    if (column.isInteger()) return column.getInt64();
    return column.getString();
}

Digest digest_of(const SQLite::Column& column)
{
    Digest digest{};
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());  // before its size, as SQLite asks
    std::copy_n(bytes, bytes ? std::min(static_cast<std::size_t>(column.getBytes()), digest.size()) : 0, digest.begin());
    return digest;
}

void FactRows::put(const FactTable& table, const FactRow& row)
{
    Prepared spine{database_, "INSERT INTO fact (origin, seq, kind, at, order_at, clock, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"};
    bind_spine(spine, row.spine, table.name, row.hash);
    spine.exec();
    Prepared typed{database_, insertion_into(table)};
    typed.bind(1, row.spine.key.origin.value);
    typed.bind(2, row.spine.key.seq);
    for (std::size_t i = 0; i < row.values.size(); ++i) bind_value(typed, static_cast<int>(i) + 3, row.values[i]);
    typed.exec();
}

std::optional<Digest> FactRows::hash_at(const FactKey& key)
{
    Prepared query{database_, "SELECT hash FROM fact WHERE origin = ? AND seq = ?"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    return query.executeStep() ? std::optional{digest_of(query.getColumn(0))} : std::nullopt;
}

std::vector<std::optional<Digest>> FactRows::hashes_from(const FactKey& key, std::size_t count)
{
    Prepared query{database_, "SELECT seq, hash FROM fact WHERE origin = ? AND seq >= ? ORDER BY seq LIMIT ?"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    query.bind(3, static_cast<std::int64_t>(count));
    std::vector<std::optional<Digest>> hashes(count);
    while (query.executeStep()) {
        const auto place = query.getColumn(0).getInt64() - key.seq;
        if (std::cmp_greater_equal(place, count)) break;
        hashes[static_cast<std::size_t>(place)] = digest_of(query.getColumn(1));
    }
    return hashes;
}

std::optional<StoredFact> FactRows::find(const FactKey& key)
{
    Prepared query{database_, "SELECT kind, at, order_at, clock, hash FROM fact WHERE origin = ? AND seq = ?"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    if (!query.executeStep()) return std::nullopt;
    StoredFact fact;
    fact.table = find_fact_table(query.getColumn(0).getString());
    if (!fact.table) return std::nullopt;
    fact.row.spine = {key, from_milliseconds(query.getColumn(1).getInt64()), from_milliseconds(query.getColumn(2).getInt64()),
                      query.getColumn(3).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
    fact.row.hash = digest_of(query.getColumn(4));
    fact.row.values = values_at(database_, *fact.table, key);
    return fact;
}

std::optional<StoredFact> FactRows::take_out(const FactKey& key)
{
    auto fact = find(key);
    if (!fact) return std::nullopt;
    remove(database_, fact->table->name, key);
    remove(database_, "fact", key);
    return fact;
}

}
