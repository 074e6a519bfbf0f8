#include "desk/same_people.hpp"

#include "desk/table.hpp"

namespace refectory {

std::optional<std::vector<SamePeopleLine>> read_same_people(const std::filesystem::path& folder, std::vector<Fault>& faults)
{
    std::vector<SamePeopleLine> lines;
    Table table{folder, "same_person.csv", {"person", "same_as"}, faults, Table::Presence::optional};
    if (!table.is_there()) return std::nullopt;
    while (table.next()) {
        const auto before = faults.size();
        const PersonId person{table.number("person", 1, last_added_person)}, same_as{table.number("same_as", 1, last_added_person)};
        if (faults.size() == before && person == same_as) table.fault("same_as", "Both numbers are the same. Give the two that are one person.");
        lines.push_back({{person, same_as}, table.line()});
    }
    return lines;
}

std::optional<std::vector<SamePair>> pairs_of(const std::optional<std::vector<SamePeopleLine>>& lines)
{
    if (!lines) return std::nullopt;
    std::vector<SamePair> pairs;
    for (const auto& one : *lines) pairs.push_back(one.numbers);
    return pairs;
}

}
