// The pages behind the admin's, each in the same frame, which says in how many seconds it closes by itself.
#pragma once

#include "kiosk/intents.hpp"
#include "kiosk/screens/admin_views.hpp"
#include "kiosk/screens/views.hpp"
#include "kiosk/widgets/page.hpp"

namespace refectory {

Intent draw_today(ui::Page& page, const BandView& band, const TodayView& view, int seconds);
Intent draw_fire_list(ui::Page& page, const BandView& band, const FireListView& view, int seconds);
Intent draw_week(ui::Page& page, const BandView& band, const WeekView& view, int seconds);
Intent draw_feedback_figures(ui::Page& page, const BandView& band, const FeedbackFiguresView& view, FeedbackFiguresDraft& draft, int seconds);
Intent draw_left(ui::Page& page, const BandView& band, const LeftView& view, int seconds);
Intent draw_this_kiosk(ui::Page& page, const BandView& band, const ThisKioskView& view, int seconds);
Intent draw_clock(ui::Page& page, const BandView& band, const ClockView& view, int seconds);

Intent draw_corrections(ui::Page& page, const BandView& band, const CorrectionsView& view, ListDraft& draft, int seconds);
Intent draw_sign_ups_of(ui::Page& page, const BandView& band, const SignUpsOfView& view, ListDraft& draft, int seconds);
Intent draw_correct(ui::Page& page, const BandView& band, const CorrectView& view, int seconds);

}
