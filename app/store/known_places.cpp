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
    const bool holds = found != known_.end() && found->second.up_to.key.origin == newest.key.origin &&
                       (found->second.up_to == newest || context_.ledger->has(found->second.up_to));
    if (!holds) {
        if (known_.size() >= most_known) known_.clear();
        return known_.insert_or_assign(activity, Known{newest, places_of(database, context_.ledger->kiosk(), activity)}).first->second.places;
    }
    if (found->second.up_to == newest) return found->second.places;
    auto places = found->second.places;  // a disk that fails half way leaves what was known
    each_place_fact(database, activity, found->second.up_to.key, [&](const PlaceFact& fact) { apply(places, fact); });
    found->second = {newest, places};
    return places;
}

}
