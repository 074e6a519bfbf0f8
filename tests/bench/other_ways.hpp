// What one would use instead of the export and of collecting: SQLite's own program, zip and age, by a line of the shell.
#pragma once

#include <filesystem>
#include <string>

namespace refectory::bench {

// The facts behind that number, a SELECT a table, as rows of CSV; zipped, sealed and on the disk.
std::string export_line(const std::filesystem::path& database, std::int64_t after, const std::string& recipient, const std::filesystem::path& file);
// All facts of one database into another, in one transaction, as durable as the desk's.
std::string merge_line(const std::filesystem::path& from, const std::filesystem::path& into);

}
