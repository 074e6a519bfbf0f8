// Makes the views of activities and people out of what the store holds.
#pragma once

#include "kiosk/screens/views.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

ActivityCardView present_card(KioskStore& store, const Activity& activity, Instant now);
WelcomeView present_welcome(KioskStore& store, Instant now);
ActivitiesView present_activities(KioskStore& store, Instant now);
ActivityView present_activity(KioskStore& store, const Activity& activity, Instant now);
DoneView present_place(const Activity& activity, const Standing& standing, Instant now);
FeedbackListView present_feedback(KioskStore& store, Instant now);
BandView present_band(KioskStore& store, Instant now);
std::string invited_words(const Invitation& invitation);

// An iCalendar event as a phone's camera takes it: bare VEVENT, CRLF, UTC, short enough for a code that is read at arm's
// length (RFC 5545 3.1 and 3.3.11; field lengths are ours).
std::string calendar_entry(const Activity& activity);

}
