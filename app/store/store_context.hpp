// What the parts of the kiosk's store share: the database, the ledger (from the set-up on) and randomness.
#pragma once

#include "store/backups.hpp"
#include "store/database.hpp"
#include "store/ledger.hpp"
#include "store/put_aside.hpp"
#include "store/whole_look.hpp"

#include <memory>
#include <optional>

namespace refectory {

struct StoreContext {
    std::unique_ptr<Database> database;
    std::optional<Ledger> ledger;
    Entropy entropy;
    std::unique_ptr<Backups> backups = {};         // of a kiosk
    std::optional<PutAside> put_aside = {};
    std::unique_ptr<WholeLook> owed_look = {};     // until it has ended well

    SQLite::Database& handle() { return database->handle(); }
    // One transaction on disk, and the mark noted behind it. Nothing is acknowledged before this has returned.
    Result<> commit(const std::function<Result<>()>& work);
    // Likewise, and the backups that there are stand behind it too: what it replaced must not come back with one of them. A whole look
    // that is owed is waited for; where it finds damage they stay.
    Result<> commit_for_good(const std::function<Result<>()>& work);
    // After a commit that emptied names or words of a kiosk's: out of the file, out of its backups, and out of what was put aside. Where
    // an export reads the file, a whole look is owed, or the disk fails, the next call does it.
    void sweep_if_owed();
};

}
