#include "store/place_facts.hpp"

#include "store/fact_rows.hpp"
#include "store/prepared.hpp"

#include <algorithm>

namespace refectory {

namespace {

constexpr const char* in_order = R"(
    WITH told AS (
        SELECT origin, seq, chairs, NULL AS sign_up_origin, NULL AS sign_up_seq, NULL AS person, NULL AS standing, NULL AS kept_order
            FROM allotment_applied WHERE activity = ?1 AND origin = ?2 AND seq > ?3
        UNION ALL SELECT origin, seq, NULL, NULL, NULL, person, NULL, NULL FROM sign_up WHERE activity = ?1 AND origin = ?2 AND seq > ?3
        UNION ALL SELECT origin, seq, NULL, sign_up_origin, sign_up_seq, person, NULL, NULL FROM withdrawal WHERE activity = ?1 AND origin = ?2 AND seq > ?3
        UNION ALL SELECT origin, seq, NULL, sign_up_origin, sign_up_seq, NULL, NULL, NULL FROM chair_received WHERE activity = ?1 AND origin = ?2 AND seq > ?3
        UNION ALL SELECT origin, seq, NULL, NULL, NULL, NULL, NULL, NULL FROM places_told_anew WHERE activity = ?1 AND origin = ?2 AND seq > ?3
        UNION ALL SELECT origin, seq, NULL, sign_up_origin, sign_up_seq, person, standing, order_at FROM standing_kept
            WHERE activity = ?1 AND origin = ?2 AND seq > ?3)
    SELECT f.kind, f.origin, f.seq, f.at, f.order_at, f.clock, f.hash, t.chairs, t.sign_up_origin, t.sign_up_seq, t.person, t.standing, t.kept_order
    FROM told t JOIN fact f USING (origin, seq) ORDER BY t.seq)";

KeptAs kept_as(const std::string& name)
{
    const auto names = names_of(KeptAs{});
    return static_cast<KeptAs>(std::ranges::find(names, name) - names.begin());
}

// One after the other as they began.
std::vector<Origin> origins_of(Database& database, const std::string& kiosk)
{
    Prepared query{database, "SELECT origin FROM origin_begun WHERE kiosk = ? AND seq = 1 ORDER BY generation, origin"};
    query.bind(1, kiosk);
    std::vector<Origin> origins;
    while (query.executeStep()) origins.push_back(Origin{query.getColumn(0).getString()});
    return origins;
}

}

PlaceFact read_place_fact(Prepared& query)
{
    PlaceFact fact;
    fact.kind = query.getColumn(0).getString();
    fact.spine = {{Origin{query.getColumn(1).getString()}, query.getColumn(2).getInt64()}, from_milliseconds(query.getColumn(3).getInt64()),
                  from_milliseconds(query.getColumn(4).getInt64()), query.getColumn(5).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
    fact.hash = digest_of(query.getColumn(6));
    fact.chairs = query.getColumn(7).getInt64();
    fact.sign_up = {{Origin{query.getColumn(8).getString()}, query.getColumn(9).getInt64()}, PersonId{query.getColumn(10).getInt64()}};
    if (const auto standing = query.getColumn(11); !standing.isNull()) fact.kept_as = kept_as(standing.getString());
    if (const auto order_at = query.getColumn(12); !order_at.isNull()) fact.order_at = from_milliseconds(order_at.getInt64());
    return fact;
}

void apply(Places& places, const PlaceFact& fact)
{
    const auto& [key, person] = fact.sign_up;
    if (fact.kind == AllotmentApplied::table) places.allotted(fact.chairs);
    else if (fact.kind == SignUp::table) places.signed_up(fact.spine, person);
    else if (fact.kind == Withdrawal::table) places.withdrew(fact.spine, fact.sign_up);
    else if (fact.kind == ChairReceived::table) places.received(key);
    else if (fact.kind == PlacesToldAnew::table) places.begun_anew();
    else places.kept(fact.spine, fact.sign_up, fact.kept_as, {!fact.order_at, fact.order_at.value_or(Instant{}), key.origin, key.seq});
}

void each_place_fact(Database& database, const ActivityId& activity, const FactKey& after, const std::function<void(const PlaceFact&)>& take)
{
    Prepared query{database, in_order};
    query.bind(1, activity.value);
    query.bind(2, after.origin.value);
    query.bind(3, after.seq);
    while (query.executeStep()) take(read_place_fact(query));
}

Places places_of(Database& database, const std::string& kiosk, const ActivityId& activity)
{
    Places places;
    for (const auto& origin : origins_of(database, kiosk))
        each_place_fact(database, activity, {origin, 0}, [&](const PlaceFact& fact) { apply(places, fact); });
    return places;
}

}
