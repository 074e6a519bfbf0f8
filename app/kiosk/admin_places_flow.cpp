#include "kiosk/admin_places_flow.hpp"

#include "kiosk/admin_flow.hpp"
#include "kiosk/present_kiosk.hpp"
#include "kiosk/present_today.hpp"

#include <algorithm>

namespace refectory {

namespace {

constexpr int oldest_week = 52;

void open_place(Flow& flow, intent::AdminPlace place)
{
    using enum intent::AdminPlace;
    switch (place) {
    case today: return flow.open(page::Today{});
    case fire_list: return flow.open(page::FireList{});
    case week: return flow.open(page::Week{});
    case feedback: return flow.open(page::FeedbackFigures{});
    case corrections: return flow.open(page::Corrections{});
    case left: return flow.open(page::Left{});
    case kiosk: return flow.open(page::ThisKiosk{});
    case clock: return flow.open(page::Clock{});
    case new_pin: return flow.open(choose_pin_page(page::ChosenBy::admin));
    }
}

}

void refresh(Flow& flow, page::Today& today) { today.view = present_today(flow.store, flow.now); }
void refresh(Flow& flow, page::FireList& list) { list.view = present_fire_list(flow.store, flow.now); }
void refresh(Flow& flow, page::Week& week) { week.view = present_week(flow.store, flow.now, week.weeks_ago); }
void refresh(Flow& flow, page::FeedbackFigures& feedback) { feedback.view = present_feedback_figures(flow.store, flow.now); }
void refresh(Flow& flow, page::Left& left) { left.view = present_left(flow.store, flow.now); }
void refresh(Flow& flow, page::ThisKiosk& kiosk) { kiosk.view = present_this_kiosk(flow); }

void act(Flow& flow, page::Admin&, const intent::OpenAdminPlace& asked) { open_place(flow, asked.place); }
void act(Flow& flow, page::Today&, const intent::OpenAdminPlace& asked) { open_place(flow, asked.place); }
void act(Flow& flow, page::ThisKiosk&, const intent::OpenAdminPlace& asked) { open_place(flow, asked.place); }

void act(Flow& flow, page::Week& week, const intent::StepWeek& step)
{
    week.weeks_ago = std::clamp(week.weeks_ago + step.weeks, 0, oldest_week);
    refresh(flow, week);
}

}
