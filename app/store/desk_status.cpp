#include "store/desk_status.hpp"

#include "store/erasures.hpp"
#include "store/histories.hpp"
#include "store/joints.hpp"
#include "store/row_writer.hpp"
#include "store/same_people.hpp"

#include <algorithm>
#include <set>

namespace refectory {

namespace {

constexpr std::chrono::minutes clock_tolerance{2};
constexpr std::chrono::days aside_is_told{30};

struct Applied {
    Origin origin;
    std::int64_t serial = 0;
};

// Of the history last heard of: what another machine runs that was set up by the same file, this one does not run.
std::optional<Applied> newest_applied(Database& desk, const std::string& kiosk, const HeldParcel& parcel, const Origin& by_desk)
{
    Prepared query{desk, "SELECT max(serial) FROM programme_applied WHERE origin = ? AND desk = ?"};
    for (const auto& origin : Histories{desk, kiosk}.line_of(parcel.origin)) {
        query.bind(1, origin.value);
        query.bind(2, by_desk.value);
        query.executeStep();
        if (!query.getColumn(0).isNull()) return Applied{origin, query.getColumn(0).getInt64()};
        query.reset();
    }
    return std::nullopt;
}

// A parcel cannot be written after it was collected, nor a programme applied before it was published: what else the clocks of kiosk
// and desk are apart, files that travel for days do not tell.
void judge_clock(Database& desk, const std::optional<Applied>& applied, const Origin& by_desk, KioskStatus& status)
{
    status.clock = ClockFinding::right;
    const auto ahead = status.newest_parcel->written_at - status.newest_parcel->collected_at;
    Prepared query{desk, "SELECT p.at - f.at FROM programme_applied a JOIN fact f USING (origin, seq) JOIN publication p ON p.serial = a.serial "
                         "WHERE a.origin = ? AND a.desk = ? ORDER BY a.serial DESC LIMIT 1"};
    query.bind(1, applied ? applied->origin.value : "");
    query.bind(2, by_desk.value);
    const milliseconds behind{query.executeStep() ? query.getColumn(0).getInt64() : 0};
    if (ahead > clock_tolerance) status.clock = ClockFinding::ahead;
    else if (behind > clock_tolerance) status.clock = ClockFinding::behind;
    status.clock_is_off_by = std::max(milliseconds{0}, status.clock == ClockFinding::ahead ? ahead : behind);
}

}

namespace {

// Another history's facts stand under the numbers that are missing: of those, the last one alone is known.
void add_open_joints(Database& desk, const std::string& kiosk, std::vector<Gap>& gaps)
{
    Prepared origins{desk, "SELECT DISTINCT origin FROM joint WHERE origin >= ?1 || '.' AND origin < ?1 || '/' ORDER BY origin"};
    Prepared around{desk, "SELECT b.at, f.at FROM fact b JOIN fact f ON f.origin = b.origin AND f.seq = b.seq + 1 WHERE b.origin = ? AND b.seq = ?"};
    origins.bind(1, kiosk);
    while (origins.executeStep()) {
        const Origin origin{origins.getColumn(0).getString()};
        for (const auto seq : Joints{desk}.open(origin)) {
            around.bind(1, origin.value);
            around.bind(2, seq - 1);
            if (around.executeStep())  // else it is missing by its number
                gaps.push_back({origin, seq - 1, seq - 1, from_milliseconds(around.getColumn(0).getInt64()), from_milliseconds(around.getColumn(1).getInt64())});
            around.reset();
        }
    }
}

}

// Read in the order of the key, for a million facts are not to be sorted in memory; an origin that has as many facts as its newest
// number says is not read at all.
std::vector<Gap> gaps_of(Database& desk, const std::string& kiosk)
{
    Prepared broken{desk, "SELECT origin FROM fact WHERE origin >= ?1 || '.' AND origin < ?1 || '/' "
                          "GROUP BY origin HAVING count(*) < max(seq) ORDER BY origin"};
    Prepared facts{desk, "SELECT seq, at FROM fact WHERE origin = ? ORDER BY seq"};
    broken.bind(1, kiosk);
    std::vector<Gap> gaps;
    while (broken.executeStep()) {
        const Origin origin{broken.getColumn(0).getString()};
        facts.bind(1, origin.value);
        std::int64_t before = 0;
        std::optional<Instant> before_at;
        while (facts.executeStep()) {
            const auto seq = facts.getColumn(0).getInt64();
            const auto at = from_milliseconds(facts.getColumn(1).getInt64());
            if (seq > before + 1) gaps.push_back({origin, before + 1, seq - 1, before_at.value_or(at), at});
            before = seq;
            before_at = at;
        }
        facts.reset();
    }
    add_open_joints(desk, kiosk, gaps);
    return gaps;
}

std::vector<Fork> forks_of(Database& desk, const std::string& kiosk)
{
    Prepared query{desk, "SELECT origin, count(DISTINCT seq) FROM conflict WHERE origin >= ?1 || '.' AND origin < ?1 || '/' "
                         "GROUP BY origin ORDER BY origin"};
    query.bind(1, kiosk);
    std::vector<Fork> forks;
    while (query.executeStep()) forks.push_back({Origin{query.getColumn(0).getString()}, query.getColumn(1).getInt64()});
    return forks;
}

// Two machines of one file both begin anew as soon as they hear of each other: that is no disk's doing.
std::vector<Restart> restarts_of(Database& desk, const std::string& kiosk)
{
    Prepared query{desk, "SELECT b.origin, f.at, b.reason = 'set up', b.reason = 'behind receipt' AND a.reason IS 'set up' "
                         "FROM origin_begun b JOIN fact f USING (origin, seq) LEFT JOIN origin_begun a ON a.origin = b.after "
                         "WHERE b.kiosk = ? ORDER BY f.at, b.generation, b.origin"};
    query.bind(1, kiosk);
    const Histories histories{desk, kiosk};
    const auto machines = histories.machines();
    const auto is_one_of_several = [&](const Origin& origin) {
        return std::ranges::any_of(machines, [&](const MachineHistory& machine) {
            const auto ends = histories.ends_of(machine.origins);
            return !machine.is_gone && ends.contains(origin) && (ends.size() > 1 || !histories.running_behind(origin).empty());
        });
    };
    const bool one_stands = std::ranges::count(machines, false, &MachineHistory::is_gone) <= 1;
    std::vector<Restart> restarts;
    int times_set_up = 0;  // the first time is none
    while (query.executeStep()) {
        const bool is_set_up = query.getColumn(2).getInt() == 1;
        const bool heard_of_another = query.getColumn(3).getInt() == 1 && times_set_up > 1;
        if (is_set_up ? times_set_up > 0 : !heard_of_another)
            restarts.push_back({Origin{query.getColumn(0).getString()}, from_milliseconds(query.getColumn(1).getInt64()), is_set_up, is_set_up && one_stands, !is_set_up && is_one_of_several(Origin{query.getColumn(0).getString()})});
        times_set_up += is_set_up ? 1 : 0;
    }
    return restarts;
}

DeskStatus status_of(DeskStore& store, Instant now)
{
    auto& desk = store.database();
    const auto origin = store.ledger().origin();
    DeskStatus status;
    status.newest_programme = store.publications().newest_complete();
    for (const auto& kiosk : store.kiosks().all()) {
        KioskStatus one{kiosk.place, Holdings{store.database()}.newest_parcel_of(kiosk.place.code), ClockFinding::unknown, {}, std::nullopt,
                        gaps_of(store.database(), kiosk.place.code), forks_of(store.database(), kiosk.place.code),
                        restarts_of(store.database(), kiosk.place.code), kiosk.retired_at};
        if (one.newest_parcel) {
            const auto applied = newest_applied(desk, kiosk.place.code, *one.newest_parcel, origin);
            if (applied) one.programme = applied->serial;
            judge_clock(desk, applied, origin, one);
        }
        status.kiosks.push_back(std::move(one));
    }
    const auto one_person = SamePeople{store}.one_person();
    status.chairs = ChairBook{store}.waits_for_decision(now, one_person);
    std::set<PersonId> people;
    for (const auto& [activity, waiting] : status.chairs.waiting) people.insert(one_person(waiting.sign_up.person));
    status.people_waiting = std::ssize(people);
    Erasures erasures{store};
    for (const auto& person : erasures.all())
        status.erasures_unconfirmed += !std::ranges::all_of(erasures.confirmations(person), &ErasureConfirmed::is_confirmed);
    Prepared aside{desk, "SELECT name, reason, seen_at FROM parcel_aside WHERE seen_at > ? ORDER BY seen_at, name"};
    aside.bind(1, to_milliseconds(now - aside_is_told));
    while (aside.executeStep())
        status.aside.push_back({aside.getColumn(0).getString(), aside.getColumn(1).getString(), from_milliseconds(aside.getColumn(2).getInt64())});
    return status;
}

bool put_aside(Database& desk, const Digest& sha256, const ParcelAside& parcel)
{
    RowWriter{desk, "DELETE FROM parcel_aside WHERE seen_at <= ?"}.row(parcel.seen_at - aside_is_told);
    const bool was_here = RowWriter{desk, "DELETE FROM parcel_aside WHERE sha256 = ? AND reason = ?"}.row(sha256, parcel.reason) > 0;
    RowWriter{desk, "INSERT OR REPLACE INTO parcel_aside VALUES (?, ?, ?, ?)"}.row(sha256, parcel.name, parcel.reason, parcel.seen_at);
    return was_here;
}

void take_from_aside(Database& desk, const Digest& sha256)
{
    RowWriter{desk, "DELETE FROM parcel_aside WHERE sha256 = ?"}.row(sha256);
}

}
