#include "store/histories.hpp"

#include "store/prepared.hpp"

#include <algorithm>
#include <ranges>

namespace refectory {

namespace {

// Of an origin whose beginning is not here, only the parcels tell. A machine that is gone stands again where something arrives that it
// recorded after that was said; by a clock that is not trusted it may have been.
constexpr const char* known_origins = R"(
    WITH known AS (
        SELECT origin, coalesce(after, '') AS after, reason = 'set up' AS is_set_up FROM origin_begun WHERE kiosk = ?1 AND seq = 1
        UNION ALL SELECT DISTINCT origin, '', 1 FROM parcel_end WHERE origin >= ?1 || '.' AND origin < ?1 || '/'
            AND origin NOT IN (SELECT origin FROM origin_begun WHERE kiosk = ?1 AND seq = 1))
    SELECT k.origin, k.after, k.is_set_up, g.origin IS NOT NULL FROM known k LEFT JOIN machine_gone g ON g.origin = k.origin
        AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.origin = g.origin AND f.seq > g.facts AND (f.at > g.said_at OR f.clock <> 1)))";

// By the kiosk's own clock, as its facts are. What it records at its start is not asked, for nobody knows then whether that is to be trusted.
constexpr const char* first_parcel = "SELECT min(CASE clock WHEN 1 THEN written_at ELSE collected_at END) FROM parcel WHERE origin = ?";
// Of one that was continued twice, whichever way it went on last.
constexpr const char* newest_trusted = R"(
    SELECT max(at) FROM (SELECT * FROM (SELECT at FROM fact WHERE origin = ?1 AND clock = 1 ORDER BY seq DESC LIMIT 1)
        UNION ALL SELECT at FROM fact WHERE origin = ?1 AND clock = 1 AND seq >= (SELECT min(seq) FROM conflict WHERE origin = ?1)
        UNION ALL SELECT at FROM conflict WHERE origin = ?1 AND clock = 1))";

std::optional<Instant> moment(Database& desk, const char* which, const Origin& origin)
{
    Prepared query{desk, which};
    query.bind(1, origin.value);
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return from_milliseconds(query.getColumn(0).getInt64());
}

}

Histories::Histories(Database& desk, const std::string& kiosk)
{
    Prepared query{desk, known_origins};
    query.bind(1, kiosk);
    std::set<Origin> set_up;
    while (query.executeStep()) {
        const Origin origin{query.getColumn(0).getString()};
        after_[origin] = Origin{query.getColumn(1).getString()};
        if (query.getColumn(2).getInt() == 1) set_up.insert(origin);
        if (query.getColumn(3).getInt() == 1) gone_.insert(origin);
    }
    for (const auto& [origin, after] : after_)
        if (!after.value.empty() && !after_.contains(after)) set_up.insert(after);  // named by the one that came after it, and not here
    times_set_up_ = std::ssize(set_up);
    for (const auto& [origin, after] : after_) heard_[origin] = {moment(desk, first_parcel, origin), moment(desk, newest_trusted, origin)};
}

std::vector<Origin> Histories::origins() const
{
    const auto known = after_ | std::views::keys;
    return {known.begin(), known.end()};
}

std::optional<Origin> Histories::before(const Origin& origin) const
{
    const auto found = after_.find(origin);
    return found == after_.end() || found->second.value.empty() ? std::nullopt : std::optional{found->second};
}

std::vector<Origin> Histories::line_of(const Origin& origin) const
{
    std::vector<Origin> line{origin};
    for (auto found = after_.find(origin); found != after_.end() && !found->second.value.empty(); found = after_.find(line.back())) {
        if (std::ranges::find(line, found->second) != line.end()) break;  // no kiosk says so; whoever forges it is not to hold up the desk
        line.push_back(found->second);
    }
    return line;
}

std::vector<MachineHistory> Histories::machines() const
{
    std::map<Origin, std::set<Origin>> by_first;
    for (const auto& [origin, after] : after_) by_first[times_set_up_ > 1 ? line_of(origin).back() : Origin{}].insert(origin);
    std::vector<MachineHistory> machines;
    for (auto& [first, origins] : by_first) {
        const bool is_gone = std::ranges::includes(gone_, origins);
        machines.push_back({std::move(origins), is_gone});
    }
    return machines;
}

std::set<Origin> Histories::ends() const
{
    std::set<Origin> all;
    for (const auto& machine : machines())
        if (!machine.is_gone) all.insert(machine.origins.begin(), machine.origins.end());
    return ends_of(all);
}

std::set<Origin> Histories::standing() const
{
    std::set<Origin> standing;
    for (const auto& end : ends()) {
        const auto line = line_of(end);
        standing.insert(line.begin(), line.end());
    }
    return standing;
}

std::set<Origin> Histories::last_of(const std::set<Origin>& origins) const
{
    auto last = origins;
    for (const auto& origin : origins) {
        const auto line = line_of(origin);
        for (std::size_t i = 1; i < line.size(); ++i) last.erase(line[i]);
    }
    return last;
}

std::set<Origin> Histories::ends_of(const std::set<Origin>& origins) const
{
    auto ends = last_of(origins);
    if (!std::ranges::includes(gone_, ends)) std::erase_if(ends, [this](const Origin& end) { return gone_.contains(end); });
    return ends;
}

std::set<Origin> Histories::gone_ends_of(const std::set<Origin>& origins) const
{
    auto gone = last_of(origins);
    for (const auto& end : ends_of(origins)) gone.erase(end);
    return gone;
}

std::optional<Instant> Histories::first_exported(const Origin& origin) const
{
    const auto heard = heard_.find(origin);
    return heard == heard_.end() ? std::nullopt : heard->second.first_exported;
}

bool Histories::recorded_since(const Origin& origin, const Origin& other) const
{
    const auto heard = heard_.find(origin);
    const auto began = first_exported(other);
    return heard == heard_.end() || !heard->second.newest_trusted || !began || *heard->second.newest_trusted > *began;
}

bool Histories::recorded_beside(const Origin& end, const Origin& other) const
{
    const auto line = line_of(end), others = line_of(other);
    const auto oldest = std::find_if(others.rbegin(), others.rend(), [&](const Origin& one) { return std::ranges::find(line, one) == line.end(); });
    return oldest == others.rend() || recorded_since(end, *oldest);
}

std::set<Origin> Histories::behind(const Origin& end) const
{
    std::set<Origin> running;
    const auto line = line_of(end);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool is_known = heard_.contains(line[i]) && heard_.at(line[i]).newest_trusted && first_exported(line[i - 1]);
        if (is_known && recorded_since(line[i], line[i - 1])) running.insert(line[i]);
    }
    return running;
}

std::set<Origin> Histories::running_behind(const Origin& end) const
{
    auto running = behind(end);
    std::erase_if(running, [this](const Origin& origin) { return gone_.contains(origin); });
    return running;
}

std::set<Origin> Histories::own_origins_of(const Origin& end, const std::set<Origin>& others) const
{
    const auto line = line_of(end);
    std::set<Origin> own{line.begin(), line.end()};
    for (const auto& other : others)
        if (other != end)
            for (const auto& origin : line_of(other)) own.erase(origin);
    return own;
}

}
