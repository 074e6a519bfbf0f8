// Puts a desk back from its backup, into a folder that is not there or empty: a whole desk or none. It begins a new origin, for
// what the desk did after the backup is not in it.
#pragma once

#include "desk/backup_file.hpp"

#include <functional>
#include <string>

namespace refectory {

// The words as they were typed: asked for once it is known that the backup could be put back there. Returns what it says of itself.
Result<BackupHead> restore_desk(const std::filesystem::path& backup, const std::function<std::string()>& ask_for_words, const std::filesystem::path& folder,
                                const Entropy& entropy, Instant now);

}
