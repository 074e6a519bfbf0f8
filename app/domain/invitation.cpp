#include "domain/invitation.hpp"

#include <algorithm>

namespace refectory {

bool has_changed(const Activity& activity)
{
    return activity.state == ActivityState::moved || activity.state == ActivityState::cancelled;
}

bool is_invited(const Invitation& invitation, PersonId person, std::string_view team)
{
    return invitation.everybody || std::ranges::find(invitation.people, person) != invitation.people.end() ||
           (!team.empty() && std::ranges::find(invitation.teams, team) != invitation.teams.end());
}

bool takes_place(ActivityState state)
{
    return state != ActivityState::cancelled && state != ActivityState::proposed;
}

bool is_open_for_sign_up(const Activity& activity, Instant now)
{
    const bool lies_ahead = activity.state == ActivityState::planned || activity.state == ActivityState::moved;
    return lies_ahead && activity.capacity > 0 && !is_over(activity, now);
}

bool is_open_for_feedback(const Activity& activity, Instant now)
{
    return takes_place(activity) && activity.starts <= now && now < activity.ends + std::chrono::days{7};
}

bool feedback_may_leave(Instant activity_ends, Instant now)
{
    return now >= start_of_day(add_days(local_date(activity_ends), 1));
}

}
