#include "desk/desk_faults.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

std::vector<Fault> each_that_is_missing(const DeskProgramme& desk, std::span<const ActivityId> activities, fmt::format_string<const std::string&> sentence)
{
    std::vector<Fault> faults;
    for (const auto& activity : activities)
        if (std::ranges::find(desk.all.activities, activity, &Activity::id) == desk.all.activities.end())
            faults.push_back({"activities.csv", 1, "activity", fmt::format(sentence, activity.value)});
    return faults;
}

}

std::vector<Fault> unknown_kiosks(const DeskProgramme& desk, std::span<const KnownKiosk> known)
{
    std::vector<Fault> faults;
    for (const auto& [of, allotment] : desk.allotments) {
        const auto kiosk = std::ranges::find(known, of.second, [](const KnownKiosk& one) { return one.place.code; });
        if (kiosk == known.end())
            faults.push_back({"allotments.csv", allotment.line, "kiosk",
                              fmt::format("This desk has no kiosk “{}”. Correct its code, or add the kiosk first.", of.second)});
        else if (kiosk->retired_at)
            faults.push_back({"allotments.csv", allotment.line, "kiosk",
                              fmt::format("The kiosk {} was retired on {} and gets no chairs. Take this line out.", of.second,
                                          iso_date(local_date(*kiosk->retired_at)))});
    }
    std::ranges::sort(faults, {}, &Fault::line);
    return faults;
}

std::vector<Fault> erased_people(const DeskProgramme& desk, std::span<const PersonId> erased)
{
    std::vector<Fault> faults;
    for (const auto& person : erased) {
        const auto found = std::ranges::find(desk.all.people, person, &Person::id);
        if (found == desk.all.people.end()) continue;
        faults.push_back({"people.csv", desk.people_lines.at(person), "person",
                          fmt::format("Person {} was erased and must not come back. Take this line out, and the number out of activities.csv.", person.value)});
        // With the line the name is gone: after that nothing could look for it.
        for (const auto& text : texts_with_surname(desk, found->name))
            faults.push_back({text.file, text.line, text.column,
                              fmt::format("The surname of person {}, who was erased, stands here. If it is they, take it out before their line in people.csv.", person.value)});
    }
    std::ranges::sort(faults, {}, [](const Fault& fault) { return std::pair{fault.file != "people.csv", fault.line}; });
    return faults;
}

std::vector<Fault> said_to_be_erased(const DeskProgramme& desk, std::span<const PersonId> erased, std::span<const PersonId> with_other_numbers)
{
    std::vector<Fault> faults;
    const auto lines = desk.same_people.value_or(std::vector<SamePeopleLine>{});
    for (const auto& person : with_other_numbers) {
        if (std::ranges::find(erased, person) != erased.end()) continue;
        const auto line = std::ranges::find_if(lines, [&](const SamePeopleLine& one) { return one.numbers.first == person || one.numbers.second == person; });
        faults.push_back({"same_person.csv", line == lines.end() ? 1 : line->line, "person",
                          fmt::format("Person {0} is said to be somebody who was erased. If that is a slip, put it right. If it is so, erase this number too: "
                                      "refectory-desk person erase {0}.", person.value)});
    }
    std::ranges::sort(faults, {}, &Fault::line);
    return faults;
}

std::vector<Fault> missing_activities(const DeskProgramme& desk, std::span<const ActivityId> signed_up_for)
{
    return each_that_is_missing(desk, signed_up_for, "People signed up for {}, which is not there any more. Put its line back; if it does not take place, "
                                                     "write cancelled and the reason, so that they read it.");
}

std::vector<Fault> unknown_activities(const DeskProgramme& desk, std::span<const ActivityId> signed_up_for_unknown)
{
    return each_that_is_missing(desk, signed_up_for_unknown,
                                "People signed up for {}, which was published after the backup that was put back. Put its line back, also where it is over: without "
                                "it this desk decides nothing of it, and the kiosks list it no more.");
}

}
