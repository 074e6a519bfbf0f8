#include "kiosk/draw_pages.hpp"

#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/timing.hpp"

#include <cmath>

namespace refectory {

namespace {

struct Draw {
    ui::Page& page;
    const BandView& band;
    float remaining;

    Intent operator()(page::Welcome& open) { return draw_welcome(page, band, open.view, open.draft); }
    Intent operator()(page::Activities& open) { return draw_activities(page, band, open.view, open.draft); }
    Intent operator()(page::OneActivity& open) { return draw_activity(page, band, open.view); }
    Intent operator()(page::Who& open) { return draw_who(page, band, open.view, open.draft); }
    Intent operator()(page::AddMe& open) { return draw_add_me(page, band, open.view, open.draft); }
    Intent operator()(page::Confirm& open) { return draw_confirm(page, band, open.view); }
    Intent operator()(page::Done& open) { return draw_done(page, band, open.view, remaining); }
    Intent operator()(page::Letters& open)
    {
        return draw_secret(page, band, open.view, open.draft, intent::SubmitLetters{});
    }
    Intent operator()(page::Mine& open) { return draw_mine(page, band, open.view, open.draft); }
    Intent operator()(page::ConfirmCancel& open) { return question(open.view, intent::ConfirmCancel{}, intent::GoBack{}); }
    Intent operator()(page::ConfirmErase& open) { return question(open.view, intent::ConfirmErase{}, intent::GoBack{}); }
    Intent operator()(page::Question& open)
    {
        return draw_writing(page, band, open.view, open.draft, intent::SubmitQuestion{});
    }
    Intent operator()(page::Visiting&) { return draw_visiting(page, band); }
    Intent operator()(page::Code& open) { return draw_secret(page, band, open.view, open.draft, intent::SubmitCode{}); }
    Intent operator()(page::PassProblem& open)
    {
        if (open.person) return question(open.view, intent::CheckInUnscheduled{}, intent::GoHome{});
        return question(open.view, intent::UseCode{}, intent::GoHome{});
    }
    Intent operator()(page::Visit& open) { return draw_visit(page, band, open.view, open.draft); }
    Intent operator()(page::CheckOut& open) { return draw_check_out(page, band, open.view, open.draft); }
    Intent operator()(page::VisitWords& open)
    {
        return draw_writing(page, band, open.view, open.draft, intent::SubmitWords{});
    }
    Intent operator()(page::FeedbackList& open) { return draw_feedback_list(page, band, open.view, open.draft); }
    Intent operator()(page::Faces& open) { return draw_faces(page, band, open.view); }
    Intent operator()(page::Rated& open) { return draw_rated(page, band, open.view, remaining); }
    Intent operator()(page::RatingWords& open)
    {
        return draw_writing(page, band, open.view, open.draft, intent::SubmitWords{});
    }
    Intent operator()(page::FirstStart& open) { return draw_first_start(page, band, open.view); }
    Intent operator()(page::SetUpWords& open) { return draw_set_up_words(page, band, open.view, open.draft); }
    Intent operator()(page::ChoosePin& open) { return draw_secret(page, band, open.view, open.draft, intent::SubmitPin{}); }
    Intent operator()(page::AdminPin& open) { return draw_secret(page, band, open.view, open.draft, intent::SubmitPin{}); }
    Intent operator()(page::Admin& open) { return draw_admin(page, band, open.view, remaining); }
    Intent operator()(page::Exporting& open) { return draw_exporting(page, band, open.view); }
    Intent operator()(page::Today& open) { return draw_today(page, band, open.view, seconds()); }
    Intent operator()(page::FireList& open) { return draw_fire_list(page, band, open.view, seconds()); }
    Intent operator()(page::Week& open) { return draw_week(page, band, open.view, seconds()); }
    Intent operator()(page::FeedbackFigures& open) { return draw_feedback_figures(page, band, open.view, open.draft, seconds()); }
    Intent operator()(page::Left& open) { return draw_left(page, band, open.view, seconds()); }
    Intent operator()(page::ThisKiosk& open) { return draw_this_kiosk(page, band, open.view, seconds()); }
    Intent operator()(page::Clock& open) { return draw_clock(page, band, open.view, seconds()); }
    Intent operator()(page::Corrections& open) { return draw_corrections(page, band, open.view, open.draft, seconds()); }
    Intent operator()(page::SignUpsOf& open) { return draw_sign_ups_of(page, band, open.view, open.draft, seconds()); }
    Intent operator()(page::Correct& open) { return draw_correct(page, band, open.view, seconds()); }
    Intent operator()(page::Message& open) { return question(open.view, intent::GoHome{}, intent::GoBack{}); }

    // Until an admin's page closes by itself.
    int seconds() const
    {
        return static_cast<int>(std::ceil(remaining * std::chrono::duration<float>(admin_stays).count()));
    }

    Intent question(const MessageView& view, const Intent& primary, const Intent& secondary)
    {
        return draw_message(page, band, view, primary, secondary, remaining);
    }
};

}

Intent draw_page(ui::Page& page, const BandView& band, PageState& state, float remaining)
{
    return std::visit(Draw{page, band, remaining}, state);
}

}
