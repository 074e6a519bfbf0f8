// A database of which one table's first page is spoilt, and everything else is as it was.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace refectory::test {

inline void spoil_table(const std::filesystem::path& database, const std::string& table)
{
    constexpr int page = 4096;
    std::int64_t root = 0;
    {
        SQLite::Database handle{database.string(), SQLite::OPEN_READWRITE};
        handle.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
        root = handle.execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'").getInt64();
    }
    std::fstream file{database, std::ios::in | std::ios::out | std::ios::binary};
    file.seekp((root - 1) * page);
    file << std::string(page, 'Z');
}

}
