#include "kiosk/present.hpp"

#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr int days_shown = 6;
constexpr std::size_t items_a_day = 2;

std::string_view state_words(ActivityState state)
{
    switch (state) {
    case ActivityState::moved: return words::state::moved;
    case ActivityState::cancelled: return words::state::cancelled;
    case ActivityState::proposed: return words::state::proposed;
    case ActivityState::held: return words::state::held;
    case ActivityState::planned: break;
    }
    return {};
}

DayView day_view(Date date, Date today, const std::vector<Activity>& activities)
{
    DayView day;
    day.today = date == today;
    const auto words = date_words(date);
    day.name = day.today ? std::string{words::welcome::today} : words.substr(0, 3);
    day.number = fmt::format("{}", static_cast<unsigned>(date.day()));
    for (const auto& activity : activities) {
        if (local_date(activity.starts) != date) continue;
        if (day.items.size() == items_a_day) {
            ++day.more;
            continue;
        }
        day.items.push_back({activity.id, activity.kind,
                             fmt::format("{} {}", clock_words(activity.starts), short_kind_words(activity.kind)),
                             activity.state == ActivityState::cancelled});
    }
    return day;
}

bool concerns_somebody_here(KioskStore& store, const Activity& activity)
{
    const auto places = store.activities().places(activity.id);
    return places.promised() + places.waiting() > 0;
}

// For those who come by without looking their place up. There is room for one: of several, each has its minute.
std::optional<WelcomeView::Changed> changed_view(KioskStore& store, Instant now)
{
    auto activities = store.activities().changed(now);
    std::erase_if(activities, [&](const Activity& activity) { return !concerns_somebody_here(store, activity); });
    if (activities.empty()) return std::nullopt;
    const auto minute = static_cast<std::size_t>(std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count());
    const auto which = minute % activities.size();
    const auto& activity = activities[which];
    auto what = fmt::format(fmt::runtime(words::welcome::changed), state_words(activity.state), date_words(local_date(activity.starts)), activity.topic);
    if (activities.size() > 1) what = fmt::format(fmt::runtime(words::welcome::one_of), which + 1, activities.size(), what);
    return WelcomeView::Changed{std::move(what), activity.reason};
}

std::string escaped(std::string_view text, std::size_t limit)
{
    std::string line;
    for (const char character : text.substr(0, limit)) {
        if (character == '\r') continue;
        if (character == ',' || character == ';' || character == '\\' || character == '\n') line += '\\';
        line += character == '\n' ? 'n' : character;
    }
    // A text cut in the middle of a letter of several bytes loses that letter.
    while (!line.empty() && text.size() > limit && (static_cast<unsigned char>(line.back()) & 0x80U) != 0) line.pop_back();
    return line;
}

std::string calendar_time(Instant instant)
{
    auto text = iso_instant(instant);
    std::erase_if(text, [](char character) { return character == '-' || character == ':'; });
    return text;
}

}

ActivityCardView present_card(KioskStore& store, const Activity& activity, Instant now)
{
    const auto places = store.activities().places(activity.id);
    ActivityCardView card;
    card.activity = activity.id;
    card.kind = activity.kind;
    card.topic = activity.topic;
    if (activity.academic) {
        if (const auto academic = store.people().find(*activity.academic)) {
            card.academic = academic->name;
            card.organisation = academic->organisation;
        }
    }
    card.when = when_words(activity, now);
    card.place = activity.place;
    card.cancelled = activity.state == ActivityState::cancelled;
    card.over = is_over(activity, now);
    card.soon = card.cancelled ? std::string{} : until_words(activity.starts, activity.ends, now);
    card.state = state_words(activity.state);
    card.reason = activity.reason;
    card.chairs = places.chairs();
    card.taken = places.promised();
    card.left = std::max(0, places.left());
    card.waiting = places.waiting();
    card.open = is_open_for_sign_up(activity, now);
    return card;
}

