// A fact as a row of its typed table: the form in which it is hashed, stored, exported and collected.
#pragma once

#include "domain/digest.hpp"
#include "domain/facts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace refectory {

using Value = std::variant<std::monostate, std::int64_t, std::string>;

enum class ColumnType { integer, text };

struct Column {
    std::string name;
    ColumnType type = ColumnType::integer;
    bool optional = false;
    std::vector<std::string_view> allowed = {};  // of an enum: its names
    NumberRange range = {};  // of a number
    bool (*is_form)(std::string_view) = nullptr;  // of an id or a code
};

struct FactTable {
    std::string_view name;
    std::vector<Column> columns;  // without the key (origin, seq), which every table begins with
};

// In the order of FactBody's alternatives.
std::span<const FactTable> fact_tables();
const FactTable* find_fact_table(std::string_view name);

std::string_view table_name(const FactBody& body);
std::vector<Value> values_of(const FactBody& body);  // in the order of its table's columns

struct FactRow {
    Spine spine;
    Digest hash{};
    std::vector<Value> values;  // in the order of the table's columns
    friend bool operator==(const FactRow&, const FactRow&) = default;
};

// A fact, and the hash that chains it to all before it in its origin.
struct FactLink {
    FactKey key;
    Digest hash{};
    friend bool operator==(const FactLink&, const FactLink&) = default;
};

// SHA-256 over the hash of the row before (32 zero bytes for the first), the spine, the table's name and the values, each
// with its type and length in front, so that no two rows have the same text.
Digest hash_of(const Digest& before, const Spine& spine, std::string_view table, std::span<const Value> values);

// Why a row that came from outside cannot be one of this table, or empty where it can.
std::string fault_of(const FactTable& table, std::span<const Value> values);

}
