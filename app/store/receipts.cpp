#include "store/receipts.hpp"

#include "store/fact_rows.hpp"
#include "store/holdings.hpp"
#include "store/whole_history.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

std::vector<Receipt> receipts_for(Database& desk, const std::string& kiosk)
{
    Holdings holdings{desk};
    std::vector<Receipt> receipts;
    for (const auto& origin : holdings.origins_of(kiosk)) {
        const WholeHistory whole{desk.handle(), origin};
        SQLite::Statement query{desk.handle(), "SELECT up_to, hash, number, written_at FROM parcel_end WHERE origin = ? AND up_to <= ? "
                                               "ORDER BY up_to DESC, hash"};
        query.bind(1, origin.value);
        query.bind(2, whole.up_to());
        for (int left = most_receipts_an_origin; left > 0 && query.executeStep();) {
            const Receipt receipt{origin, query.getColumn(0).getInt64(), digest_of(query.getColumn(1)), query.getColumn(2).getInt64(),
                                  from_milliseconds(query.getColumn(3).getInt64())};
            if (!whole.has(receipt.facts_up_to, receipt.hash)) continue;
            receipts.push_back(receipt);
            --left;
        }
    }
    return receipts;
}

}
