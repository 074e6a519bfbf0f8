#include "store/store_context.hpp"

#include "store/owed_sweep.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

Result<> StoreContext::commit(const std::function<Result<>()>& work)
{
    if (database->is_in_transaction()) return in_transaction(*database, work);
    FactKey reached;
    auto done = in_transaction(*database, [&]() -> Result<> {
        REFECTORY_TRY(work());
        if (ledger) reached = ledger->reached();
        return {};
    });
    if (done && ledger) ledger->note_mark(reached);
    return done;
}

Result<> StoreContext::commit_for_good(const std::function<Result<>()>& work)
{
    REFECTORY_TRY(commit(work));
    if (owed_look && owed_look->finds_damage()) database->note_damage();  // mending needs the copies that there are
    else if (backups) backups->replace_all();
    return {};
}

void StoreContext::sweep_if_owed()
{
    (void)guarded([&]() -> Result<> {
        if (owed_look || !owes_sweep(*database)) return {};
        if (backups) backups->wait();  // one that is being made reads the file, and would be older than what was emptied
        REFECTORY_TRY(empty_spare_pages(*database));
        if (backups) backups->replace_all();
        if (put_aside) put_aside->forget_all();
        swept(*database);
        return {};
    });
}

}
