// When and where each activity is to be, as the desk's publications announced it, and what of that those who signed up could read: what
// stood at their kiosk then, or a change that it said later. What no kiosk ran, nobody has read.
#pragma once

#include "domain/facts.hpp"
#include "domain/time_and_place.hpp"
#include "store/database.hpp"
#include "store/histories.hpp"

#include <map>
#include <optional>
#include <set>

namespace refectory {

struct Announcement {
    TimeAndPlace time_and_place;     // nowhere, where it is cancelled
    bool says_what_changed = false;  // by its state and a reason
    bool is_cancelled() const { return time_and_place.place.empty(); }
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

class Announcements {
public:
    explicit Announcements(Database& desk) : desk_(desk) {}

    // Within the caller's transaction.
    void publish(const Activity& activity, std::int64_t serial);
    // What was to be within the next 60 days by any of them: some may come for it then. A day farther off that was said once was mostly a slip.
    std::set<ActivityId> to_come(Instant now);
    // Nothing where none is known. `histories` are the kiosk's at which they signed up.
    std::optional<Announcement> read_by(const FactKey& sign_up, const ActivityId& activity, const Histories& histories);

private:
    // By the number of the publication that it came with.
    std::map<std::int64_t, Announcement> of(const ActivityId& activity);
    std::optional<std::int64_t> programme_at(const FactKey& sign_up);  // that its origin ran
    std::set<std::int64_t> programmes_before(const Origin& origin, const Histories& histories);  // that those before it ran
    std::set<std::int64_t> programmes_after(const FactKey& sign_up, const Histories& histories);  // that the same machine came to run

    Database& desk_;
};

}
