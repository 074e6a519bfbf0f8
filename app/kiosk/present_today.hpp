// What the admin's pages say of the days: who is in and who is expected, the week in numbers, and feedback where it may be told.
#pragma once

#include "kiosk/screens/admin_views.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

TodayView present_today(KioskStore& store, Instant now);
// The names of all who are in, and since when.
FireListView present_fire_list(KioskStore& store, Instant now);
WeekView present_week(KioskStore& store, Instant now, int weeks_ago);
// Of activities whose day has ended, and from five answers on.
FeedbackFiguresView present_feedback_figures(KioskStore& store, Instant now);
// How an academic is called whose name may have been erased.
std::string academic_words(KioskStore& store, PersonId academic);
AdminLineView present_visit(KioskStore& store, const VisitNow& visit, Instant now);

}
