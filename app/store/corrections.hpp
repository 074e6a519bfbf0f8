// What an admin puts right: a visit that nobody checked out of, a sign-up that should not be. Each with its reason, as a fact that
// travels; nothing that was recorded before is changed.
#pragma once

#include "store/activities.hpp"
#include "store/visits.hpp"

namespace refectory {

class Corrections {
public:
    Corrections(StoreContext& context, Activities& activities, Visits& visits)
        : context_(context), activities_(activities), visits_(visits) {}

    // The visit counts as ended then. Refuses an end before it began or after now; a visit that has ended stays as it is.
    Result<> close_visit(const VisitNow& visit, Instant ended_at, CorrectionReason reason, Instant now, ClockTrust trust);
    // The place is free again. Does nothing where the person is not signed up.
    Result<> remove_sign_up(const ActivityId& activity, PersonId person, CorrectionReason reason, Instant now, ClockTrust trust);

private:
    StoreContext& context_;
    Activities& activities_;
    Visits& visits_;
};

}
