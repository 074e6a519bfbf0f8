#include "store/place_facts.hpp"

#include "store/prepared.hpp"

namespace refectory {

namespace {

// In the order of recording: the kiosk's origins one after the other, each by its own numbers.
constexpr const char* in_order = R"(
    WITH event AS (
        SELECT origin, seq, 'a' AS what, chairs AS number, NULL AS about_origin, NULL AS about_seq FROM allotment_applied WHERE activity = ?1
        UNION ALL SELECT origin, seq, 's', person, NULL, NULL FROM sign_up WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'w', person, sign_up_origin, sign_up_seq FROM withdrawal WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'r', NULL, sign_up_origin, sign_up_seq FROM chair_received WHERE activity = ?1)
    SELECT e.what, e.number, e.about_origin, e.about_seq, f.origin, f.seq, f.at, f.order_at, f.clock
    FROM event e JOIN fact f USING (origin, seq) JOIN origin_begun b ON b.origin = e.origin AND b.seq = 1
    WHERE b.kiosk = ?2 ORDER BY b.generation, e.origin, e.seq)";

void apply(Places& places, Prepared& event)
{
    const auto what = event.getColumn(0).getString();
    if (what == "a") return places.allotted(event.getColumn(1).getInt64());
    if (what == "s") {
        const Spine spine{{Origin{event.getColumn(4).getString()}, event.getColumn(5).getInt64()},
                          from_milliseconds(event.getColumn(6).getInt64()), from_milliseconds(event.getColumn(7).getInt64()),
                          event.getColumn(8).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
        return places.signed_up(spine, PersonId{event.getColumn(1).getInt64()});
    }
    const FactKey sign_up{Origin{event.getColumn(2).getString()}, event.getColumn(3).getInt64()};
    what == "w" ? places.withdrew(sign_up) : places.received(sign_up);
}

}

Places places_of(Database& database, const std::string& kiosk, const ActivityId& activity, const CountsUpTo& counts)
{
    Prepared query{database, in_order};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    Places places;
    while (query.executeStep())
        if (!counts || query.getColumn(5).getInt64() <= counts(Origin{query.getColumn(4).getString()})) apply(places, query);
    return places;
}

}
