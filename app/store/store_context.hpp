// What the parts of the kiosk's store share: the database, the ledger (from the set-up on) and randomness.
#pragma once

#include "store/database.hpp"
#include "store/ledger.hpp"

#include <memory>
#include <optional>

namespace refectory {

struct StoreContext {
    std::unique_ptr<Database> database;
    std::optional<Ledger> ledger;
    Entropy entropy;
    bool sweep_is_owed = false;  // something was erased while an export held the file

    SQLite::Database& handle() { return database->handle(); }
    // One transaction on disk, and the mark noted behind it. Nothing is acknowledged before this has returned.
    Result<> commit(const std::function<Result<>()>& work)
    {
        REFECTORY_TRY(in_transaction(*database, work));
        if (ledger && !database->is_in_transaction()) ledger->note_mark();
        return {};
    }
    // Takes what was erased out of the file's spare pages and the log, now or, where an export reads the file, by the next call.
    void sweep() { sweep_is_owed = !empty_spare_pages(*database); }
};

}
