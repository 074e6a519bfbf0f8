// Reads who has a place and who waits at one kiosk, from its facts: the same at the kiosk itself and at the desk.
#pragma once

#include "domain/digest.hpp"
#include "domain/places.hpp"
#include "store/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace refectory {

class Prepared;

// One fact that changes who has a place; what its kind does not have is left as it is.
struct PlaceFact {
    std::string kind;  // its table
    Spine spine;
    Digest hash{};
    bool stands_aside = false;
    std::int64_t chairs = 0;
    SignUpKey sign_up;
    KeptAs kept_as = KeptAs::place;
    std::optional<Instant> order_at;
};

// Of a query for kind, origin, seq, at, order_at, clock, hash, chairs, the sign-up's origin and seq, person, standing and its order_at.
PlaceFact read_place_fact(Prepared& query);
void apply(Places& places, const PlaceFact& fact);

// Those of that origin behind that number, in the order of recording.
void each_place_fact(Database& database, const ActivityId& activity, const FactKey& after, const std::function<void(const PlaceFact&)>& take);

// At the kiosk.
Places places_of(Database& database, const std::string& kiosk, const ActivityId& activity);

}
