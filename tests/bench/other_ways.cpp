#include "bench/other_ways.hpp"

#include "domain/fact_row.hpp"

#include <fmt/format.h>

namespace refectory::bench {

std::string export_line(const std::filesystem::path& database, std::int64_t after, const std::string& recipient, const std::filesystem::path& file)
{
    std::string selects;
    for (const auto& table : fact_tables()) {
        std::string columns;
        for (const auto& column : table.columns) columns += ", t." + column.name;
        selects += fmt::format("SELECT origin, seq, f.at, f.order_at, f.clock, hex(f.hash){} FROM {} t JOIN fact f USING (origin, seq) "
                               "WHERE origin = (SELECT origin FROM origin_begun) AND seq > {} ORDER BY seq; ", columns, table.name, after);
    }
    return fmt::format("set -o pipefail; sqlite3 -readonly -csv '{}' '{}' | zip -q - - | age -r {} -o '{}' && sync '{}'", database.string(), selects, recipient,
                       file.string(), file.string());
}

std::string merge_line(const std::filesystem::path& from, const std::filesystem::path& into)
{
    std::string inserts;
    const auto insert = [&](std::string_view table) { inserts += fmt::format("INSERT INTO {0} SELECT * FROM other.{0} WHERE true ON CONFLICT (origin, seq) DO NOTHING; ", table); };
    insert("fact");
    for (const auto& table : fact_tables()) insert(table.name);
    return fmt::format("sqlite3 '{}' 'PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -24576; ATTACH \"{}\" AS other; BEGIN IMMEDIATE; {} COMMIT;'",
                       into.string(), from.string(), inserts);
}

}
