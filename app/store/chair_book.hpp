// The desk's book of chairs: what each kiosk holds of an activity as far as its facts, and what was published since, tell; and what the
// desk decided. It decides nothing: domain/chair_decision.hpp does.
#pragma once

#include "domain/chair_decision.hpp"
#include "domain/programme.hpp"
#include "store/desk_places.hpp"
#include "store/desk_store.hpp"

#include <map>
#include <tuple>

namespace refectory {

// A publication's number under its desk's origin.
struct Publication {
    Origin desk;
    std::int64_t serial = 0;
};

struct WaitingForChair {
    ActivityId activity;
    WaitingAtKiosk waiting;
};

class ChairBook {
public:
    explicit ChairBook(DeskStore& store);

    KioskChairs of(const KnownKiosk& kiosk, const ActivityId& activity, int wanted);
    // After a backup was put back, the kiosks that have not applied a programme of what came after, by each of their machines that are not
    // gone: before all have, nobody here knows all that was published.
    std::vector<std::string> not_heard_from();

    // Whether it was given chairs of the activity, or has had people for it: then it says to them what becomes of it.
    bool has_been_told_of(const std::string& kiosk, const ActivityId& activity);
    const Histories& histories(const std::string& kiosk) { return places_.histories(kiosk); }

    // Within the caller's transaction.
    void published(const Publication& publication, const std::string& kiosk, const ActivityId& activity, int chairs);
    void published(const Activity& activity);
    void given(const ActivityId& activity, const SignUpKey& sign_up, Instant now);

    std::vector<WaitingForChair> given_and_not_told();                // by publications that did not come to their end
    std::vector<WaitingForChair> waiting_at(const KnownKiosk& kiosk, Instant now);  // at what was published and lies ahead; also whose chair is on its way
    std::vector<ActivityId> signed_up_for(Instant now);               // what was published, lies ahead, and has people
    std::vector<WaitingForChair> still_waiting(Instant now, const OnePerson& one_person);  // at what was published and lies ahead
    std::vector<GivenChair> on_the_way_to(const std::string& kiosk);  // of activities of any age

private:
    enum class Ahead { all, that_takes_place };
    std::vector<ActivityId> ahead(Instant now, Ahead which);
    std::int64_t applied_serial(const std::string& kiosk, const CountsUpTo& counts);  // of the desk's current origin; 0 where none is known
    std::vector<GivenChair> on_the_way(const std::string& kiosk, const std::string& activity);  // of every one, where it is empty
    CountsUpTo without_gaps();
    CountsUpTo counts_at(const MachineHistory& machine);  // which must live as long
    bool lacks_facts(const MachineHistory& machine);
    const Places& places_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity);
    bool was_lost_again(const std::string& kiosk, const GivenChair& chair);
    MachineChairs chairs_of(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity);
    std::vector<ChairsByHistory> by_other_histories(const std::string& kiosk, const MachineHistory& machine, const ActivityId& activity, const MachineChairs& chairs);
    Origin goes_on_with(const std::set<Origin>& ends);
    bool is_erased(PersonId person);
    std::vector<SignUpKey> forgotten_by(const Places& places);

    DeskStore& store_;
    // Asked once: nothing is collected while the desk decides.
    DeskPlaces places_;
    // By the kiosk, the first origin of the machine, and whether that is taken to be gone.
    std::map<std::tuple<std::string, Origin, bool, ActivityId>, Places> of_machines_;
};

}
