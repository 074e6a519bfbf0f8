#include "store/known_places.hpp"

#include "store/place_facts.hpp"
#include "store/prepared.hpp"

namespace refectory {

Places KnownPlaces::of(const ActivityId& activity)
{
    auto& database = *context_.database;
    if (!context_.ledger) {
        Prepared code{database, "SELECT code FROM setup"};
        return code.executeStep() ? places_of(database, code.getColumn(0).getString(), activity) : Places{};
    }
    const auto newest = context_.ledger->newest();
    const auto found = known_.find(activity);
    if (found != known_.end() && found->second.up_to == newest) return found->second.places;
    const bool goes_on = found != known_.end() && found->second.up_to.key.origin == newest.key.origin && context_.ledger->has(found->second.up_to);
    Places places;  // a copy: a disk that fails half way leaves what was known
    if (goes_on) {
        places = found->second.places;
        each_place_fact(database, activity, found->second.up_to.key, [&](const PlaceFact& fact) { apply(places, fact); });
    } else {
        places = places_of(database, context_.ledger->kiosk(), activity);
        if (known_.size() >= most_known) known_.clear();
    }
    known_.insert_or_assign(activity, Known{newest, places});
    return places;
}

}
