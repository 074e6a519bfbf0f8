// Who may sign up for an activity, and until when.
#pragma once

#include "domain/programme.hpp"

namespace refectory {

// Neither only proposed nor cancelled.
bool takes_place(ActivityState state);
inline bool takes_place(const Activity& activity) { return takes_place(activity.state); }
// Moved or cancelled: whoever signed up is to be told, and why.
bool has_changed(const Activity& activity);
inline bool is_over(const Activity& activity, Instant now) { return now >= activity.ends; }
bool is_invited(const Invitation& invitation, PersonId person, std::string_view team);

// An activity can be signed up for until it ends, unless it is only proposed, was cancelled or has been
// held, or has no chairs at all (a shadowing day is the academic's own).
bool is_open_for_sign_up(const Activity& activity, Instant now);
// "How was it?" may be asked once it began, for seven days, unless it did not take place.
bool is_open_for_feedback(const Activity& activity, Instant now);
// Feedback leaves the kiosk once the activity's day has ended.
bool feedback_may_leave(Instant activity_ends, Instant now);

}
