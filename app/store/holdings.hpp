// What the desk holds: how far it has each origin's facts, its newest parcel, and how much it is in all. It changes nothing.
#pragma once

#include "domain/facts.hpp"
#include "store/database.hpp"

#include <optional>
#include <set>
#include <vector>

namespace refectory {

struct HeldParcel {
    std::int64_t number = 0;
    Instant written_at, collected_at;
    ClockTrust clock = ClockTrust::trusted;  // whether written_at was to be trusted
    std::string version;
    Origin origin;
};

// The desk's own origin is among them; it has no parcel.
struct HeldOrigin {
    Origin origin;
    std::string kiosk;             // its code
    std::int64_t facts = 0;
    std::int64_t facts_up_to = 0;  // from 1, each following the one before: what a receipt may say
    std::int64_t newest_fact = 0;
    std::int64_t conflicts = 0;
    std::optional<HeldParcel> newest_parcel;
};

struct HeldInAll {
    std::int64_t facts = 0, answers = 0, names = 0, remarks = 0, conflicts = 0, parcels = 0;
};

class Holdings {
public:
    explicit Holdings(Database& desk) : desk_(desk) {}

    std::vector<HeldOrigin> origins();  // in the order of their names
    std::vector<Origin> origins_of(const std::string& kiosk);
    std::optional<HeldParcel> newest_parcel_of(const Origin& origin);      // the one with the highest number
    std::optional<HeldParcel> newest_parcel_of(const std::string& kiosk);  // of the history that was heard of last
    std::optional<HeldParcel> newest_parcel_among(const std::set<Origin>& ends);
    std::int64_t facts_up_to(const Origin& origin);  // from 1, each following the one before; 0 where there are none
    HeldInAll in_all();

private:
    Database& desk_;
};

}
