#include "desk/programme_warnings.hpp"

#include "desk/cell_text.hpp"
#include "desk/team_of_kiosk.hpp"
#include "domain/invitation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace refectory {

namespace {

class Warnings {
public:
    Warnings(const DeskProgramme& programme, std::span<const KnownKiosk> kiosks, Date today, const KnownNumbers& known)
        : programme_(programme), kiosks_(kiosks), today_(today), known_(known)
    {
        if (const auto pairs = pairs_of(programme.same_people)) one_person_ = [same = SameNumbers{*pairs}](PersonId person) { return same.first_of(person); };
    }

    std::vector<Fault> all()
    {
        for (const auto& activity : programme_.all.activities) check(activity);
        check_pairs();
        std::ranges::stable_sort(warnings_, {}, &Fault::line);
        check_organisations();
        for (const auto& [numbers, line] : programme_.same_people.value_or(std::vector<SamePeopleLine>{})) {
            check_known("person", numbers.first, line);
            check_known("same_as", numbers.second, line);
        }
        return std::move(warnings_);
    }

private:
    void check(const Activity& activity)
    {
        const auto& id = activity.id.value;
        if (activity.kind == ActivityKind::lunch && takes_place(activity) && !activity.academic)
            warn(activity, "academic", fmt::format("{} is a lunch without an academic: give the number of the one who comes.", id));
        const bool lies_ahead = activity.state == ActivityState::planned || activity.state == ActivityState::moved;
        if (lies_ahead && local_date(activity.ends) < today_)
            warn(activity, "state", fmt::format("{} is over and still {}: write held, or cancelled and why.", id, name_of(activity.state)));
        if (is_open_for_sign_up(activity, start_of_day(today_)) && invites_somebody(activity) && !has_chairs_at_a_kiosk(activity))
            warn(activity, "capacity", fmt::format("Nobody can sign up for {}: give its chairs to kiosks in allotments.csv.", id));
    }

    // They would be at no kiosk though there is one of their team, by its name: once an organisation as it is written.
    void check_organisations()
    {
        std::vector<std::pair<TeamOfKiosk, const KioskPlace*>> teams;
        for (const auto& kiosk : kiosks_)
            if (!kiosk.retired_at) teams.emplace_back(TeamOfKiosk{programme_.all.people, kiosk.place.team, kiosk.place.organisation}, &kiosk.place);
        std::set<std::pair<std::string, std::string>> told;
        for (const auto& person : programme_.all.people) {
            if (person.role != Role::practitioner) continue;
            const auto by_name = std::ranges::find(teams, person.team, [](const auto& one) { return one.second->team; });
            if (by_name == teams.end() || std::ranges::any_of(teams, [&](const auto& one) { return one.first.has(person); })) continue;
            if (!told.emplace(person.team, person.organisation).second) continue;
            const auto line = programme_.people_lines.find(person.id);
            warnings_.push_back({"people.csv", line == programme_.people_lines.end() ? 1 : line->second, "organisation",
                                 fmt::format("{} of “{}” is at no kiosk: that of {} is {}'s. Write the organisation as there, unless it is another one.",
                                             person.team, person.organisation, by_name->second->code, by_name->second->organisation)});
        }
    }

    // A slip in a number would make one person of two who are none. Numbers that kiosks gave stand in no spreadsheet.
    void check_known(const std::string& column, PersonId person, int line)
    {
        if (person.value >= first_added_person && !known_.was_added(person))
            warnings_.push_back({"same_person.csv", line, column,
                                 fmt::format("No kiosk added anybody under {}. Take the number from a publication's lines; a spreadsheet program rounds a long one, "
                                             "unless the column is set to text.", person.value)});
        if (person.value >= first_added_person || programme_.people_lines.contains(person)) return;
        warnings_.push_back({"same_person.csv", line, column,
                             fmt::format("Person {} is not in people.csv: correct the number, unless it is of somebody who has left.", person.value)});
    }

    // In the order of their beginnings, so that only neighbours need to be looked at.
    void check_pairs()
    {
        std::vector<const Activity*> in_time;
        for (const auto& activity : programme_.all.activities)
            if (takes_place(activity)) in_time.push_back(&activity);
        std::ranges::stable_sort(in_time, {}, [](const Activity* activity) { return activity->starts; });
        for (std::size_t i = 0; i < in_time.size(); ++i)
            for (std::size_t k = i + 1; k < in_time.size() && in_time[k]->starts < in_time[i]->ends; ++k) {
                const bool in_order = line_of(*in_time[i]) <= line_of(*in_time[k]);
                check_overlap(*in_time[in_order ? i : k], *in_time[in_order ? k : i]);
            }
    }

    void check_overlap(const Activity& first, const Activity& second)
    {
        if (in_small_letters(trimmed(first.place)) == in_small_letters(trimmed(second.place)))
            warn(second, "place", fmt::format("{} and {} are both in “{}” at the same time: move one of them, or write which room each has.",
                                              first.id.value, second.id.value, second.place));
        if (is_expected(second.academic, first)) warn_of_person(first, second, "academic", *second.academic);
        if (is_expected(second.host, first) && !are_one(second.host, second.academic)) warn_of_person(first, second, "host", *second.host);
    }

    void warn_of_person(const Activity& first, const Activity& second, const std::string& column, PersonId person)
    {
        warn(second, column, fmt::format("Person {} is expected at {} and at {} at the same time: move one of them, or ask somebody else.",
                                         person.value, first.id.value, second.id.value));
    }

    bool is_expected(const std::optional<PersonId>& person, const Activity& activity) const
    {
        return are_one(person, activity.academic) || are_one(person, activity.host);
    }

    bool are_one(const std::optional<PersonId>& person, const std::optional<PersonId>& other) const
    {
        return person && other && one_person_(*person) == one_person_(*other);
    }

    static bool invites_somebody(const Activity& activity)
    {
        return activity.invited.everybody || !activity.invited.teams.empty() || !activity.invited.people.empty();
    }

    bool has_chairs_at_a_kiosk(const Activity& activity) const
    {
        return std::ranges::any_of(programme_.allotments, [&](const auto& one) { return one.first.first == activity.id && (one.second.chairs > 0 || one.second.is_by_size); });
    }

    int line_of(const Activity& activity) const
    {
        const auto found = programme_.activity_lines.find(activity.id);
        return found == programme_.activity_lines.end() ? 1 : found->second;
    }

    void warn(const Activity& activity, const std::string& column, std::string sentence)
    {
        warnings_.push_back({"activities.csv", line_of(activity), column, std::move(sentence)});
    }

    const DeskProgramme& programme_;
    std::span<const KnownKiosk> kiosks_;
    Date today_;
    const KnownNumbers& known_;
    OnePerson one_person_ = known_.one_person;
    std::vector<Fault> warnings_;
};

}

std::vector<Fault> warnings_of(const DeskProgramme& programme, std::span<const KnownKiosk> kiosks, Date today, const KnownNumbers& known)
{
    return Warnings{programme, kiosks, today, known}.all();
}

}
