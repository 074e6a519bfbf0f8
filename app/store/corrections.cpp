#include "store/corrections.hpp"

#include <algorithm>

namespace refectory {

Result<> Corrections::close_visit(const VisitNow& visit, Instant ended_at, CorrectionReason reason, Instant now, ClockTrust trust)
{
    // A clock that was set back after the check-in leaves no moment in between.
    if (ended_at < visit.began || ended_at > std::max(now, visit.began)) return failure("A visit ends between its check-in and now.");
    return context_.commit([&]() -> Result<> {
        if (visits_.open_visit(visit.academic) == visit.visit)
            context_.ledger->record(Correction{Corrected::visit, visit.visit, to_milliseconds(ended_at), reason}, now, trust);
        return {};
    });
}

Result<> Corrections::remove_sign_up(const ActivityId& activity, PersonId person, CorrectionReason reason, Instant now, ClockTrust trust)
{
    return context_.commit([&]() -> Result<> {
        const auto sign_up = activities_.places(activity).sign_up_of(person);
        if (!sign_up) return {};
        context_.ledger->record(Withdrawal{*sign_up, activity, person, WithdrawalReason::corrected}, now, trust);
        context_.ledger->record(Correction{Corrected::sign_up, *sign_up, {}, reason}, now, trust);
        return {};
    });
}

}
