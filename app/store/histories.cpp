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
}

std::vector<Origin> Histories::origins() const
{
    const auto known = after_ | std::views::keys;
    return {known.begin(), known.end()};
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

std::set<Origin> Histories::ends_of(const std::set<Origin>& origins) const
{
    auto ends = origins;
    for (const auto& origin : origins) {
        const auto line = line_of(origin);
        for (std::size_t i = 1; i < line.size(); ++i) ends.erase(line[i]);
    }
    return ends;
}

}