WelcomeView present_welcome(KioskStore& store, Instant now)
{
    WelcomeView view;
    const auto today = local_date(now);
    const auto activities = store.activities().between(start_of_day(today), start_of_day(add_days(today, 60)));
    for (const auto preferred : {true, false}) {  // a lunch before anything else
        const auto next = std::ranges::find_if(activities, [&](const Activity& activity) {
            return is_open_for_sign_up(activity, now) && (!preferred || activity.kind == ActivityKind::lunch);
        });
        if (!view.next && next != activities.end()) view.next = present_card(store, *next, now);
    }
    for (int ahead = 0; static_cast<int>(view.days.size()) < days_shown; ++ahead) {
        const auto date = add_days(today, ahead);
        const auto weekday = std::chrono::weekday{std::chrono::sys_days{date}};
        const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        auto day = day_view(date, today, activities);
        if (!weekend || day.today || !day.items.empty()) view.days.push_back(std::move(day));
    }
    view.changed = changed_view(store, now);
    view.feedback_open = !present_feedback(store, now).cards.empty();
    return view;
}

ActivitiesView present_activities(KioskStore& store, Instant now)
{
    ActivitiesView view;
    const auto today = start_of_day(local_date(now));
    const auto activities = store.activities().between(today, today + std::chrono::days{120});
    for (const auto& activity : activities)
        if (!is_over(activity, now)) view.cards.push_back(present_card(store, activity, now));
    return view;
}

ActivityView present_activity(KioskStore& store, const Activity& activity, Instant now)
{
    ActivityView view;
    view.card = present_card(store, activity, now);
    view.description = activity.description;
    view.length = length_words(activity.ends - activity.starts);
    view.countdown = countdown_words(activity.starts, now);
    view.place_detail = activity.place_detail;
    if (const auto expectation = store.activities().expectation(activity.id)) {
        view.expectation = expectation->words;
        if (expectation->agreed_on)
            view.agreed = fmt::format(fmt::runtime(words::activity::agreed_on), short_date_words(*expectation->agreed_on));
    }
    if (activity.academic) {
        if (const auto academic = store.people().find(*activity.academic)) {
            view.academic_post = academic->post;
            view.academic_organisation = academic->organisation;
            view.academic_initials = initials(academic->name);
            view.knows_about = academic->knows_about;
        }
    }
    view.questions = static_cast<int>(store.answers().questions(activity.id).size());
    return view;
}

DoneView present_place(const Activity& activity, const Standing& standing, Instant now)
{
    DoneView view;
    view.has_place = std::holds_alternative<HasPlace>(standing);
    if (const auto* waits = std::get_if<Waits>(&standing)) view.waiting_number = waits->number;
    view.topic = activity.topic;
    view.when = when_words(activity, now);
    view.place = activity.place;
    view.reason = activity.reason;
    view.calendar = calendar_entry(activity);
    return view;
}

FeedbackListView present_feedback(KioskStore& store, Instant now)
{
    FeedbackListView view;
    const auto today = local_date(now);
    const auto activities = store.activities().between(start_of_day(add_days(today, -8)), start_of_day(add_days(today, 1)));
    for (const auto& activity : activities)
        if (is_open_for_feedback(activity, now)) view.cards.push_back(present_card(store, activity, now));
    std::ranges::reverse(view.cards);  // what has just been comes first
    return view;
}

BandView present_band(KioskStore& store, Instant now)
{
    BandView band;
    band.title = words::product;
    if (const auto identity = store.identity()) {
        band.subtitle = identity->team;
        if (!identity->site.empty()) band.subtitle += ", " + identity->site;
    }
    band.date = date_words(local_date(now));
    band.clock = clock_words(now);
    return band;
}

std::string invited_words(const Invitation& invitation)
{
    std::string list;
    for (std::size_t i = 0; i < invitation.teams.size(); ++i) {
        if (i > 0) list += i + 1 == invitation.teams.size() ? " and " : ", ";
        list += "the " + invitation.teams[i];
    }
    return list.empty() ? "people on its list" : list;
}

std::string calendar_entry(const Activity& activity)
{
    return fmt::format("BEGIN:VEVENT\r\nSUMMARY:{}\r\nDTSTART:{}\r\nDTEND:{}\r\nLOCATION:{}\r\nEND:VEVENT\r\n",
                       escaped(activity.topic, 100), calendar_time(activity.starts), calendar_time(activity.ends),
                       escaped(activity.place, 60));
}

}
