// Where SQLite puts what it does not hold in memory: nowhere, until a program has named its data folder, for names are not to be left
// anywhere else. SQLite takes such a file out of its folder as soon as it is open, so that none outlives the program.
#pragma once

#include <filesystem>

namespace refectory {

// By a program, before any thread begins.
void keep_temporary_files_in(const std::filesystem::path& folder);
bool are_temporary_files_kept_in(const std::filesystem::path& folder);

}
