#include "store/receipts.hpp"

#include "store/fact_rows.hpp"
#include "store/holdings.hpp"
#include "store/prepared.hpp"
#include "store/whole_history.hpp"

namespace refectory {

namespace {

// Behind what is whole only a few are told, and as such: by those whoever was put back sees what they no longer have.
constexpr int most_unconfirmed = 2;

std::optional<Origin> origin_before(Database& desk, const Origin& origin)
{
    Prepared query{desk, "SELECT after FROM origin_begun WHERE origin = ? AND seq = 1"};
    query.bind(1, origin.value);
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return Origin{query.getColumn(0).getString()};
}

}

std::vector<Receipt> receipts_for(Database& desk, const std::string& kiosk)
{
    Holdings holdings{desk};
    std::vector<Receipt> receipts;
    for (const auto& origin : holdings.origins_of(kiosk)) {
        const WholeHistory whole{desk, origin};
        const auto after = origin_before(desk, origin);
        Prepared query{desk, "SELECT up_to, hash, number, written_at FROM parcel_end WHERE origin = ? ORDER BY up_to DESC, hash"};
        query.bind(1, origin.value);
        for (int confirmed = 0, unconfirmed = 0; confirmed < most_receipts_an_origin && query.executeStep();) {
            Receipt receipt{origin, query.getColumn(0).getInt64(), digest_of(query.getColumn(1)), query.getColumn(2).getInt64(),
                            from_milliseconds(query.getColumn(3).getInt64()), true, after};
            receipt.is_whole = whole.has(receipt.facts_up_to, receipt.hash);
            if (receipt.is_whole) ++confirmed;
            else if (++unconfirmed > most_unconfirmed) continue;
            receipts.push_back(receipt);
        }
    }
    return receipts;
}

}
