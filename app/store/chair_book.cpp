#include "store/chair_book.hpp"

#include "domain/invitation.hpp"
#include "domain/origin.hpp"
#include "store/holdings.hpp"
#include "store/row_writer.hpp"

#include <algorithm>
#include <limits>
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

constexpr auto everything = std::numeric_limits<std::int64_t>::max();

// Of a query that begins with the activity, the sign-up's origin and number, and the person.
GivenChair read_chair(Prepared& query)
{
    return {ActivityId{query.getColumn(0).getString()}, {Origin{query.getColumn(1).getString()}, query.getColumn(2).getInt64()},
            PersonId{query.getColumn(3).getInt64()}};
}

}

ChairBook::ChairBook(DeskStore& store) : store_(store), places_(store.database()) {}

CountsUpTo ChairBook::without_gaps()
{
    return [this](const Origin& origin) { return places_.whole_up_to(origin); };
}

CountsUpTo ChairBook::counts_at(const MachineHistory& machine)
{
    return [&machine, without_gap = without_gaps()](const Origin& origin) {
        if (!machine.origins.contains(origin)) return std::int64_t{0};
        return machine.is_gone ? everything : without_gap(origin);  // nothing comes of it any more that would close a gap
    };
}

std::int64_t ChairBook::applied_serial(const std::string& kiosk, const CountsUpTo& counts)
{
    Prepared query{store_.database(), "SELECT origin, seq, serial FROM programme_applied WHERE desk = ?2 "
                                      "AND origin >= ?1 || '.' AND origin < ?1 || '/'"};
    query.bind(1, kiosk);
    query.bind(2, store_.ledger().origin().value);
    std::int64_t newest = 0;
    while (query.executeStep())
        if (query.getColumn(1).getInt64() <= counts(Origin{query.getColumn(0).getString()})) newest = std::max(newest, query.getColumn(2).getInt64());
    return newest;
}

KioskChairs ChairBook::of(const KnownKiosk& known, const ActivityId& activity, int wanted)
{
    const auto& kiosk = known.place.code;
    KioskChairs chairs{kiosk, wanted, {}, {}, {}};
    const auto& histories = places_.histories(kiosk);
    auto machines = histories.machines();
    if (machines.empty()) machines.emplace_back();  // nothing was heard of it yet, and it may have been given chairs
    std::set<Origin> gone;
    for (auto& machine : machines) {
        machine.is_gone |= known.retired_at.has_value();
        if (machine.is_gone) gone.insert(machine.origins.begin(), machine.origins.end());
        chairs.machines.push_back(chairs_of(kiosk, machine, activity));
    }
    for (auto& chair : on_the_way(kiosk, activity.value))
        if (!known.retired_at && !gone.contains(chair.sign_up.origin)) chairs.on_the_way.push_back({std::move(chair.sign_up), chair.person});
    for (const auto& waiting : chairs.waiting())
        if (is_erased(waiting.person)) chairs.erased.push_back(waiting.person);
    return chairs;
}

bool ChairBook::is_erased(PersonId person)
{
    Prepared query{store_.database(), "SELECT 1 FROM erased WHERE person = ?"};
    query.bind(1, person.value);
    return query.executeStep();
}

std::vector<SignUpKey> ChairBook::forgotten_by(const Places& places)
{
    auto forgotten = places.forgotten();
    std::erase_if(forgotten, [&](const SignUpKey& promise) { return is_erased(promise.person); });
    return forgotten;
}

