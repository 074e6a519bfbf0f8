#include "spreadsheets.hpp"

#include "names.hpp"

#include <algorithm>
#include <iterator>

namespace refectory::simulation {

namespace {

constexpr std::chrono::days published_ahead{56}, kept_behind{7};

Person person(PersonId id, Role role)
{
    Person one;
    one.id = id;
    one.role = role;
    one.name = name_of(id);
    one.organisation = "Medway Council";
    one.team = role == Role::practitioner ? "Adults team" : "";
    return one;
}

}

Spreadsheets::Spreadsheets(Choices& choices, std::vector<KioskPlace> kiosks, Date first, int weeks) : choices_(choices), kiosks_(std::move(kiosks))
{
    for (int week = 0; week < weeks; ++week) {
        if (choices_.chance(25)) continue;
        Activity one;
        one.id = ActivityId{fmt::format("LUNCH-{}", week + 1)};
        one.topic = "Practice";
        one.starts = instant_at(add_days(first, 7 * week + static_cast<int>(choices_.number(0, 4))), 12, 0);
        one.ends = one.starts + std::chrono::hours{1};
        one.academic = PersonId{choices_.number(1, academics)};
        one.invited.everybody = true;
        one.capacity = static_cast<int>(choices_.number(1, 2 + std::ssize(kiosks_) / 2));
        one.objectives = {ObjectiveNumber{1}};
        share_chairs(one);
        activities_.push_back(std::move(one));
    }
}

void Spreadsheets::share_chairs(const Activity& activity)
{
    std::erase_if(allotments_, [&](const auto& entry) { return entry.first.first == activity.id; });
    for (auto shared = choices_.number(0, activity.capacity); shared > 0; --shared)
        ++allotments_[{activity.id, choices_.among(kiosks_).code}].chairs;
}

bool Spreadsheets::is_published(const Activity& activity, Instant now) const
{
    return activity.starts < now + published_ahead && activity.ends > now - kept_behind && !taken_out_.contains(activity.id);
}

DeskProgramme Spreadsheets::at(Instant now, std::span<const PersonId> erased) const
{
    DeskProgramme programme;
    const auto is_erased = [&](PersonId number) { return std::ranges::find(erased, number) != erased.end(); };
    const auto add = [&](std::int64_t number, Role role) {
        if (!is_erased(PersonId{number})) programme.all.people.push_back(person(PersonId{number}, role));
    };
    for (int number = 1; number <= academics; ++number) add(number, Role::academic);
    for (int number = 1; number <= practitioners; ++number) add(academics + number, Role::practitioner);
    std::ranges::copy_if(activities_, std::back_inserter(programme.all.activities), [&](const Activity& one) { return is_published(one, now); });
    for (auto& activity : programme.all.activities)  // as the desk asks for
        if (activity.academic && is_erased(*activity.academic)) activity.academic.reset();
    programme.all.objectives = {{ObjectiveNumber{1}, "Talk with staff"}};
    programme.all.note = {1, "What is said here stays here.", ""};
    programme.allotments = allotments_;
    programme.same_people = same_people_;
    return programme;
}

std::string Spreadsheets::move(Activity& activity, Instant now)
{
    const bool had_passed = activity.ends <= now;
    activity.state = ActivityState::moved;
    activity.reason = "The room was taken.";
    activity.starts = instant_at(add_days(local_date(now), static_cast<int>(choices_.number(1, 40))), 12, 0);
    activity.ends = activity.starts + std::chrono::hours{1};
    return fmt::format("{} {}", had_passed ? "moves-on" : "moves", activity.id.value);
}

std::string Spreadsheets::change(Instant now)
{
    std::vector<Activity*> published, ahead;
    for (auto& activity : activities_)
        if (is_published(activity, now)) published.push_back(&activity);
    std::ranges::copy_if(published, std::back_inserter(ahead), [&](const Activity* activity) { return activity->ends > now; });
    if (!published.empty() && choices_.chance(25)) return move(*choices_.among(published), now);
    if (ahead.empty()) return "nothing to change";
    auto& activity = *choices_.among(ahead);
    if (choices_.chance(10)) {
        taken_out_.insert(activity.id);
        return fmt::format("takes-out {}", activity.id.value);
    }
    if (choices_.chance(20)) {
        const bool was_cancelled = activity.state == ActivityState::cancelled;
        activity.state = was_cancelled ? ActivityState::planned : ActivityState::cancelled;
        activity.reason = was_cancelled ? "" : "Nobody can come.";
        return fmt::format("{} {}", was_cancelled ? "plans-again" : "cancels", activity.id.value);
    }
    share_chairs(activity);
    return fmt::format("shares-chairs {}", activity.id.value);
}

int Spreadsheets::capacity_of(const ActivityId& activity) const
{
    return std::ranges::find(activities_, activity, &Activity::id)->capacity;
}

std::vector<Activity> Spreadsheets::ahead(Instant now) const
{
    std::vector<Activity> ahead;
    std::ranges::copy_if(activities_, std::back_inserter(ahead), [&](const Activity& one) { return one.ends > now && is_published(one, now); });
    return ahead;
}

std::vector<ActivityId> Spreadsheets::published_by(Instant now) const
{
    std::vector<ActivityId> published;
    for (const auto& one : activities_)
        if (one.starts < now + published_ahead) published.push_back(one.id);
    return published;
}

}
