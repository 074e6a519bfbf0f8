// Walks facts in the order of their numbers, origin by origin, and says where they do not follow from one another or from
// what stands in the database. Where what came before is not known here, the first of them is believed.
#pragma once

#include "domain/result.hpp"
#include "store/fact_rows.hpp"

namespace refectory {

// The hashes that stand, or stand aside, under one number at the desk.
std::vector<Digest> hashes_at(SQLite::Database& desk, const FactKey& key);

class ChainCheck {
public:
    // `origin` is the one whose extent will be asked for.
    ChainCheck(SQLite::Database& desk, Origin origin) : desk_(desk), origin_(std::move(origin)) {}

    Result<> next(const StoredFact& fact);
    // Whether the facts of that origin were these and no others; none where `from` is 0 or behind `up_to`.
    bool is_exactly(std::int64_t from, std::int64_t up_to) const;

private:
    bool may_begin(const StoredFact& fact) const;

    SQLite::Database& desk_;
    Origin origin_;
    FactKey last_;
    Digest last_hash_{};
    std::int64_t from_ = 0, up_to_ = 0;
};

}
