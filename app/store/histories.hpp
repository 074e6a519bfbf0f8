// Which of a kiosk's origins came after which, as far as the desk knows. It changes nothing.
#pragma once

#include "domain/ids.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace refectory {

class Database;

// Of one machine that was set up under the kiosk's code.
struct MachineHistory {
    std::set<Origin> origins;
    bool is_gone = false;  // the coordinator said so, and nothing new of it was heard since
};

class Histories {
public:
    Histories(Database& desk, const std::string& kiosk);

    // All that are known: of one whose beginning is not here, by what came of it.
    std::vector<Origin> origins() const;
    // The origin itself, the one that it came after, and so on back.
    std::vector<Origin> line_of(const Origin& origin) const;
    // One where it was set up once; none where nothing was heard of it. What has no beginning here may be another's.
    std::vector<MachineHistory> machines() const;
    // The origins that none came after, of machines that are not gone; and of some, those that none of them came after.
    std::set<Origin> ends() const;
    std::set<Origin> ends_of(const std::set<Origin>& origins) const;

private:
    std::map<Origin, Origin> after_;  // an empty name where it came after none
    std::set<Origin> gone_;
    std::ptrdiff_t times_set_up_ = 0;
};

}
