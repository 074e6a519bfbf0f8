// Which of a kiosk's origins came after which, as far as the desk knows. It changes nothing.
#pragma once

#include "domain/ids.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace SQLite { class Database; }

namespace refectory {

class Histories {
public:
    Histories(SQLite::Database& desk, const std::string& kiosk);

    // The origin itself, the one that it came after, and so on back.
    std::vector<Origin> line_of(const Origin& origin) const;
    // Of each machine that was set up under this code, its origins: all are one's where it was set up once.
    std::vector<std::set<Origin>> machines() const;
    // The origins that none came after; and of some, those that none of them came after.
    std::set<Origin> ends() const;
    std::set<Origin> ends_of(const std::set<Origin>& origins) const;

private:
    std::map<Origin, Origin> after_;  // an empty name where it came after none
    int times_set_up_ = 0;
};

}
