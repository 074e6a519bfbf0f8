// The desk's book of chairs: what each kiosk holds of an activity as far as its facts, and what was published since, tell; and what the
// desk decided. It decides nothing: domain/chair_decision.hpp does.
#pragma once

#include "store/desk_store.hpp"
#include "store/machine_book.hpp"

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

struct DoubleAtActivity {
    ActivityId activity;
    DoubleSignUp sign_up;
};

// At what lies ahead, with what was published.
struct WaitsForDecision {
    std::vector<WaitingForChair> waiting;
    std::vector<DoubleAtActivity> two_places;
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
    const Histories& histories(const std::string& kiosk) { return machines_.histories(kiosk); }
    // Of each of its machines that stands the origin that it goes on with, as far as could be known then: a programme's chairs are for
    // those. Where nothing had been heard of it, there are none.
    std::vector<Origin> decided_for(const Publication& publication, const std::string& kiosk);

    // Within the caller's transaction.
    void published(const Publication& publication, const std::string& kiosk, const ActivityId& activity, int chairs);
    void published(const Activity& activity);
    void published_for(const Publication& publication, const std::string& kiosk);
    void given(const ActivityId& activity, const SignUpKey& sign_up, Instant now);

    std::vector<WaitingForChair> given_and_not_told();                // by publications that did not come to their end
    bool was_taken_up(const SignUpKey& promise);                      // by a kiosk that had forgotten it
    std::vector<WaitingForChair> waiting_at(const KnownKiosk& kiosk, Instant now);  // at what was published and lies ahead; also whose chair is on its way
    // What was published, lies ahead or was to soon, and has people: some come for it then.
    std::vector<ActivityId> signed_up_for(Instant now);
    // What has people, and was published only by what the desk was before a backup was put back.
    std::vector<ActivityId> signed_up_for_unknown();
    WaitsForDecision waits_for_decision(Instant now, const OnePerson& one_person);
    // Of activities of any age; not to sign-ups of a history that stands and that the publication's chairs are not for.
    std::vector<GivenChair> told_by(const Publication& publication, const std::string& kiosk);

private:
    bool was_put_back();
    std::vector<ActivityId> ahead(Instant now);  // that takes place
    std::vector<ActivityId> with_people(std::vector<ActivityId> activities);
    std::vector<GivenChair> on_the_way(const std::string& kiosk, const std::string& activity);  // of every one, where it is empty

    DeskStore& store_;
    MachineBook machines_;
};

}
