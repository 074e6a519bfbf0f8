#include "store/chain_check.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

bool follows(const Digest& before, const StoredFact& fact)
{
    return hash_of(before, fact.row.spine, fact.table->name, fact.row.values) == fact.row.hash;
}

}

std::vector<Digest> hashes_at(SQLite::Database& desk, const FactKey& key)
{
    SQLite::Statement query{desk, "SELECT hash FROM fact WHERE origin = ?1 AND seq = ?2 UNION ALL "
                                  "SELECT hash FROM conflict WHERE origin = ?1 AND seq = ?2"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    std::vector<Digest> hashes;
    while (query.executeStep()) hashes.push_back(digest_of(query.getColumn(0)));
    return hashes;
}

Result<> ChainCheck::next(const StoredFact& fact)
{
    const auto& key = fact.row.spine.key;
    const bool begins = key.origin != last_.origin;
    if (!begins && key.seq != last_.seq + 1)
        return failure(fmt::format("This parcel has a gap behind number {} of {}. It was not taken in.", last_.seq, key.origin.value));
    if (!(begins ? may_begin(fact) : follows(last_hash_, fact)))
        return failure(fmt::format("The facts do not follow from one another at number {} of {}. This parcel was not taken in.",
                                   key.seq, key.origin.value));
    if (key.origin == origin_) {
        if (begins) from_ = key.seq;
        up_to_ = key.seq;
    }
    last_ = key;
    last_hash_ = fact.row.hash;
    return {};
}

bool ChainCheck::is_exactly(std::int64_t from, std::int64_t up_to) const
{
    const bool none = from == 0 || from > up_to;
    return none ? up_to_ == 0 : from_ == from && up_to_ == up_to;
}

bool ChainCheck::may_begin(const StoredFact& fact) const
{
    const auto& key = fact.row.spine.key;
    if (key.seq == 1) return follows({}, fact);
    const auto before = hashes_at(desk_, {key.origin, key.seq - 1});
    return before.empty() || std::ranges::any_of(before, [&](const Digest& hash) { return follows(hash, fact); });
}

}
