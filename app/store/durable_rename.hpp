// Puts a file in the place of another, so that a plug pulled at any moment leaves the one or the other.
#pragma once

#include <filesystem>

namespace refectory {

// The file itself must have been flushed. Whether it stands there now; the folder is flushed as well as it can be.
bool rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);
// What was named in its folder before is named there after a plug was pulled. As well as it can be.
void flush_folder_of(const std::filesystem::path& file);

}
