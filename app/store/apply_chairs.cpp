#include "store/apply_chairs.hpp"

#include "store/prepared.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <vector>

namespace refectory {

namespace {

// What is known here of the sign-up that a chair was given to. Who withdrew did so since.
struct KnownOfChair { bool sign_up = false, received = false, taken_up = false, withdrew = false, is_erased = false; };

constexpr const char* known_of_chair = R"(
    SELECT EXISTS (SELECT 1 FROM sign_up WHERE origin = ?1 AND seq = ?2 AND activity = ?3 AND person = ?4),
        EXISTS (SELECT 1 FROM chair_received WHERE sign_up_origin = ?1 AND sign_up_seq = ?2),
        EXISTS (SELECT 1 FROM standing_kept
                WHERE sign_up_origin = ?1 AND sign_up_seq = ?2 AND activity = ?3 AND person = ?4 AND standing = 'taken up'),
        EXISTS (SELECT 1 FROM withdrawal w JOIN origin_begun b ON b.origin = w.origin AND b.seq = 1
                WHERE w.activity = ?3 AND w.person = ?4 AND b.generation > ?5),
        EXISTS (SELECT 1 FROM erasure WHERE person = ?4))";

KnownOfChair known_of(StoreContext& context, const GivenChair& chair, std::int64_t generation)
{
    Prepared query{*context.database, known_of_chair};
    query.bind(1, chair.sign_up.origin.value);
    query.bind(2, chair.sign_up.seq);
    query.bind(3, chair.activity.value);
    query.bind(4, chair.person.value);
    query.bind(5, generation);
    query.executeStep();
    const auto is = [&](int column) { return query.getColumn(column).getInt() == 1; };
    return {is(0), is(1), is(2), is(3), is(4)};
}

// A chair that was received before came with an earlier programme as well. After a disk was put back somebody else may have the number.
void receive(StoreContext& context, const GivenChair& chair, Instant now, ClockTrust trust)
{
    const auto known = known_of(context, chair, 0);
    if (known.sign_up && !known.received) context.ledger->record(ChairReceived{chair.activity, chair.sign_up}, now, trust);
}

// What this machine's disk has recorded under, each with its generation: also what it knows by the desk alone, where a database was lost
// more than once, and what the disk recorded where it was put back, or copied, and went another way: no cancelling here is known to be
// newer than that. Of another machine's sign-ups, that was set up by the same file, nothing is known here.
std::map<Origin, std::int64_t> own_generations(StoreContext& context, const std::vector<Receipt>& receipts)
{
    std::map<Origin, std::int64_t> own;
    Prepared query{*context.database, "SELECT origin, generation FROM origin_begun WHERE seq = 1"};
    while (query.executeStep()) own.emplace(query.getColumn(0).getString(), query.getColumn(1).getInt64());
    Prepared before{*context.database, "SELECT after FROM origin_begun WHERE seq = 1 AND after IS NOT NULL"};
    while (before.executeStep()) own.try_emplace(Origin{before.getColumn(0).getString()}, 0);
    for (std::size_t known = 0; known != own.size();) {
        known = own.size();
        for (const auto& receipt : receipts) {
            if (!receipt.after) continue;
            if (own.contains(receipt.origin)) own.try_emplace(*receipt.after, 0);
            if (own.contains(*receipt.after)) own.try_emplace(receipt.origin, std::numeric_limits<std::int64_t>::max());
        }
    }
    return own;
}

// Whoever was promised a place in what a disk lost is seated, before all who wait: by a chair beside the allotment that came with it. Of
// who left since, and has not signed up again, the chair is free. Whether somebody is seated that was not known here.
bool take_up(StoreContext& context, Activities& activities, const GivenChair& chair, std::int64_t generation, Instant now, ClockTrust trust)
{
    const auto known = known_of(context, chair, generation);
    if (known.sign_up || known.taken_up) return false;
    const bool is_listed = activities.places(chair.activity).standing_of(chair.person).has_value();
    context.ledger->record(StandingKept{chair.activity, chair.sign_up, chair.person, KeptAs::taken_up, {}}, now, trust);
    if (is_listed || !(known.withdrew || known.is_erased)) return !known.is_erased;
    const auto reason = known.is_erased ? WithdrawalReason::erased : WithdrawalReason::by_person;
    context.ledger->record(Withdrawal{chair.sign_up, chair.activity, chair.person, reason}, now, trust);
    return false;
}

// Of whoever was added here in what the disk lost the desk has said who it is.
void remember_name(People& people, const Programme& programme, PersonId added)
{
    const auto named = std::ranges::find(programme.people, added, &Person::id);
    if (named != programme.people.end() && added.value >= first_added_person && !people.knows(added)) people.put(*named, true);
}

// A disk was put back, or ran twice: of what was recorded before, the desk may know another history. So each activity's places are told
// once under the origin that began then; a chair that is promised to nobody is the desk's again. Whether that was done now.
bool tell_anew_where_needed(StoreContext& context, Activities& activities, const ActivityId& activity, Instant now, ClockTrust trust)
{
    Prepared query{*context.database, "SELECT reason <> 'set up' AND NOT EXISTS (SELECT 1 FROM places_told_anew t "
                                      "WHERE t.activity = ? AND t.origin = b.origin) FROM origin_begun b WHERE b.origin = ? AND b.seq = 1"};
    query.bind(1, activity.value);
    query.bind(2, context.ledger->origin().value);
    query.executeStep();
    if (query.getColumn(0).getInt() == 0) return false;
    std::vector<FactBody> told{PlacesToldAnew{activity}};
    std::ranges::copy(activities.places(activity).standings(activity), std::back_inserter(told));
    context.ledger->record(told, now, trust);
    return true;
}

// What this history promised is known to the desk once it has spoken twice: by then every activity that was promised of has been in a
// programme, and was told of.
bool had_spoken_before(StoreContext& context, const Programme& programme)
{
    Prepared query{*context.database, "SELECT EXISTS (SELECT 1 FROM received WHERE origin = ? AND at < ?)"};
    query.bind(1, context.ledger->origin().value);
    query.bind(2, to_milliseconds(programme.header.issued_at));
    query.executeStep();
    return query.getColumn(0).getInt() == 1;
}

// Chairs that came one by one are beside the allotment.
void apply_allotment(StoreContext& context, Activities& activities, const ActivityId& activity, int allotment, bool had_spoken, Instant now, ClockTrust trust)
{
    if (tell_anew_where_needed(context, activities, activity, now, trust) && !had_spoken) return;
    const auto places = activities.places(activity);
    const int given = allotment + places.received(), chairs = std::max(given, places.promised());
    if (chairs == places.chairs()) return;
    context.ledger->record(AllotmentApplied{activity, chairs, chairs - given, std::max(0, places.chairs() - chairs)}, now, trust);
}

void let_go(StoreContext& context, Activities& activities, const char* of_which, Instant now, ClockTrust trust)
{
    std::vector<ActivityId> ahead;
    Prepared query{*context.database, of_which};
    query.bind(1, to_milliseconds(now));
    while (query.executeStep()) ahead.push_back(ActivityId{query.getColumn(0).getString()});
    for (const auto& activity : ahead) {
        tell_anew_where_needed(context, activities, activity, now, trust);
        if (const auto places = activities.places(activity); places.left() > 0)
            context.ledger->record(AllotmentApplied{activity, places.promised(), 0, places.left()}, now, trust);
    }
}

}

