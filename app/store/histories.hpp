// Which of a kiosk's origins came after which, as far as the desk knows. It changes nothing.
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"

#include <cstddef>
#include <map>
#include <optional>
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
    std::optional<Origin> before(const Origin& origin) const;  // none where it came after none, or its beginning is not here
    std::set<Origin> last_of(const std::set<Origin>& origins) const;  // those that none of them came after
    // The origins that none came after, of machines that are not gone; and the last of some. Of which the coordinator said that they are
    // gone, those are none where another one stands.
    std::set<Origin> ends() const;
    std::set<Origin> ends_of(const std::set<Origin>& origins) const;
    std::set<Origin> gone_ends_of(const std::set<Origin>& origins) const;  // then the others
    std::set<Origin> standing() const;  // the ends, and what they came after
    // What came before that end, and in which another computer with the disk goes on as far as can be known: something was recorded there
    // since what came after it exported. Of a disk that was put back there is nothing.
    std::set<Origin> behind(const Origin& end) const;
    std::set<Origin> running_behind(const Origin& end) const;  // without what was said to be gone
    // Whether something was recorded in the first since the other, where their lines had parted, first exported; also where that cannot be known.
    bool recorded_beside(const Origin& end, const Origin& other) const;
    std::optional<Instant> first_exported(const Origin& origin) const;
    // Of its line, what no other of those lines has.
    std::set<Origin> own_origins_of(const Origin& end, const std::set<Origin>& others) const;

private:
    struct Heard {
        std::optional<Instant> first_exported, newest_trusted;
    };

    bool recorded_since(const Origin& origin, const Origin& other) const;

    std::map<Origin, Heard> heard_;
    std::map<Origin, Origin> after_;  // an empty name where it came after none
    std::set<Origin> gone_;
    std::ptrdiff_t times_set_up_ = 0;
};

}
