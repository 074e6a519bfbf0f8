#include "kiosk/present_today.hpp"

#include "domain/invitation.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_admin.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr int days_of_feedback = 60;
constexpr int days_of_week = 7;

TodayView::Count count_of(int number, words::Words one, words::Words several)
{
    return {fmt::format("{}", number), std::string{number == 1 ? one : several}};
}

std::vector<AdminLineView> present_all_in(KioskStore& store, Instant now)
{
    std::vector<AdminLineView> in;
    for (const auto& visit : store.visits().who_is_in()) in.push_back(present_visit(store, visit, now));
    return in;
}

TodayView::Expected present_expected(KioskStore& store, const Activity& activity, Instant now)
{
    const auto academic = *activity.academic;
    TodayView::Expected expected{academic_words(store, academic), clock_words(activity.starts), std::string{words::today::to_come}, false};
    const auto today = local_date(now);
    const auto came = store.visits().newest_between(academic, start_of_day(today), start_of_day(add_days(today, 1)));
    if (!came) return expected;
    expected.is_here = store.visits().open_visit(academic) == came->visit;
    expected.standing = expected.is_here ? fmt::format(fmt::runtime(words::today::is_in), clock_words(came->began)) : std::string{words::today::has_been};
    return expected;
}

Date monday_of(Date date)
{
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{date}};
    return add_days(date, -static_cast<int>(weekday.iso_encoding()) + 1);
}

}

std::string academic_words(KioskStore& store, PersonId academic)
{
    const auto person = store.people().find(academic);
    return person ? person->name : std::string{words::today::erased_name};
}

AdminLineView present_visit(KioskStore& store, const VisitNow& visit, Instant now)
{
    const bool is_of_today = local_date(visit.began) == local_date(now);
    return {academic_words(store, visit.academic), fmt::format(fmt::runtime(words::today::since), is_of_today ? clock_words(visit.began) : moment_name(visit.began, now)),
            !is_of_today};
}

TodayView present_today(KioskStore& store, Instant now)
{
    TodayView view;
    const auto today = local_date(now);
    const auto figures = store.figures().of_days(today, 1).front();
    view.counts = {count_of(figures.sign_ups, words::today::sign_up, words::today::sign_ups),
                   count_of(figures.check_ins, words::today::check_in, words::today::check_ins),
                   count_of(figures.check_outs, words::today::check_out, words::today::check_outs)};
    view.in = present_all_in(store, now);
    for (const auto& activity : store.activities().between(start_of_day(today), start_of_day(add_days(today, 1))))
        if (activity.academic && takes_place(activity)) view.expected.push_back(present_expected(store, activity, now));
    return view;
}

FireListView present_fire_list(KioskStore& store, Instant now)
{
    FireListView view;
    view.in = present_all_in(store, now);
    view.title = view.in.empty() ? std::string{words::admin::nobody_is_in}
                 : view.in.size() == 1 ? std::string{words::admin::one_is_in} : fmt::format(fmt::runtime(words::admin::are_in), view.in.size());
    view.as_of = fmt::format(fmt::runtime(words::fire_list::as_of), clock_words(now));
    return view;
}

WeekView present_week(KioskStore& store, Instant now, int weeks_ago)
{
    constexpr std::array<std::string_view, days_of_week> names{words::week::monday, words::week::tuesday,  words::week::wednesday, words::week::thursday,
                                                               words::week::friday, words::week::saturday, words::week::sunday};
    WeekView view;
    const auto today = local_date(now), monday = add_days(monday_of(today), -days_of_week * weeks_ago);
    int sign_ups = 0, visits = 0;
    for (const auto& day : store.figures().of_days(monday, days_of_week)) {
        const auto name = names[view.days.size()];
        view.days.push_back({fmt::format("{} {}", name, static_cast<unsigned>(day.day.day())), day.sign_ups, day.check_ins, day.day == today});
        sign_ups += day.sign_ups;
        visits += day.check_ins;
    }
    view.is_this_week = weeks_ago == 0;
    view.title = view.is_this_week ? std::string{words::week::this_week} : fmt::format(fmt::runtime(words::week::week_of), short_date_words(monday));
    view.totals = fmt::format(fmt::runtime(words::week::totals), counted_words(sign_ups, words::week::sign_up), counted_words(visits, words::week::visit));
    return view;
}

FeedbackFiguresView present_feedback_figures(KioskStore& store, Instant now)
{
    FeedbackFiguresView view;
    const auto today = start_of_day(local_date(now));
    for (const auto& activity : store.activities().between(today - std::chrono::days{days_of_feedback}, today)) {
        if (!takes_place(activity) || activity.ends > today) continue;
        view.rows.push_back({activity.topic, sentence_case(day_words(local_date(activity.starts), local_date(now))), store.answers().faces(activity.id)});
    }
    std::ranges::reverse(view.rows);
    return view;
}

}
