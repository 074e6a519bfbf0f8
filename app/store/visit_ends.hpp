// When visits ended, from the facts that the desk holds: by an admin's correction, else by the check-outs. Where an origin went on twice,
// two visits may have one number, and an end counts for the visit of its own history. It changes nothing.
#pragma once

#include "domain/digest.hpp"
#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "store/database.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace refectory {

struct VisitEnd {
    Instant at;
    bool corrected = false;  // an admin said so
};

// As one fact tells of it.
struct ToldEnd {
    VisitEnd end;
    std::optional<PersonId> person;  // a correction names none
    Origin origin;                   // of the fact
    Digest hash{};
};

// Asked while nothing is collected.
class VisitEnds {
public:
    explicit VisitEnds(Database& desk);

    // Of the visit that began with the check-in of that hash. Of several ends, which a disk that was put back can bring, the first counts,
    // and one of its own history before those of another.
    std::optional<VisitEnd> of(const FactKey& visit, PersonId person, const Digest& check_in);

private:
    std::vector<ToldEnd> told_of(const FactKey& visit);
    bool in_one_history(const Origin& origin, const Digest& one, const Digest& other) const;

    Database& desk_;
    std::map<FactKey, std::vector<ToldEnd>> aside_;  // by facts that stand aside
    std::map<Origin, std::vector<std::set<Digest>>> histories_;  // of what went on twice, behind where it did
};

}
