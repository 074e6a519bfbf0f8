#include "store/joints.hpp"

#include "domain/fact_text.hpp"
#include "store/row_writer.hpp"

#include <algorithm>

namespace refectory {

std::vector<Digest> hashes_at(Database& desk, const FactKey& key)
{
    Prepared query{desk, "SELECT hash FROM fact WHERE origin = ?1 AND seq = ?2 UNION ALL "
                         "SELECT hash FROM conflict WHERE origin = ?1 AND seq = ?2"};
    query.bind(1, key.origin.value);
    query.bind(2, key.seq);
    std::vector<Digest> hashes;
    while (query.executeStep()) hashes.push_back(digest_of(query.getColumn(0)));
    return hashes;
}

void Joints::note(const StoredFact& fact)
{
    const auto& [spine, hash, values] = fact.row;
    if (spine.key.seq == 1) return;
    const auto text = fact_text(spine, fact.table->name, values);
    RowWriter{desk_, "INSERT OR IGNORE INTO joint VALUES (?, ?, ?, ?)"}.row(spine.key.origin, spine.key.seq, hash, text);
}

std::vector<std::int64_t> Joints::open(const Origin& origin)
{
    Prepared query{desk_, "SELECT seq, hash, text FROM joint WHERE origin = ? ORDER BY seq"};
    query.bind(1, origin.value);
    std::vector<std::int64_t> numbers;
    while (query.executeStep()) {
        const auto seq = query.getColumn(0).getInt64();
        const auto hash = digest_of(query.getColumn(1));
        const auto text = query.getColumn(2).getString();
        const auto before = hashes_at(desk_, {origin, seq - 1});
        const bool is_closed = std::ranges::any_of(before, [&](const Digest& one) { return hash_of(one, bytes_of(text)) == hash; });
        if (!is_closed && (numbers.empty() || numbers.back() != seq)) numbers.push_back(seq);
    }
    return numbers;
}

}
