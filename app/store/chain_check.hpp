// Walks facts in the order of their numbers, origin by origin, and says where they do not follow from one another. The first of an
// origin is believed to follow what came before: whether that is here, it does not ask (joints.hpp).
#pragma once

#include "domain/result.hpp"
#include "store/fact_rows.hpp"

namespace refectory {

class ChainCheck {
public:
    // `origin` is the one whose extent will be asked for.
    explicit ChainCheck(Origin origin) : origin_(std::move(origin)) {}

    Result<> next(const StoredFact& fact);
    // Whether the facts of that origin were these and no others; none where `from` is 0 or behind `up_to`.
    bool is_exactly(std::int64_t from, std::int64_t up_to) const;

private:
    Origin origin_;
    FactKey last_;
    Digest last_hash_{};
    std::int64_t from_ = 0, up_to_ = 0;
};

}
