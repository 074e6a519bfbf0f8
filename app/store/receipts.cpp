#include "store/receipts.hpp"

#include "store/fact_rows.hpp"
#include "store/holdings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

std::vector<Receipt> receipts_for(Database& desk, const std::string& kiosk)
{
    Holdings holdings{desk};
    std::vector<Receipt> receipts;
    for (const auto& origin : holdings.origins_of(kiosk)) {
        SQLite::Statement query{desk.handle(), "SELECT up_to, hash, number, written_at FROM parcel_end WHERE origin = ? AND up_to <= ? "
                                               "ORDER BY up_to DESC, hash LIMIT ?"};
        query.bind(1, origin.value);
        query.bind(2, holdings.facts_up_to(origin));
        query.bind(3, most_receipts_an_origin);
        while (query.executeStep())
            receipts.push_back({origin, query.getColumn(0).getInt64(), digest_of(query.getColumn(1)), query.getColumn(2).getInt64(),
                                from_milliseconds(query.getColumn(3).getInt64())});
    }
    return receipts;
}

}
