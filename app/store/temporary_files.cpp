#include "store/temporary_files.hpp"

#include <sqlite3.h>

namespace refectory {

void keep_temporary_files_in(const std::filesystem::path& folder)
{
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = sqlite3_mprintf("%s", std::filesystem::absolute(folder).c_str());
}

bool are_temporary_files_kept_in(const std::filesystem::path& folder)
{
    std::error_code unknown;
    return sqlite3_temp_directory && std::filesystem::equivalent(sqlite3_temp_directory, folder, unknown);
}

}
