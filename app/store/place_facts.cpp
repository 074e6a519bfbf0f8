#include "store/place_facts.hpp"

#include "store/prepared.hpp"

#include <algorithm>

namespace refectory {

namespace {

// In the order of recording: the kiosk's origins one after the other, each by its own numbers.
constexpr const char* in_order = R"(
    WITH event AS (
        SELECT origin, seq, 'a' AS what, chairs AS number, NULL AS about_origin, NULL AS about_seq, NULL AS kept_as, NULL AS order_at
            FROM allotment_applied WHERE activity = ?1
        UNION ALL SELECT origin, seq, 's', person, NULL, NULL, NULL, NULL FROM sign_up WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'w', person, sign_up_origin, sign_up_seq, NULL, NULL FROM withdrawal WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'r', NULL, sign_up_origin, sign_up_seq, NULL, NULL FROM chair_received WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'n', NULL, NULL, NULL, NULL, NULL FROM places_told_anew WHERE activity = ?1
        UNION ALL SELECT origin, seq, 'k', person, sign_up_origin, sign_up_seq, standing, order_at FROM standing_kept WHERE activity = ?1)
    SELECT e.what, e.number, e.about_origin, e.about_seq, f.origin, f.seq, f.at, f.order_at, f.clock, e.kept_as, e.order_at
    FROM event e JOIN fact f USING (origin, seq) JOIN origin_begun b ON b.origin = e.origin AND b.seq = 1
    WHERE b.kiosk = ?2 ORDER BY b.origin IS ?3, b.generation, e.origin, e.seq)";

Spine spine_of(Prepared& event)
{
    return {{Origin{event.getColumn(4).getString()}, event.getColumn(5).getInt64()},
            from_milliseconds(event.getColumn(6).getInt64()), from_milliseconds(event.getColumn(7).getInt64()),
            event.getColumn(8).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
}

KeptAs kept_as(const std::string& name)
{
    const auto names = names_of(KeptAs{});
    return static_cast<KeptAs>(std::ranges::find(names, name) - names.begin());
}

void keep(Places& places, Prepared& event, const SignUpKey& sign_up)
{
    const auto order_at = event.getColumn(10);
    const Turn turn{order_at.isNull(), order_at.isNull() ? Instant{} : from_milliseconds(order_at.getInt64()), sign_up.key.origin, sign_up.key.seq};
    places.kept(sign_up, kept_as(event.getColumn(9).getString()), turn);
}

void apply(Places& places, Prepared& event)
{
    const auto what = event.getColumn(0).getString();
    if (what == "a") return places.allotted(event.getColumn(1).getInt64());
    if (what == "n") return places.begun_anew();
    const PersonId person{event.getColumn(1).getInt64()};
    if (what == "s") return places.signed_up(spine_of(event), person);
    const SignUpKey sign_up{{Origin{event.getColumn(2).getString()}, event.getColumn(3).getInt64()}, person};
    if (what == "k") return keep(places, event, sign_up);
    what == "w" ? places.withdrew(sign_up) : places.received(sign_up.key);
}

}

Places places_of(Database& database, const std::string& kiosk, const ActivityId& activity, const CountsUpTo& counts, const Origin& goes_on)
{
    Prepared query{database, in_order};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    query.bind(3, goes_on.value);
    Places places;
    while (query.executeStep())
        if (!counts || query.getColumn(5).getInt64() <= counts(Origin{query.getColumn(4).getString()})) apply(places, query);
    return places;
}

}
