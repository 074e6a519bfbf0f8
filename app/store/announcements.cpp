#include "store/announcements.hpp"

#include "domain/invitation.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace refectory {

namespace {

using Numbered = std::map<std::int64_t, Announcement>;

Announcement announcement_of(const Activity& activity)
{
    auto announced = time_and_place_of(activity);
    if (activity.state == ActivityState::cancelled) announced.place = announced.place_detail = "";
    return {std::move(announced), has_changed(activity)};
}

// In a programme that is not known here, or before the first that is, what was announced first.
const Announcement& standing_in(std::int64_t programme, const Numbered& all)
{
    const auto after = all.upper_bound(programme);
    return after == all.begin() ? after->second : std::prev(after)->second;
}

}

void Announcements::publish(const Activity& activity, std::int64_t serial)
{
    const auto announced = announcement_of(activity);
    const auto before = of(activity.id);
    if (!before.empty() && before.rbegin()->second == announced) return;
    const auto& [starts, place, place_detail] = announced.time_and_place;
    RowWriter insert{desk_, "INSERT INTO announced VALUES (?, ?, ?, ?, ?, ?)"};
    insert.row(activity.id, serial, starts, place, place_detail, announced.says_what_changed);
}

std::set<ActivityId> Announcements::to_come(Instant now)
{
    constexpr std::chrono::days soon{60};
    Prepared query{desk_, "SELECT DISTINCT activity FROM announced WHERE starts > ? AND starts < ?"};
    query.bind(1, to_milliseconds(now));
    query.bind(2, to_milliseconds(now + soon));
    std::set<ActivityId> activities;
    while (query.executeStep()) activities.insert(ActivityId{query.getColumn(0).getString()});
    return activities;
}

// Of what the kiosk said to have changed, the last that it came to run after they signed up; else what stood there then. Where that is
// not known, for its disk was put back and had run no programme since, it is taken to be what they are to be told of.
std::optional<Announcement> Announcements::read_by(const FactKey& sign_up, const ActivityId& activity, const Histories& histories)
{
    const auto all = of(activity);
    if (all.empty()) return std::nullopt;
    if (all.size() == 1) return all.begin()->second;
    for (const auto programme : programmes_after(sign_up, histories) | std::views::reverse)
        if (const auto& announced = standing_in(programme, all); announced.says_what_changed) return announced;
    if (const auto programme = programme_at(sign_up)) return standing_in(*programme, all);
    const auto& newest = all.rbegin()->second;
    auto programmes = programmes_before(sign_up.origin, histories);
    if (programmes.empty()) programmes.insert(0);
    for (const auto programme : programmes)
        if (const auto& announced = standing_in(programme, all); is_elsewhere(announced.time_and_place, newest.time_and_place)) return announced;
    return newest;
}

Numbered Announcements::of(const ActivityId& activity)
{
    Prepared query{desk_, "SELECT serial, starts, place, place_detail, says_what_changed FROM announced WHERE activity = ?"};
    query.bind(1, activity.value);
    Numbered all;
    while (query.executeStep())
        all.emplace(query.getColumn(0).getInt64(),
                    Announcement{{from_milliseconds(query.getColumn(1).getInt64()), query.getColumn(2).getString(), query.getColumn(3).getString()},
                                 query.getColumn(4).getInt() == 1});
    return all;
}

std::optional<std::int64_t> Announcements::programme_at(const FactKey& sign_up)
{
    Prepared query{desk_, "SELECT serial FROM programme_applied WHERE origin = ? AND seq < ? ORDER BY seq DESC LIMIT 1"};
    query.bind(1, sign_up.origin.value);
    query.bind(2, sign_up.seq);
    return query.executeStep() ? std::optional{query.getColumn(0).getInt64()} : std::nullopt;
}

std::set<std::int64_t> Announcements::programmes_before(const Origin& origin, const Histories& histories)
{
    std::set<std::int64_t> programmes;
    for (const auto& one : histories.line_of(origin)) {
        if (one == origin) continue;
        Prepared query{desk_, "SELECT serial FROM programme_applied WHERE origin = ?"};
        query.bind(1, one.value);
        while (query.executeStep()) programmes.insert(query.getColumn(0).getInt64());
    }
    return programmes;
}

std::set<std::int64_t> Announcements::programmes_after(const FactKey& sign_up, const Histories& histories)
{
    std::set<std::int64_t> programmes;
    const auto machines = histories.machines();
    const auto its = std::ranges::find_if(machines, [&](const MachineHistory& machine) { return machine.origins.contains(sign_up.origin); });
    if (its == machines.end()) return programmes;
    for (const auto& origin : its->origins) {
        const auto line = histories.line_of(origin);
        if (std::ranges::find(line, sign_up.origin) == line.end()) continue;
        Prepared query{desk_, "SELECT serial FROM programme_applied WHERE origin = ?1 AND (?1 <> ?2 OR seq > ?3)"};
        query.bind(1, origin.value);
        query.bind(2, sign_up.origin.value);
        query.bind(3, sign_up.seq);
        while (query.executeStep()) programmes.insert(query.getColumn(0).getInt64());
    }
    return programmes;
}

}
