#include "store/chair_book.hpp"

#include "domain/invitation.hpp"
#include "domain/origin.hpp"
#include "store/announcements.hpp"
#include "store/row_writer.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace refectory {

namespace {

constexpr const char* given_to = R"(
    WITH received AS (
        SELECT sign_up_origin, sign_up_seq, NULL AS person, origin, seq FROM chair_received
        UNION ALL SELECT sign_up_origin, sign_up_seq, person, origin, seq FROM standing_kept WHERE standing IN ('taken up', 'given place'))
    SELECT g.activity, g.sign_up_origin, g.sign_up_seq, g.person, r.origin, r.seq
    FROM chair_given g LEFT JOIN received r ON r.sign_up_origin = g.sign_up_origin AND r.sign_up_seq = g.sign_up_seq
        AND coalesce(r.person, g.person) = g.person AND r.origin >= ?1 || '.' AND r.origin < ?1 || '/'
    WHERE g.sign_up_origin >= ?1 || '.' AND g.sign_up_origin < ?1 || '/' AND (?2 = '' OR g.activity = ?2) ORDER BY 1, 2, 3)";

// Of a query that begins with the activity, the sign-up's origin and number, and the person.
GivenChair read_chair(Prepared& query)
{
    return {ActivityId{query.getColumn(0).getString()}, {Origin{query.getColumn(1).getString()}, query.getColumn(2).getInt64()},
            PersonId{query.getColumn(3).getInt64()}};
}

std::vector<ActivityId> activities_in(Prepared& query)
{
    std::vector<ActivityId> activities;
    while (query.executeStep()) activities.push_back(ActivityId{query.getColumn(0).getString()});
    return activities;
}

}

ChairBook::ChairBook(DeskStore& store) : store_(store), machines_(store.database(), store.ledger().origin()) {}

KioskChairs ChairBook::of(const KnownKiosk& known, const ActivityId& activity, int wanted)
{
    const auto& kiosk = known.place.code;
    KioskChairs chairs{kiosk, wanted, {}, {}, {}};
    auto machines = machines_.histories(kiosk).machines();
    if (machines.empty()) machines.emplace_back();  // nothing was heard of it yet, and it may have been given chairs
    for (auto& machine : machines) {
        machine.is_gone |= known.retired_at.has_value();
        chairs.machines.push_back(machines_.chairs_of(kiosk, machine, activity));
    }
    for (auto& chair : on_the_way(kiosk, activity.value))
        if (!known.retired_at) chairs.on_the_way.push_back({std::move(chair.sign_up), chair.person});
    for (const auto& waiting : chairs.waiting())
        if (machines_.is_erased(waiting.person)) chairs.erased.push_back(waiting.person);
    return chairs;
}

bool ChairBook::was_put_back()
{
    Prepared origins{store_.database(), "SELECT count(*) FROM origin_begun WHERE kiosk = ?"};
    origins.bind(1, std::string{desk_code});
    origins.executeStep();
    return origins.getColumn(0).getInt() > 1;
}

std::vector<std::string> ChairBook::not_heard_from()
{
    if (!was_put_back()) return {};
    const auto begun_at = store_.identity()->begun_at;
    std::vector<std::string> kiosks;
    for (const auto& kiosk : store_.kiosks().all()) {
        if (kiosk.retired_at || kiosk.added_at > begun_at) continue;
        const auto& code = kiosk.place.code;
        const auto machines = machines_.histories(code).machines();
        const bool all_have = std::ranges::all_of(machines, [&](const MachineHistory& machine) {
            return machine.is_gone || machines_.has_applied(code, machine);
        });
        if (machines.empty() || !all_have) kiosks.push_back(code);
    }
    return kiosks;
}

