// What is done before a kiosk's databases are opened: one that fails its check, or is gone though there is a copy, is put aside,
// and the last good copy takes its place. Where there is none an empty one begins, which for the kiosk's means a new set-up.
// One that the disk does not give, whose head says what no Refectory wrote there, or whose newest fact is another than the one that
// was hashed, gives way to a good copy alone. One that says it is of a newer program and passes its check is not touched: the newer
// one has to be installed again. A kiosk's database may be looked at by its beginning alone, where the rest is looked at later.
#pragma once

#include "store/backups.hpp"
#include "store/database.hpp"
#include "store/put_aside.hpp"

#include <string_view>
#include <vector>

namespace refectory {

struct Damage {
    enum class Of { kiosk, answers };
    enum class Outcome { backup_taken, begun_anew };
    Instant at{};
    Of of = Of::kiosk;
    Outcome outcome = Outcome::backup_taken;
    std::optional<Instant> backup_of{};  // the moment of the copy that was taken; of answers' nobody knows one
};

Result<std::vector<Damage>> mend(const std::filesystem::path& data_folder, Backups& backups, const PutAside& put_aside, Instant now, Look look);

// Whether `mend` would find anything to do, by a whole look.
bool wants_mending(const std::filesystem::path& data_folder, Backups& backups);

void write_damage(Database& database, const Damage& damage);
std::vector<Damage> damages_in(Database& database);  // the newest first

}
