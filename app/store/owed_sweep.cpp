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

Result<> sweep_if_owed(Database& database)
{
    return guarded([&]() -> Result<> {
        if (!owes_sweep(database)) return {};
        REFECTORY_TRY(empty_spare_pages(database));
        swept(database);
        return {};
    });
}

}
