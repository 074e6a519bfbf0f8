// Who has a place at each activity, as a kiosk was last asked, gone on with by what was recorded since: no page reads all of an
// activity's facts once more. What is known holds as long as the fact stands that it reaches to, for each is chained to those before.
#pragma once

#include "domain/places.hpp"
#include "store/store_context.hpp"

#include <map>

namespace refectory {

class KnownPlaces {
public:
    explicit KnownPlaces(StoreContext& context) : context_(context) {}

    Places of(const ActivityId& activity);

private:
    struct Known {
        FactLink up_to;
        Places places;
    };
    static constexpr std::size_t most_known = 256;  // more than a kiosk's list of four months

    StoreContext& context_;
    std::map<ActivityId, Known> known_;
};

}
