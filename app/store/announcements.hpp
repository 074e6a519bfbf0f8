// When and where each activity is to be, as the desk's publications announced it, and what of that those who signed up could read: what
// stood at their kiosk then, or a change that it said later. What no kiosk ran, nobody has read.
#pragma once

#include "domain/facts.hpp"
#include "domain/programme.hpp"
#include "store/database.hpp"
#include "store/histories.hpp"

#include <optional>

namespace refectory {

struct Announcement {
    Instant starts;
    std::string place;  // empty where it is cancelled
    std::string place_detail = {};
    bool says_what_changed = false;  // by its state and a reason
    bool is_cancelled() const { return place.empty(); }
    // Words that are only added to the place's detail, or left out there, are no other place.
    bool is_as(const Activity& activity) const;
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

class Announcements {
public:
    explicit Announcements(Database& desk) : desk_(desk) {}

    // Within the caller's transaction.
    void publish(const Activity& activity, std::int64_t serial);
    // Whether whoever signed up may have read another thing than what was published last.
    bool has_several(const ActivityId& activity);
    // Nothing where none is known. `histories` are the kiosk's at which they signed up.
    std::optional<Announcement> read_by(const FactKey& sign_up, const ActivityId& activity, const Histories& histories);

private:
    std::optional<Announcement> stood_in(std::int64_t serial, const ActivityId& activity);
    std::int64_t programme_at(const FactKey& sign_up, const Histories& histories);  // 0 where none is known

    Database& desk_;
};

}