MachineChairs ChairBook::chairs_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity)
{
    Prepared published{store_.database(), "SELECT coalesce(max(chairs), 0) FROM published_allotment WHERE activity = ? AND kiosk = ? "
                                          "AND desk = ? AND serial > ?"};
    published.bind(1, activity.value);
    published.bind(2, kiosk);
    published.bind(3, store_.ledger().origin().value);
    published.bind(4, applied_serial(kiosk, counts_at(machine)));
    published.executeStep();
    MachineChairs chairs{places_of(kiosk, machine, activity), published.getColumn(0).getInt(), machine.is_gone, machine.is_gone && lacks_facts(machine)};
    if (machine.is_gone) chairs.erased = static_cast<int>(std::ranges::count_if(chairs.places.people_with_a_place(), [&](PersonId one) { return is_erased(one); }));
    chairs.forgotten = forgotten_by(chairs.places);
    chairs.takes_up = !machine.is_gone && places_.histories(kiosk).ends_of(machine.origins).size() == 1;
    if (!machine.is_gone) chairs.otherwise = by_other_histories(kiosk, machine, activity, chairs);
    return chairs;
}

// Of several ends the one that was heard of last, as far as can be known; none where nothing was heard.
Origin ChairBook::goes_on_with(const std::set<Origin>& ends)
{
    if (ends.size() == 1) return *ends.begin();
    const auto last = Holdings{store_.database()}.newest_parcel_among(ends);
    return last ? last->origin : Origin{};
}

const Places& ChairBook::places_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity)
{
    const std::tuple key{kiosk, machine.origins.empty() ? Origin{} : *machine.origins.begin(), machine.is_gone, activity};
    if (const auto known = of_machines_.find(key); known != of_machines_.end()) return known->second;
    const auto goes_on = goes_on_with(places_.histories(kiosk).ends_of(machine.origins));
    return of_machines_.emplace(key, places_.of(kiosk, activity, counts_at(machine), goes_on)).first->second;
}

bool ChairBook::lacks_facts(const MachineHistory& machine)
{
    Prepared query{store_.database(), "SELECT coalesce(max(seq), 0) FROM fact WHERE origin = ?"};
    return std::ranges::any_of(machine.origins, [&](const Origin& origin) {
        query.reset();
        query.bind(1, origin.value);
        query.executeStep();
        return query.getColumn(0).getInt64() > without_gaps()(origin);
    });
}

// A disk that was put back to the same day twice, or ran in two computers, left several origins that none comes after, or one that was
// continued twice. Which of them the machine goes on with is not known here; what it promised by the others stands as well.
std::vector<ChairsByHistory> ChairBook::by_other_histories(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, const MachineChairs& chairs)
{
    auto promised = chairs.places.people_with_a_place();
    for (const auto& promise : chairs.forgotten) promised.push_back(promise.person);
    std::vector<ChairsByHistory> others;
    const auto& histories = places_.histories(kiosk);
    const auto ends = histories.ends_of(machine.origins);
    for (const auto& end : ends) {
        const auto counts = [&, counts = counts_at(machine)](const Origin& origin) { return origin != end && ends.contains(origin) ? 0 : counts(origin); };
        const auto add = [&](const Branch& branch) {
            const auto places = places_.of(kiosk, activity, counts, end, branch);
            if (places.chairs() == 0) return;  // what it would come to by a programme, as of an activity that is newer, is not kept for it
            const auto known = places.people_with_a_place();
            const auto forgotten = std::ranges::count_if(promised, [&](PersonId one) { return std::ranges::find(known, one) == known.end(); });
            others.push_back({places.chairs(), places.received(), places.promised(), static_cast<int>(forgotten)});
        };
        if (ends.size() > 1) add({});
        for (const auto& origin : histories.line_of(end))
            for (std::size_t number = 1; number < places_.branches_of(origin); ++number) add({origin, number});
    }
    return others;
}

