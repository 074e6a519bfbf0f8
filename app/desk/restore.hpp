// Puts a desk back from its backup, into a folder that is not there or empty: a whole desk or none. It begins a new origin, for
// what the desk did after the backup is not in it.
#pragma once

#include "desk/backup_file.hpp"

namespace refectory {

// The words as they were typed. Returns what the backup says of itself.
Result<BackupHead> restore_desk(const std::filesystem::path& backup, std::string_view words, const std::filesystem::path& folder,
                                const Entropy& entropy, Instant now);

}
