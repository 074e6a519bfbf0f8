#include "store/whole_history.hpp"

#include "store/prepared.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

// From 1 on, by numbers alone.
std::int64_t without_a_gap(Database& desk, const Origin& origin)
{
    Prepared all{desk, "SELECT count(*), coalesce(max(seq), 0) FROM fact WHERE origin = ?"};
    all.bind(1, origin.value);
    all.executeStep();
    const auto newest = all.getColumn(1).getInt64();
    if (all.getColumn(0).getInt64() == newest) return newest;
    Prepared query{desk, R"(
        SELECT CASE WHEN EXISTS (SELECT 1 FROM fact WHERE origin = ?1 AND seq = 1) THEN
            (SELECT f.seq FROM fact f WHERE f.origin = ?1 AND NOT EXISTS
                (SELECT 1 FROM fact WHERE origin = ?1 AND seq = f.seq + 1) ORDER BY f.seq LIMIT 1) ELSE 0 END)"};
    query.bind(1, origin.value);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

std::vector<Value> values_aside(Database& desk, const FactTable& table, const std::string& fields)
{
    std::vector<Value> values;
    for (const auto& column : table.columns) {
        Prepared query{desk, fmt::format("SELECT json_extract(?, '$.{}')", column.name)};
        query.bind(1, fields);
        query.executeStep();
        values.push_back(value_of(query.getColumn(0)));
    }
    return values;
}

// The one that stands under that number, and those aside.
std::vector<StoredFact> facts_at(Database& desk, const FactKey& key)
{
    std::vector<StoredFact> facts;
    if (auto standing = FactRows{desk}.find(key)) facts.push_back(std::move(*standing));
    Prepared query{desk, "SELECT kind, at, order_at, clock, hash, fields FROM conflict WHERE origin = ? AND seq = ?"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    while (query.executeStep()) {
        StoredFact fact{find_fact_table(query.getColumn(0).getString()), {}};
        if (!fact.table) continue;
        fact.row.spine = {key, from_milliseconds(query.getColumn(1).getInt64()), from_milliseconds(query.getColumn(2).getInt64()),
                          query.getColumn(3).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
        fact.row.hash = digest_of(query.getColumn(4));
        fact.row.values = values_aside(desk, *fact.table, query.getColumn(5).getString());
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::optional<Digest> followed_by(const StoredFact& fact, const std::vector<Digest>& before)
{
    const auto& row = fact.row;
    const auto found = std::ranges::find_if(before, [&](const Digest& hash) { return hash_of(hash, row.spine, fact.table->name, row.values) == row.hash; });
    return found == before.end() ? std::nullopt : std::optional{*found};
}

// Parcels of before joints were noted have none: there a conflict alone says where histories part.
std::optional<std::int64_t> before_first_conflict(Database& desk, const Origin& origin)
{
    Prepared query{desk, "SELECT min(seq) - 1 FROM conflict WHERE origin = ?"};
    query.bind(1, origin.value);
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return query.getColumn(0).getInt64();
}

}

// Mostly every joint is closed, no number is there twice, and numbers say all. Elsewhere each fact behind is looked at.
WholeHistory::WholeHistory(Database& desk, const Origin& origin) : desk_(desk), origin_(origin)
{
    const auto numbers = without_a_gap(desk, origin);
    const auto open = Joints{desk}.open(origin);
    up_to_ = in_every_history_ = std::min({numbers, open.empty() ? numbers : open.front() - 1, before_first_conflict(desk, origin).value_or(numbers)});
    auto whole = up_to_ == 0 ? std::vector<Digest>{{}} : hashes_at(desk, {origin, up_to_});
    while (up_to_ < numbers) {
        std::vector<Digest> next;
        for (const auto& fact : facts_at(desk, {origin, up_to_ + 1})) {
            const auto before = followed_by(fact, whole);
            if (!before) continue;
            next.push_back(fact.row.hash);
            before_.emplace(fact.row.hash, *before);
        }
        if (next.empty()) return;
        behind_[++up_to_] = whole = std::move(next);
    }
}

std::vector<std::set<Digest>> WholeHistory::branches() const
{
    std::set<Digest> followed;
    for (const auto& [hash, before] : before_) followed.insert(before);
    std::vector<std::set<Digest>> branches;
    for (const auto& [end, before_end] : before_) {
        if (followed.contains(end)) continue;
        auto& branch = branches.emplace_back();
        for (auto fact = before_.find(end); fact != before_.end(); fact = before_.find(fact->second)) branch.insert(fact->first);
    }
    return branches;
}

bool WholeHistory::has(std::int64_t seq, const Digest& hash) const
{
    const auto among = [&](const std::vector<Digest>& hashes) { return std::ranges::find(hashes, hash) != hashes.end(); };
    if (seq <= in_every_history_) return among(hashes_at(desk_, {origin_, seq}));
    const auto found = behind_.find(seq);
    return found != behind_.end() && among(found->second);
}

}
