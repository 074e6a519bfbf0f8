// What each of a kiosk's machines holds of an activity, and may come to hold by what was published to it, as far as its facts tell: by the
// history that it goes on with as far as can be known, and by every other one that it may go on with. It changes nothing.
#pragma once

#include "domain/chair_decision.hpp"
#include "domain/programme.hpp"
#include "store/desk_places.hpp"

#include <map>
#include <tuple>

namespace refectory {

class MachineBook {
public:
    MachineBook(Database& desk, Origin desk_origin);

    const Histories& histories(const std::string& kiosk) { return places_.histories(kiosk); }
    MachineChairs chairs_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity);
    // Of several ends the one that was heard of last; none where nothing was heard.
    Origin goes_on_with(const std::string& kiosk, const MachineHistory& machine);
    bool has_applied(const std::string& kiosk, const MachineHistory& machine);  // a programme of the desk's current origin
    bool counts(const FactKey& fact);  // it is here, and all before it
    bool was_lost_again(const std::string& kiosk, const GivenChair& chair);
    bool is_forgotten(const std::string& kiosk, const GivenChair& chair);  // by a machine that stands, which has promised it
    bool is_erased(PersonId person);

private:
    struct ByEnd {
        Origin end;
        bool may_run = false;  // beside the one that the machine goes on with, or it is that
        ChairsByHistory chairs;
    };

    CountsUpTo without_gaps();
    CountsUpTo counts_at(const MachineHistory& machine);  // which must live as long
    std::int64_t applied_serial(const std::string& kiosk, const CountsUpTo& counts);  // of the desk's current origin; 0 where none is known
    int newest_allotment(const std::string& kiosk, const ActivityId& activity, const Origin& goes_on);
    int still_to_come(const std::string& kiosk, const ActivityId& activity, const Origin& end, const Origin& goes_on);
    bool lacks_facts(const std::set<Origin>& origins);
    const Places& places_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity);
    std::set<Origin> ends_that_count(const Histories& histories, const MachineHistory& machine, const Origin& goes_on);
    std::vector<ByEnd> by_every_end(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, const std::vector<PersonId>& promised);
    void add_other_histories(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, MachineChairs& chairs);
    std::vector<SignUpKey> forgotten_by(const Places& places);

    Database& desk_;
    Origin desk_origin_;
    // Asked once: nothing is collected while the desk decides.
    DeskPlaces places_;
    // By the kiosk, the first origin of the machine, and whether that is taken to be gone.
    std::map<std::tuple<std::string, Origin, bool, ActivityId>, Places> of_machines_;
    std::map<Origin, Origin> go_on_with_;  // by the first of several ends
};

}
