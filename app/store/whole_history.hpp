// How far the facts of one origin are at the desk from the first, each following the one before. Numbers alone do not say so: where
// an origin was continued twice, another history's facts may stand where this one's are missing. It changes nothing.
#pragma once

#include "store/joints.hpp"

#include <map>
#include <set>

namespace refectory {

class WholeHistory {
public:
    WholeHistory(Database& desk, const Origin& origin);

    // The last number of the history that comes furthest; 0 where there is none.
    std::int64_t up_to() const { return up_to_; }
    // Up to where it is known not to have been continued twice; and of each of the histories behind that the facts that are whole.
    std::int64_t in_every_history() const { return in_every_history_; }
    std::vector<std::set<Digest>> branches() const;
    // Whether that fact is here, and all of its history before it.
    bool has(std::int64_t seq, const Digest& hash) const;

private:
    Database& desk_;
    Origin origin_;
    std::int64_t up_to_ = 0;
    std::int64_t in_every_history_ = 0;  // up to here
    std::map<std::int64_t, std::vector<Digest>> behind_;  // what is whole further on
    std::map<Digest, Digest> before_;  // of those the one that each follows
};

}
