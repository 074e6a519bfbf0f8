#include "kiosk/clock_flow.hpp"

#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_kiosk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

// A day that the month does not have is its last one.
Date within_month(std::chrono::year_month month, std::chrono::day day)
{
    return month / std::min(day, (month / std::chrono::last).day());
}

LocalTime stepped(LocalTime time, intent::ClockField field, int by)
{
    const auto month = time.date.year() / time.date.month();
    switch (field) {
    case intent::ClockField::day: time.date = add_days(time.date, by); break;
    case intent::ClockField::month: time.date = within_month(month + std::chrono::months{by}, time.date.day()); break;
    case intent::ClockField::year: time.date = within_month(month + std::chrono::years{by}, time.date.day()); break;
    case intent::ClockField::hour: time.hour = (time.hour + by + 24) % 24; break;
    case intent::ClockField::minute: time.minute = (time.minute + by + 60) % 60; break;
    }
    return time;
}

// What is far ahead of the time that was last believed is taken at the second tap: retention goes by it, and what it forgets is gone.
bool is_to_look_again(Flow& flow, page::Clock& clock, Instant moment)
{
    const auto known = flow.clock.last_trusted.value_or(std::max(flow.now, flow.clock.programme_issued_at));
    const auto day = local_date(moment);
    if (moment - known <= Retention::surely_meant || clock.warned_of == day) return false;
    clock.warned_of = day;
    clock.problem = fmt::format(fmt::runtime(words::clock::far_ahead), counted_words(days_between(local_date(known), day), words::kiosk::day));
    return true;
}

// Recorded with the time that holds from now on.
bool confirm(Flow& flow, Instant moment)
{
    auto confirmed = flow.clock;
    confirm_clock({moment, flow.monotonic}, confirmed);
    if (!flow.store.clock().confirmed(confirmed, moment)) return false;
    flow.clock = confirmed;
    return true;
}

}

void refresh(Flow& flow, page::Clock& clock)
{
    clock.view = present_clock(flow, clock);
}

void act(Flow& flow, page::Clock& clock, const intent::StepClock& step)
{
    clock.chosen = stepped(clock.chosen.value_or(local_time(flow.now)), step.field, step.by);
    clock.problem.clear();
    clock.warned_of.reset();
    refresh(flow, clock);
}

void act(Flow& flow, page::Clock& clock, const intent::SetClock&)
{
    if (!clock.chosen) return;
    const auto moment = instant_at(clock.chosen->date, clock.chosen->hour, clock.chosen->minute);
    const auto issued = flow.clock.programme_issued_at;
    if (moment < issued) clock.problem = fmt::format(fmt::runtime(words::clock::before_programme), short_date_words(local_date(issued)));
    else if (is_to_look_again(flow, clock, moment)) return refresh(flow, clock);
    else if (!flow.machine.set_clock) clock.problem = words::clock::cannot_be_set;
    else if (const auto set = flow.machine.set_clock(moment); !set) clock.problem = set.error().sentence;
    else if (!confirm(flow, moment)) return flow.trouble();
    else return tell_admin(flow, MessageView::Tone::confirmation, std::string{words::clock::is_set},
                           fmt::format(fmt::runtime(words::clock::is_set_more), date_words(clock.chosen->date), clock_words(moment)));
    refresh(flow, clock);
}

void act(Flow& flow, page::Clock& clock, const intent::ConfirmClock&)
{
    if (is_to_look_again(flow, clock, flow.now)) return refresh(flow, clock);
    if (!confirm(flow, flow.now)) return flow.trouble();
    clock.chosen.reset();
    clock.problem.clear();
    refresh(flow, clock);
}

}
