#include "desk/command_words.hpp"
#include "desk/held_in_spreadsheets.hpp"
#include "desk/json_line.hpp"
#include "exchange/shown_text.hpp"
#include "store/added_names.hpp"
#include "store/erasures.hpp"
#include "store/same_people.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

std::string words_of(const HeldRow& row)
{
    std::string cells;
    for (const auto& [name, value] : row.fields) cells += fmt::format("{}{} {}", cells.empty() ? "" : ", ", name, shown_text(value));
    return fmt::format("{}: {}\n", row.table, cells);
}

Json json_of(const HeldRow& row)
{
    Json fields = Json::object();
    for (const auto& [name, value] : row.fields) fields[name] = value;
    return {{"table", row.table}, {"fields", std::move(fields)}};
}

// As the desk knows them, and as the coordinator's list says by now: what stands there counts from the next publication on.
std::vector<PersonId> numbers_of(Desk& desk, PersonId person)
{
    auto numbers = SamePeople{desk.store()}.numbers_of(person);
    std::vector<Fault> ignored;
    const auto folder = desk.store().publications().folder();
    if (folder.empty()) return numbers;
    std::ranges::copy(SamePeople{desk.store()}.all_numbers_of(numbers, pairs_of(read_same_people(folder, ignored))), std::back_inserter(numbers));
    std::ranges::sort(numbers);
    const auto twice = std::ranges::unique(numbers);
    numbers.erase(twice.begin(), twice.end());
    return numbers;
}

std::string erasure_words(Erasures& erasures, PersonId person)
{
    std::string confirmed, waiting;
    for (const auto& one : erasures.confirmations(person)) {
        auto& list = one.is_confirmed ? confirmed : waiting;
        list += (list.empty() ? "" : ", ") + one.kiosk;
    }
    return fmt::format("Erased on {}. Confirmed by: {}. Not yet by: {}.\n", moment_words(*erasures.when(person)), confirmed.empty() ? "no kiosk" : confirmed,
                       waiting.empty() ? "none" : waiting);
}

std::string name_added(Desk& desk, PersonId person)
{
    const auto added = added_name(desk.store().database(), person);
    return added ? added->name : std::string{};
}

// Publishing goes by numbers: whom the words mean, the coordinator alone can tell.
std::string words_of_named(const HeldInSpreadsheets& spreadsheets, const std::vector<FreeText>& named)
{
    if (spreadsheets.cannot_be_read()) return "The spreadsheets have faults and could not be looked through: where their words name this person, take that out.\n";
    std::string said;
    for (const auto& text : named) said += fmt::format("The surname stands in {}, line {}, {}: if it is they, take it out.\n", text.file, text.line, text.column);
    return said;
}

Json json_of(const std::vector<FreeText>& named)
{
    Json all = Json::array();
    for (const auto& text : named) all.push_back({{"file", text.file}, {"line", text.line}, {"column", text.column}});
    return all;
}

bool is_a_number(PersonId person)
{
    return person.value >= 1 && person.value <= last_added_person;
}

Json erasure_json(Erasures& erasures, PersonId person)
{
    Json json{{"at", iso_instant(*erasures.when(person))}, {"kiosks", Json::array()}};
    for (const auto& one : erasures.confirmations(person)) json["kiosks"].push_back({{"kiosk", one.kiosk}, {"confirmed", one.is_confirmed}});
    return json;
}

}

Result<> show_person(const Setting& setting, PersonId person)
{
    if (!is_a_number(person)) return failure("That is not a person's number. Look it up in people.csv, or in what a round says.");
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    Erasures erasures{desk->store()};
    std::string said;
    Json json{{"person", person.value}, {"numbers", Json::array()}, {"rows", Json::array()}};
    const HeldInSpreadsheets spreadsheets{desk->store().publications().folder(), setting.now};
    for (const auto& number : numbers_of(*desk, person)) {
        auto rows = spreadsheets.on(number, name_added(*desk, number));
        std::ranges::move(held_on(desk->store().database(), number), std::back_inserter(rows));
        said += fmt::format("Person {}: {}.\n", number.value, rows.empty() ? "nothing is held" : counted(std::ssize(rows), "row"));
        json["numbers"].push_back(number.value);
        for (const auto& row : rows) {
            said += words_of(row);
            json["rows"].push_back(json_of(row));
        }
        if (!erasures.when(number)) continue;
        said += erasure_words(erasures, number);
        json["erased"][fmt::format("{}", number.value)] = erasure_json(erasures, number);
    }
    said += "Answers (feedback, questions, wishes) belong to nobody: which of them are this person's, nothing here can tell.\n";
    return setting.say({std::move(said), json_line(json)});
}

Result<> erase_person(const Setting& setting, PersonId person, Numbers asked)
{
    if (!is_a_number(person)) return failure("That is not a person's number. Find it with: refectory-desk person show.");
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto folder = desk->store().publications().folder();
    const HeldInSpreadsheets spreadsheets{folder, setting.now};
    if (held_on(desk->store().database(), person).empty() && spreadsheets.on(person, {}).empty())
        return failure(fmt::format("Nothing is known here of a person {}. Look the number up once more.", person.value));
    Erasures erasures{desk->store()};
    const auto erased = numbers_of(*desk, person);
    Json numbers = Json::array();
    std::vector<std::int64_t> others;
    bool takes_more = false;
    for (const auto& number : erased) {
        numbers.push_back(number.value);
        if (number == person) continue;
        others.push_back(number.value);
        takes_more |= !erasures.when(number);
    }
    if (takes_more && asked != Numbers::all)
        return failure(fmt::format("same_person.csv says that person {0} is {1} as well. If that is so, erase all of them: refectory-desk person erase {0} --all-numbers. "
                                   "If it is a slip, take the line out, publish, and erase then. Nobody was erased.", person.value, fmt::join(others, ", ")));
    std::vector<FreeText> named;  // asked now: nothing here knows the name after that
    for (const auto& number : erased) std::ranges::move(spreadsheets.naming(number, name_added(*desk, number)), std::back_inserter(named));
    std::ranges::sort(named);
    const auto twice = std::ranges::unique(named);  // by two numbers of one name
    named.erase(twice.begin(), twice.end());
    REFECTORY_TRY_ASSIGN(const auto spare_pages, erasures.erase(erased, setting.now));
    const bool is_gone = spare_pages == SparePages::emptied;
    const auto also = others.empty() ? std::string{} : fmt::format("So is what stands under {}, which same_person.csv says is the same person.\n", fmt::join(others, ", "));
    REFECTORY_TRY(setting.say({fmt::format("Person {} is erased here: {}passes are withdrawn, and a late parcel brings nothing back.\n{}"
                             "The kiosks erase them with the next programme and confirm it with the export after that: refectory-desk person show {}.\n"
                             "Take {} out of people.csv{} now: nothing is published as long as {} there.\n{}"
                             "Destroy backups, printed passes and programmes on sticks from before today as your office's rules have it.\n",
                             person.value, is_gone ? "names and words are gone, " : "", also, person.value, others.empty() ? "the line" : "their lines",
                             folder.empty() ? "" : " in " + folder.string(), others.empty() ? "it is" : "one is", words_of_named(spreadsheets, named)),
                 json_line(Json{{"erased", std::move(numbers)}, {"file_rewritten", is_gone}, {"surname_in", json_of(named)}})}));
    if (!is_gone)
        return failure(fmt::format("The desk's file could not be rewritten, so names and words still stand in pages that it does not use: another program "
                                   "reads it, or the disk is full. See to that, and say this once more: refectory-desk person erase {}.", person.value));
    return {};
}

}
