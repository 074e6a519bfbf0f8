#include "store/heads.hpp"

#include "store/fact_rows.hpp"
#include "store/prepared.hpp"

namespace refectory {

bool heads_hold(Database& database)
{
    FactRows rows{database};
    Prepared heads{database, "SELECT b.origin, (SELECT max(f.seq) FROM fact f WHERE f.origin = b.origin) FROM origin_begun b"};
    while (heads.executeStep()) {
        const FactKey key{Origin{heads.getColumn(0).getString()}, heads.getColumn(1).getInt64()};
        const auto head = rows.find(key);
        const auto before = key.seq == 1 ? std::optional{Digest{}} : rows.hash_at({key.origin, key.seq - 1});
        if (!head || !before || hash_of(*before, head->row.spine, head->table->name, head->row.values) != head->row.hash) return false;
    }
    return true;
}

}
