// Where the facts of one parcel meet those of another. A parcel is taken in whether or not what came before it is here, for in which
// order parcels come must not matter; so a joint stays open until the fact that it follows has come. It decides nothing.
#pragma once

#include "store/fact_rows.hpp"

#include <vector>

namespace refectory {

class Database;

// The hashes that stand, or stand aside, under one number at the desk.
std::vector<Digest> hashes_at(Database& desk, const FactKey& key);

class Joints {
public:
    explicit Joints(Database& desk) : desk_(desk) {}

    // The first fact of an origin in a parcel; within the caller's transaction.
    void note(const StoredFact& fact);
    // The numbers of those that follow no fact that is here, each once, in order.
    std::vector<std::int64_t> open(const Origin& origin);

private:
    Database& desk_;
};

}