// Of a kiosk that is new nothing can have been heard.
bool is_for_here(StoreContext& context, const Programme& programme)
{
    const auto& origin = context.ledger->origin();
    if (!programme.decided_for.empty()) return std::ranges::find(programme.decided_for, origin) != programme.decided_for.end();
    Prepared query{*context.database, "SELECT generation = 1 AND reason = 'set up' FROM origin_begun WHERE origin = ?"};
    query.bind(1, origin.value);
    return query.executeStep() && query.getColumn(0).getInt() == 1;
}

void apply_chairs(StoreContext& context, Activities& activities, People& people, const Programme& programme, Instant now, ClockTrust trust)
{
    if (is_for_here(context, programme)) {
        for (const auto& chair : programme.chairs_given) receive(context, chair, now, trust);
        const bool had_spoken = had_spoken_before(context, programme);
        for (const auto& activity : programme.activities) apply_allotment(context, activities, activity.id, activity.allotment, had_spoken, now, trust);
        // What has left the programme is not signed up for any more.
        let_go(context, activities, "SELECT activity FROM activity WHERE ends > ? AND NOT listed", now, trust);
        const auto own = own_generations(context, programme.receipts);
        for (const auto& chair : programme.chairs_given)
            if (const auto from = own.find(chair.sign_up.origin); from != own.end() && take_up(context, activities, chair, from->second, now, trust))
                remember_name(people, programme, chair.person);
    } else {
        let_go_of_empty_chairs(context, activities, now, trust);
    }
}

void let_go_of_empty_chairs(StoreContext& context, Activities& activities, Instant now, ClockTrust trust)
{
    let_go(context, activities, "SELECT activity FROM activity WHERE ends > ?", now, trust);
}

}
