#include "store/apply_chairs.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace refectory {

namespace {

// A chair that was received before came with an earlier programme as well. After a disk was put back somebody else may have the number.
void receive_chairs(StoreContext& context, const Programme& programme, Instant now, ClockTrust trust)
{
    SQLite::Statement found{context.handle(), "SELECT EXISTS (SELECT 1 FROM sign_up WHERE origin = ?1 AND seq = ?2 AND activity = ?3 AND person = ?4) AND NOT EXISTS "
                                              "(SELECT 1 FROM chair_received WHERE sign_up_origin = ?1 AND sign_up_seq = ?2)"};
    for (const auto& chair : programme.chairs_given) {
        found.bind(1, chair.sign_up.origin.value);
        found.bind(2, chair.sign_up.seq);
        found.bind(3, chair.activity.value);
        found.bind(4, chair.person.value);
        found.executeStep();
        const bool is_new = found.getColumn(0).getInt() == 1;
        found.reset();
        if (is_new) context.ledger->record(ChairReceived{chair.activity, chair.sign_up}, now, trust);
    }
}

// A disk was put back, or ran twice: of what was recorded before, the desk may know another history. So each activity's chairs are said
// once under the origin that began then, also where nothing changes.
bool must_say_again(StoreContext& context, const ActivityId& activity)
{
    SQLite::Statement query{context.handle(), "SELECT (SELECT count(*) FROM origin_begun) > 1 AND NOT EXISTS "
                                              "(SELECT 1 FROM allotment_applied WHERE activity = ? AND origin = ?)"};
    query.bind(1, activity.value);
    query.bind(2, context.ledger->origin().value);
    query.executeStep();
    return query.getColumn(0).getInt() == 1;
}

// Chairs that came one by one are beside the allotment.
void apply_allotment(StoreContext& context, Activities& activities, const ActivityId& activity, int allotment, Instant now, ClockTrust trust)
{
    const auto places = activities.places(activity);
    const int given = allotment + places.received(), chairs = std::max(given, places.promised());
    if (chairs == places.chairs() && !must_say_again(context, activity)) return;
    context.ledger->record(AllotmentApplied{activity, chairs, chairs - given, std::max(0, places.chairs() - chairs)}, now, trust);
}

bool desk_knows_what_is_promised(StoreContext& context, const Programme& programme)
{
    const auto& origin = context.ledger->origin();
    SQLite::Statement generation{context.handle(), "SELECT generation = 1 AND reason = 'set up' FROM origin_begun WHERE origin = ?"};
    generation.bind(1, origin.value);
    const bool is_first = generation.executeStep() && generation.getColumn(0).getInt() == 1;
    return is_first || std::ranges::find(programme.receipts, origin, &Receipt::origin) != programme.receipts.end();
}

void let_go(StoreContext& context, Activities& activities, const char* of_which, Instant now, ClockTrust trust)
{
    std::vector<ActivityId> ahead;
    SQLite::Statement query{context.handle(), of_which};
    query.bind(1, to_milliseconds(now));
    while (query.executeStep()) ahead.push_back(ActivityId{query.getColumn(0).getString()});
    for (const auto& activity : ahead)
        if (const auto places = activities.places(activity); places.left() > 0 || must_say_again(context, activity))
            context.ledger->record(AllotmentApplied{activity, places.promised(), 0, places.left()}, now, trust);
}

}

void apply_chairs(StoreContext& context, Activities& activities, const Programme& programme, Instant now, ClockTrust trust)
{
    receive_chairs(context, programme, now, trust);
    if (!desk_knows_what_is_promised(context, programme)) return let_go_of_empty_chairs(context, activities, now, trust);
    for (const auto& activity : programme.activities) apply_allotment(context, activities, activity.id, activity.allotment, now, trust);
    // What has left the programme is not signed up for any more.
    let_go(context, activities, "SELECT activity FROM activity WHERE ends > ? AND NOT listed", now, trust);
}

void let_go_of_empty_chairs(StoreContext& context, Activities& activities, Instant now, ClockTrust trust)
{
    let_go(context, activities, "SELECT activity FROM activity WHERE ends > ?", now, trust);
}

}