std::vector<std::string> ChairBook::not_heard_from()
{
    Prepared origins{store_.database(), "SELECT count(*) FROM origin_begun WHERE kiosk = ?"};
    origins.bind(1, std::string{desk_code});
    origins.executeStep();
    if (origins.getColumn(0).getInt() == 1) return {};
    const auto begun_at = store_.identity()->begun_at;
    std::vector<std::string> kiosks;
    for (const auto& kiosk : store_.kiosks().all()) {
        if (kiosk.retired_at || kiosk.added_at > begun_at) continue;
        const auto& code = kiosk.place.code;
        const auto machines = places_.histories(code).machines();
        const bool all_have = std::ranges::all_of(machines, [&](const MachineHistory& machine) {
            return machine.is_gone || applied_serial(code, counts_at(machine)) > 0;
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

void ChairBook::published(const Activity& activity)
{
    RowWriter{store_.database(), "INSERT OR REPLACE INTO published_activity VALUES (?, ?, ?)"}.row(activity.id, activity.ends, takes_place(activity));
}

std::vector<ActivityId> ChairBook::ahead(Instant now, Ahead which)
{
    Prepared query{store_.database(), "SELECT activity FROM published_activity WHERE ends > ? AND (takes_place OR ?) ORDER BY activity"};
    query.bind(1, to_milliseconds(now));
    query.bind(2, which == Ahead::all ? 1 : 0);
    std::vector<ActivityId> activities;
    while (query.executeStep()) activities.push_back(ActivityId{query.getColumn(0).getString()});
    return activities;
}

std::vector<WaitingForChair> ChairBook::waiting_at(const KnownKiosk& kiosk, Instant now)
{
    std::vector<WaitingForChair> all;
    for (const auto& activity : ahead(now, Ahead::that_takes_place))
        for (auto& sign_up : of(kiosk, activity, 0).waiting()) all.push_back({activity, {kiosk.place.code, std::move(sign_up)}});
    return all;
}

std::vector<ActivityId> ChairBook::signed_up_for(Instant now)
{
    auto activities = ahead(now, Ahead::all);
    std::erase_if(activities, [&](const ActivityId& activity) {
        return std::ranges::none_of(store_.kiosks().all(), [&](const KnownKiosk& kiosk) {
            const auto chairs = of(kiosk, activity, 0);
            return chairs.promised() > 0 || !chairs.waiting().empty();
        });
    });
    return activities;
}

std::vector<WaitingForChair> ChairBook::still_waiting(Instant now, const OnePerson& one_person)
{
    std::vector<WaitingForChair> all;
    for (const auto& activity : ahead(now, Ahead::that_takes_place)) {
        std::vector<KioskChairs> kiosks;
        for (const auto& kiosk : store_.kiosks().all()) kiosks.push_back(of(kiosk, activity, 0));
        for (auto& waiting : refectory::still_waiting(kiosks, one_person)) all.push_back({activity, std::move(waiting)});
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

std::vector<GivenChair> ChairBook::on_the_way_to(const std::string& kiosk)
{
    return on_the_way(kiosk, "");
}

// That a chair was received counts like every fact of the kiosk's: only as far as nothing is missing before.
std::vector<GivenChair> ChairBook::on_the_way(const std::string& kiosk, const std::string& activity)
{
    Prepared query{store_.database(), given_to};
    query.bind(1, kiosk);
    query.bind(2, activity);
    const auto counts = without_gaps();
    std::set<GivenChair> given, received;
    while (query.executeStep()) {
        const auto chair = read_chair(query);
        given.insert(chair);
        if (!query.getColumn(4).isNull() && query.getColumn(5).getInt64() <= counts(Origin{query.getColumn(4).getString()})) received.insert(chair);
    }
    std::erase_if(received, [&](const GivenChair& chair) { return was_lost_again(kiosk, chair); });
    std::vector<GivenChair> chairs;
    std::ranges::set_difference(given, received, std::back_inserter(chairs));
    return chairs;
}

// It was received in what a disk that was put back has lost.
bool ChairBook::was_lost_again(const std::string& kiosk, const GivenChair& chair)
{
    for (const auto& machine : places_.histories(kiosk).machines())
        if (machine.origins.size() > 1 && machine.origins.contains(chair.sign_up.origin))
            return places_of(kiosk, machine, chair.activity).lacks_chair({chair.sign_up, chair.person});
    return false;
}

}
