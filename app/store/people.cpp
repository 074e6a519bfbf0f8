#include "store/people.hpp"

#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "store/owed_sweep.hpp"
#include "store/place_facts.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"
#include "store/tries.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace refectory {

namespace {

constexpr char interest_separator = '\n';

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : std::string(1, interest_separator)) + part;
    return text;
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(interest_separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

Person read_person(Prepared& query)
{
    Person person;
    person.id = PersonId{query.getColumn(0).getInt64()};
    person.role = parse_name<Role>(query.getColumn(1).getString()).value_or(Role::practitioner);
    person.name = query.getColumn(2).getString();
    person.organisation = query.getColumn(3).getString();
    person.team = query.getColumn(4).getString();
    person.post = query.getColumn(5).getString();
    person.knows_about = split(query.getColumn(6).getString());
    person.full_time_equivalent = query.getColumn(7).getDouble();
    return person;
}

constexpr auto person_columns = "SELECT person, role, name, organisation, team, post, knows_about, full_time_equivalent FROM person ";

SecretHash read_secret(Prepared& query)
{
    return {bytes_in<16>(query.getColumn(0)), bytes_in<32>(query.getColumn(1))};
}

}

std::optional<Person> People::find(PersonId person)
{
    Prepared query{*context_.database, std::string{person_columns} + "WHERE person = ?"};
    query.bind(1, person.value);
    if (!query.executeStep()) return std::nullopt;
    return read_person(query);
}

bool People::knows(PersonId person)
{
    Prepared query{*context_.database, "SELECT 1 FROM person WHERE person = ?"};
    query.bind(1, person.value);
    return query.executeStep();
}

std::vector<Person> People::search(std::string_view typed, const Activity& activity)
{
    return named(typed, Role::practitioner, Listed::in_programme, [&](const Person& person) { return is_invited(activity.invited, person.id, person.team); });
}

std::vector<Person> People::search_signed_up(std::string_view typed, Instant now)
{
    auto found = named(typed, Role::practitioner, Listed::in_programme, [](const Person&) { return true; });
    const auto has_left = named(typed, Role::practitioner, Listed::no_more, [&](const Person& person) { return has_standing_ahead(person.id, now); });
    std::ranges::copy(has_left, std::back_inserter(found));
    std::ranges::sort(found, {}, [](const Person& person) { return std::tuple{person.name, person.id}; });
    found.resize(std::min(found.size(), most_found));
    return found;
}

bool People::has_standing_ahead(PersonId person, Instant now)
{
    Prepared query{*context_.database, "SELECT DISTINCT a.activity, (SELECT code FROM setup) FROM signed_up s JOIN activity a USING (activity) WHERE s.person = ? AND a.latest_end > ?"};
    query.bind(1, person.value);
    query.bind(2, to_milliseconds(now));
    while (query.executeStep())
        if (places_of(*context_.database, query.getColumn(1).getString(), ActivityId{query.getColumn(0).getString()}).standing_of(person)) return true;
    return false;
}

std::vector<Person> People::search_academics(std::string_view typed, const std::function<bool(const Person&)>& is_meant)
{
    return named(typed, Role::academic, Listed::in_programme, is_meant);
}

std::vector<Person> People::named(std::string_view typed, Role role, Listed listed, const std::function<bool(const Person&)>& is_meant)
{
    const auto key = search_key(typed);
    if (letters_in(key) < fewest_search_letters) return {};
    Prepared query{*context_.database, std::string{person_columns} + "WHERE role = ?1 AND listed = ?4 AND person IN (SELECT person FROM person_word "
                                                                     "WHERE words >= ?2 AND words < ?3) ORDER BY name, person"};
    query.bind(1, std::string{name_of(role)});
    query.bind(2, key);
    query.bind(3, key + "\xF4\x8F\xBF\xBF");  // behind every text that begins with the key
    query.bind(4, listed == Listed::in_programme ? 1 : 0);
    std::vector<Person> found;
    while (found.size() < most_found && query.executeStep()) {
        auto person = read_person(query);
        if (is_meant(person)) found.push_back(std::move(person));
    }
    return found;
}

std::vector<std::string> People::teams()
{
    Prepared query{*context_.database, "SELECT team FROM (SELECT team, 0 AS is_other FROM setup UNION SELECT team, 1 FROM invited_team "
                                       "WHERE team NOT IN (SELECT team FROM setup)) ORDER BY is_other, team"};
    std::vector<std::string> teams;
    while (query.executeStep()) teams.push_back(query.getColumn(0).getString());
    return teams;
}

bool People::has_letters(PersonId person)
{
    Prepared query{*context_.database, "SELECT 1 FROM letters WHERE person = ?"};
    query.bind(1, person.value);
    return query.executeStep();
}

Result<bool> People::check_letters(PersonId person, std::string_view letters)
{
    Prepared query{*context_.database, "SELECT salt, hash FROM letters WHERE person = ?"};
    query.bind(1, person.value);
    return query.executeStep() && matches(letters, read_secret(query));
}

Result<std::string> People::renew_letters(PersonId person, CorrectionReason reason, Instant now, ClockTrust trust)
{
    std::string letters;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        letters = give_letters(person);
        const auto given = context_.ledger->record(LettersGiven{person}, now, trust).key;
        context_.ledger->record(AdminEntry{AdminAction::letters_renewed, person}, now, trust);
        context_.ledger->record(Correction{Corrected::letters, given, {}, reason}, now, trust);
        return {};
    }));
    return letters;
}

void People::put(const Person& person, bool added_here)
{
    RowWriter{*context_.database, "DELETE FROM person WHERE person = ?"}.row(person.id);
    RowWriter{*context_.database, "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"}
        .row(person.id, name_of(person.role), person.name, person.organisation, person.team, person.post, joined(person.knows_about),
             person.full_time_equivalent, added_here);
    RowWriter words{*context_.database, "INSERT OR IGNORE INTO person_word VALUES (?, ?)"};
    const auto key = search_key(person.name);
    for (std::size_t at = 0; at < key.size();) {
        words.row(key.substr(at), person.id);
        const auto blank = key.find(' ', at);
        at = blank == std::string::npos ? key.size() : blank + 1;
    }
}

std::string People::give_letters(PersonId person)
{
    const auto letters = make_own_letters(context_.entropy);
    const auto kept = hash_secret(letters, context_.entropy);
    RowWriter{*context_.database, "INSERT OR REPLACE INTO letters VALUES (?, ?, ?)"}.row(person, kept.salt, kept.hash);
    return letters;
}

void People::forget(PersonId person)
{
    empty(person, {"DELETE FROM person WHERE person = ?", "DELETE FROM letters WHERE person = ?"});
}

void People::erase(PersonId person)
{
    empty(person, {"DELETE FROM person WHERE person = ?", "DELETE FROM letters WHERE person = ?", "DELETE FROM remark WHERE person = ?"});
}

// Whom nothing was kept of any more owes the file nothing: a desk's programmes name everybody who was ever erased.
void People::empty(PersonId person, std::initializer_list<const char*> deletions)
{
    int emptied = 0;
    for (const auto* deletion : deletions) emptied += RowWriter{*context_.database, deletion}.row(person);
    Tries::forget(context_, person);
    if (emptied > 0) owe_sweep(*context_.database);
}

}
