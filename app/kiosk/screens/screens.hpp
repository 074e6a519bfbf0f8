// The pages: each draws from its view, keeps what is typed in its draft, and returns what the person asked for.
// One source a page; none of them knows the store, the clock or a device.
#pragma once

#include "kiosk/intents.hpp"
#include "kiosk/screens/views.hpp"
#include "kiosk/widgets/page.hpp"

namespace refectory {

Intent draw_welcome(ui::Page& page, const BandView& band, const WelcomeView& view, WelcomeDraft& draft);
Intent draw_activities(ui::Page& page, const BandView& band, const ActivitiesView& view, ListDraft& draft);
Intent draw_activity(ui::Page& page, const BandView& band, const ActivityView& view);
Intent draw_who(ui::Page& page, const BandView& band, const WhoView& view, TypingDraft& draft);
Intent draw_add_me(ui::Page& page, const BandView& band, const AddMeView& view, AddMeDraft& draft);
Intent draw_confirm(ui::Page& page, const BandView& band, const ConfirmView& view);
Intent draw_done(ui::Page& page, const BandView& band, const DoneView& view, float remaining);
Intent draw_secret(ui::Page& page, const BandView& band, const SecretView& view, SecretDraft& draft, const Intent& submit);
Intent draw_mine(ui::Page& page, const BandView& band, const MineView& view, ListDraft& draft);
Intent draw_writing(ui::Page& page, const BandView& band, const WritingView& view, TypingDraft& draft, const Intent& submit);
Intent draw_message(ui::Page& page, const BandView& band, const MessageView& view, const Intent& primary,
                    const Intent& secondary, float remaining);
// In place of all pages, where the kiosk cannot start. Nobody is told anything but the sentence. GoHome is another try.
Intent draw_cannot_start(ui::Page& page, std::string_view sentence);
Intent draw_still_there(ui::Page& page, int seconds);

Intent draw_visiting(ui::Page& page, const BandView& band);
Intent draw_visit(ui::Page& page, const BandView& band, const VisitView& view, VisitDraft& draft);
Intent draw_check_out(ui::Page& page, const BandView& band, const CheckOutView& view, CheckOutDraft& draft);

Intent draw_first_start(ui::Page& page, const BandView& band, const FirstStartView& view);
Intent draw_set_up_words(ui::Page& page, const BandView& band, const SetUpWordsView& view, SetUpWordsDraft& draft);

Intent draw_admin(ui::Page& page, const BandView& band, const AdminView& view, float remaining);
Intent draw_exporting(ui::Page& page, const BandView& band, const ExportingView& view);

Intent draw_feedback_list(ui::Page& page, const BandView& band, const FeedbackListView& view, ListDraft& draft);
Intent draw_faces(ui::Page& page, const BandView& band, const FacesView& view);
Intent draw_rated(ui::Page& page, const BandView& band, const RatedView& view, float remaining);

}
