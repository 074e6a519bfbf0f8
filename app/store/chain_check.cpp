#include "store/chain_check.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

bool follows(const Digest& before, const StoredFact& fact)
{
    return hash_of(before, fact.row.spine, fact.table->name, fact.row.values) == fact.row.hash;
}

}

Result<> ChainCheck::next(const StoredFact& fact)
{
    const auto& key = fact.row.spine.key;
    const bool begins = key.origin != last_.origin;
    if (!begins && key.seq != last_.seq + 1)
        return failure(fmt::format("This parcel has a gap behind number {} of {}. It was not taken in.", last_.seq, key.origin.value));
    const bool is_first_of_all = key.seq == 1;
    if (begins ? is_first_of_all && !follows({}, fact) : !follows(last_hash_, fact))
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

}
