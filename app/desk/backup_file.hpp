// A desk's backup: its database and its secret keys in one file that six words open. What is taken out of it is compared with the
// sums of what was put in. Inside: a line of JSON with the sums, desk.db, desk.keys.
#pragma once

#include "domain/bytes.hpp"
#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "domain/result.hpp"

#include <filesystem>
#include <span>

namespace refectory {

struct BackupHead {
    Origin desk;
    Instant made_at;
};

struct BackupParts {
    std::filesystem::path database;  // closed, all of it in its one file
    std::filesystem::path keys;
};

// Reads it back as whoever puts it back will, before it is done. Nothing is overwritten, and after an error there is no file.
Result<> write_backup(const BackupHead& head, const BackupParts& parts, const std::filesystem::path& file, std::span<const std::string> words,
                      const Entropy& entropy);
// Before its words are asked for: a backup, and whole.
Result<> expect_backup(const std::filesystem::path& file);
// Into files that are not there yet; after an error neither is. The words as they were typed.
Result<BackupHead> unpack_backup(const std::filesystem::path& file, std::string_view words, const BackupParts& into);

}
