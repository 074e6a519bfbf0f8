#include "desk/held_in_spreadsheets.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace refectory {

namespace {

std::string activities_with(const DeskProgramme& programme, PersonId person)
{
    std::string list;
    for (const auto& activity : programme.all.activities)
        if (activity.academic == person || activity.host == person || std::ranges::count(activity.invited.people, person) > 0)
            list += (list.empty() ? "" : ", ") + activity.id.value;
    return list;
}

}

HeldInSpreadsheets::HeldInSpreadsheets(std::filesystem::path folder, Instant now) : folder_(std::move(folder))
{
    if (folder_.empty()) return;
    if (auto programme = read_programme_folder(folder_, local_date(now))) programme_ = std::move(*programme);
}

std::vector<HeldRow> HeldInSpreadsheets::on(PersonId person, std::string_view name_added) const
{
    if (cannot_be_read()) return {{(folder_ / "people.csv").string(), {{"not looked at", "the folder has faults: refectory-desk programme check"}}}};
    std::vector<HeldRow> rows;
    if (const auto* found = find(person)) rows.push_back(row_of(*found));
    for (const auto& text : naming(person, name_added))
        rows.push_back({(folder_ / text.file).string(), {{"line", fmt::format("{}", text.line)}, {text.column, text.words}, {"has", "the surname, whoever is meant"}}});
    return rows;
}

std::vector<FreeText> HeldInSpreadsheets::naming(PersonId person, std::string_view name_added) const
{
    if (!programme_) return {};
    const auto* found = find(person);
    return texts_with_surname(*programme_, found ? std::string_view{found->name} : name_added);
}

const Person* HeldInSpreadsheets::find(PersonId person) const
{
    if (!programme_) return nullptr;
    const auto found = std::ranges::find(programme_->all.people, person, &Person::id);
    return found == programme_->all.people.end() ? nullptr : &*found;
}

HeldRow HeldInSpreadsheets::row_of(const Person& person) const
{
    return {(folder_ / "people.csv").string(),
            {{"name", person.name}, {"organisation", person.organisation}, {"team", person.team}, {"post", person.post},
             {"role", std::string{name_of(person.role)}}, {"knows_about", fmt::format("{}", fmt::join(person.knows_about, "; "))},
             {"fte", fmt::format("{}", person.full_time_equivalent)}, {"activities", activities_with(*programme_, person.id)}}};
}

}
