// What a desk's database holds of what was collected, as one text.
#pragma once

#include "domain/bytes.hpp"
#include "domain/fact_row.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <string>
#include <vector>

namespace refectory::test {

// Every row of these tables, in an order of its own.
inline std::string rows_of(SQLite::Database& database, const std::vector<std::string>& tables)
{
    std::vector<std::string> lines;
    for (const auto& table : tables) {
        SQLite::Statement query{database, "SELECT * FROM " + table};
        while (query.executeStep()) {
            auto line = table;
            for (int i = 0; i < query.getColumnCount(); ++i) {
                const auto cell = query.getColumn(i);
                line += "|" + (cell.isBlob() ? to_hex(bytes_of(cell.getString())) : cell.isNull() ? "-" : cell.getString());
            }
            lines.push_back(line + "\n");
        }
    }
    std::ranges::sort(lines);
    std::string all;
    for (const auto& line : lines) all += line;
    return all;
}

inline std::string collected_rows_of(SQLite::Database& database)
{
    std::vector<std::string> tables{"fact", "added_name", "remark", "answer", "parcel", "parcel_end", "conflict", "joint"};
    for (const auto& table : fact_tables()) tables.emplace_back(table.name);
    return rows_of(database, tables);
}

}
