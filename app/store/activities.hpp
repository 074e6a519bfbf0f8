// The programme as the kiosk holds it, and who has a place at what.
#pragma once

#include "domain/answer.hpp"
#include "domain/places.hpp"
#include "domain/programme.hpp"
#include "store/known_places.hpp"

namespace refectory {

class Activities {
public:
    explicit Activities(StoreContext& context) : context_(context) {}

    std::optional<ProgrammeHeader> header();
    bool programme_is_for_here();  // its chairs; where not, empty ones come with a later one. Also where there is none
    std::vector<Activity> between(Instant from, Instant until);  // of the programme, by their start
    std::vector<Activity> changed(Instant now);  // of the programme, moved or cancelled, until it was ever to end
    std::optional<Activity> find(const ActivityId& activity);    // also one that has left the programme
    EndOfActivity ends();  // asks this, and is used no longer than it lives
    std::vector<TimetableItem> timetable(const ActivityId& activity);
    std::optional<Expectation> expectation(const ActivityId& activity);
    std::vector<Objective> objectives(const ActivityId& activity);
    ConfidentialityNote note();
    Places places(const ActivityId& activity);

private:
    StoreContext& context_;
    KnownPlaces known_places_{context_};
};

}