bool ChairBook::has_been_told_of(const std::string& kiosk, const ActivityId& activity)
{
    Prepared query{store_.database(), R"(
        SELECT 1 FROM published_allotment WHERE activity = ?1 AND kiosk = ?2
        UNION ALL SELECT 1 FROM sign_up s JOIN origin_begun b ON b.origin = s.origin AND b.seq = 1 WHERE s.activity = ?1 AND b.kiosk = ?2 LIMIT 1)"};
    query.bind(1, activity.value);
    query.bind(2, kiosk);
    return query.executeStep();
}

void ChairBook::published(const Publication& publication, const std::string& kiosk, const ActivityId& activity, int chairs)
{
    RowWriter{store_.database(), "INSERT INTO published_allotment VALUES (?, ?, ?, ?, ?)"}
        .row(publication.desk, publication.serial, kiosk, activity, chairs);
}

void ChairBook::published_for(const Publication& publication, const std::string& kiosk)
{
    RowWriter row{store_.database(), "INSERT INTO published_for VALUES (?, ?, ?, ?)"};
    const auto& histories = machines_.histories(kiosk);
    for (const auto& machine : histories.machines())
        if (const auto end = machines_.goes_on_with(kiosk, machine); !machine.is_gone && !end.value.empty())
            row.row(publication.desk, publication.serial, kiosk, end);
}

std::vector<Origin> ChairBook::decided_for(const Publication& publication, const std::string& kiosk)
{
    Prepared query{store_.database(), "SELECT origin FROM published_for WHERE desk = ? AND serial = ? AND kiosk = ? ORDER BY origin"};
    query.bind(1, publication.desk.value);
    query.bind(2, publication.serial);
    query.bind(3, kiosk);
    std::vector<Origin> origins;
    while (query.executeStep()) origins.push_back(Origin{query.getColumn(0).getString()});
    return origins;
}

void ChairBook::published(const Activity& activity)
{
    RowWriter{store_.database(), "INSERT OR REPLACE INTO published_activity VALUES (?, ?, ?)"}.row(activity.id, activity.ends, takes_place(activity));
}

std::vector<ActivityId> ChairBook::ahead(Instant now)
{
    Prepared query{store_.database(), "SELECT activity FROM published_activity WHERE ends > ? AND takes_place ORDER BY activity"};
    query.bind(1, to_milliseconds(now));
    return activities_in(query);
}

std::vector<WaitingForChair> ChairBook::waiting_at(const KnownKiosk& kiosk, Instant now)
{
    std::vector<WaitingForChair> all;
    for (const auto& activity : ahead(now))
        for (auto& sign_up : of(kiosk, activity, 0).waiting()) all.push_back({activity, {kiosk.place.code, std::move(sign_up)}});
    return all;
}

std::vector<ActivityId> ChairBook::signed_up_for(Instant now)
{
    Prepared query{store_.database(), "SELECT activity FROM published_activity WHERE ends > ?"};
    query.bind(1, to_milliseconds(now));
    auto activities = Announcements{store_.database()}.to_come(now);
    std::ranges::copy(activities_in(query), std::inserter(activities, activities.end()));
    return with_people({activities.begin(), activities.end()});
}

std::vector<ActivityId> ChairBook::signed_up_for_unknown()
{
    if (!was_put_back()) return {};
    Prepared query{store_.database(), "SELECT activity FROM sign_up UNION SELECT activity FROM standing_kept EXCEPT SELECT activity FROM published_activity ORDER BY 1"};
    return with_people(activities_in(query));
}

std::vector<ActivityId> ChairBook::with_people(std::vector<ActivityId> activities)
{
    const auto kiosks = store_.kiosks().all();
    std::erase_if(activities, [&](const ActivityId& activity) {
        return std::ranges::none_of(kiosks, [&](const KnownKiosk& kiosk) {
            const auto chairs = of(kiosk, activity, 0);
            return chairs.promised() > 0 || !chairs.waiting().empty();
        });
    });
    return activities;
}

