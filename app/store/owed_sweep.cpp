#include "store/owed_sweep.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

void owe_sweep(Database& database)
{
    database.handle().exec("INSERT OR IGNORE INTO sweep_owed VALUES (1)");
}

bool owes_sweep(Database& database)
{
    return database.handle().execAndGet("SELECT count(*) FROM sweep_owed").getInt() > 0;
}

void swept(Database& database)
{
    database.handle().exec("DELETE FROM sweep_owed");
}

// What another program owed meanwhile stays owed.
Result<> sweep_if_owed(Database& database)
{
    return guarded([&]() -> Result<> {
        if (!owes_sweep(database)) return {};
        const auto changes_of_others = [&] { return database.handle().execAndGet("PRAGMA data_version").getInt64(); };
        const auto before = changes_of_others();
        REFECTORY_TRY(empty_spare_pages(database));
        return in_transaction(database, [&]() -> Result<> {
            if (changes_of_others() == before) swept(database);
            return {};
        });
    });
}

}