WaitsForDecision ChairBook::waits_for_decision(Instant now, const OnePerson& one_person)
{
    WaitsForDecision all;
    for (const auto& activity : ahead(now)) {
        std::vector<KioskChairs> kiosks;
        for (const auto& kiosk : store_.kiosks().all()) kiosks.push_back(of(kiosk, activity, 0));
        auto open = undecided(kiosks, one_person);
        for (auto& waiting : open.waiting) all.waiting.push_back({activity, std::move(waiting)});
        for (auto& sign_up : open.two_places)
            if (!machines_.is_erased(sign_up.person)) all.two_places.push_back({activity, std::move(sign_up)});
    }
    return all;
}

void ChairBook::given(const ActivityId& activity, const SignUpKey& sign_up, Instant now)
{
    store_.ledger().record(ChairGiven{activity, sign_up.key, sign_up.person}, now, ClockTrust::trusted);
}

std::vector<WaitingForChair> ChairBook::given_and_not_told()
{
    std::vector<WaitingForChair> given;
    const auto from = store_.publications().first_fact_not_told(store_.ledger().origin());
    if (!from) return given;
    Prepared query{store_.database(), R"(
        SELECT g.activity, g.sign_up_origin, g.sign_up_seq, g.person, f.at, f.order_at, f.clock
        FROM chair_given g JOIN fact f ON f.origin = g.sign_up_origin AND f.seq = g.sign_up_seq WHERE g.origin = ?1 AND g.seq > ?2 ORDER BY g.seq)"};
    query.bind(1, store_.ledger().origin().value);
    query.bind(2, *from);
    while (query.executeStep()) {
        const auto [activity, key, person] = read_chair(query);
        const Spine spine{key, from_milliseconds(query.getColumn(4).getInt64()), from_milliseconds(query.getColumn(5).getInt64()),
                          query.getColumn(6).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
        given.push_back({activity, {kiosk_of(key.origin), {turn_of(spine), key, person}}});
    }
    return given;
}

bool ChairBook::was_taken_up(const SignUpKey& promise)
{
    Prepared query{store_.database(), "SELECT 1 FROM standing_kept WHERE sign_up_origin = ? AND sign_up_seq = ? AND person = ? AND standing = 'taken up'"};
    query.bind(1, promise.key.origin.value);
    query.bind(2, promise.key.seq);
    query.bind(3, promise.person.value);
    return query.executeStep();
}

std::vector<GivenChair> ChairBook::told_by(const Publication& publication, const std::string& kiosk)
{
    auto chairs = on_the_way(kiosk, "");
    const auto ends = decided_for(publication, kiosk);
    if (ends.empty()) return chairs;
    std::set<Origin> told;
    for (const auto& end : ends) std::ranges::copy(histories(kiosk).line_of(end), std::inserter(told, told.end()));
    const auto standing = histories(kiosk).standing();
    std::erase_if(chairs, [&](const GivenChair& chair) { return standing.contains(chair.sign_up.origin) && !told.contains(chair.sign_up.origin); });
    return chairs;
}

// That a chair was received counts like every fact of the kiosk's: only as far as nothing is missing before.
std::vector<GivenChair> ChairBook::on_the_way(const std::string& kiosk, const std::string& activity)
{
    Prepared query{store_.database(), given_to};
    query.bind(1, kiosk);
    query.bind(2, activity);
    const auto standing = machines_.histories(kiosk).standing();
    std::set<GivenChair> given, received;
    while (query.executeStep()) {
        const auto chair = read_chair(query);
        if (!standing.contains(chair.sign_up.origin) && !machines_.is_forgotten(kiosk, chair)) continue;  // to what is gone it never arrives
        given.insert(chair);
        if (!query.getColumn(4).isNull() && machines_.counts({Origin{query.getColumn(4).getString()}, query.getColumn(5).getInt64()})) received.insert(chair);
    }
    std::erase_if(received, [&](const GivenChair& chair) { return machines_.was_lost_again(kiosk, chair); });
    std::vector<GivenChair> chairs;
    std::ranges::set_difference(given, received, std::back_inserter(chairs));
    return chairs;
}

}
