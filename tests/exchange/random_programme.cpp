#include "random_programme.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

// Takes structs apart by itself, so that a field that a file forgets is still compared.
class Telling {
public:
    std::string text;

    void tell(const std::string& value) { text += fmt::format("{}:{}|", value.size(), value); }
    void tell(std::int64_t value) { text += fmt::format("{}|", value); }
    void tell(double value) { text += fmt::format("{}|", value); }
    void tell(Instant value) { tell(to_milliseconds(value)); }
    void tell(const Date& value) { tell(iso_date(value)); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void tell(Enum value) { tell(static_cast<std::int64_t>(value)); }
    template <class Tag, class T>
    void tell(const Id<Tag, T>& id) { tell(id.value); }
    void tell(std::uint32_t value) { tell(std::int64_t{value}); }
    void tell(int value) { tell(std::int64_t{value}); }
    void tell(bool value) { tell(std::int64_t{value}); }
    template <class T>
    void tell(const std::optional<T>& value)
    {
        tell(value.has_value());
        if (value) tell(*value);
    }
    template <class T>
    void tell(const std::vector<T>& values)
    {
        tell(static_cast<std::int64_t>(values.size()));
        for (const auto& value : values) tell(value);
    }
    template <class... Parts>
    void all(const Parts&... parts) { (tell(parts), ...); }

    void tell(const ProgrammeHeader& value)
    {
        // The fingerprint is the reader's.
        const auto& [desk, serial, issued_at, kiosk, team, organisation, site, desk_begun_at, fingerprint, keys] = value;
        all(desk, serial, issued_at, kiosk, team, organisation, site, desk_begun_at, keys);
    }
    void tell(const KeyStatement& value) { tell(write_key_statement(value)); }
    void tell(const Person& value)
    {
        const auto& [id, role, name, organisation, team, post, knows_about, full_time_equivalent] = value;
        all(id, role, name, organisation, team, post, knows_about, full_time_equivalent);
    }
    void tell(const Invitation& value)
    {
        const auto& [everybody, teams, people] = value;
        all(everybody, teams, people);
    }
    void tell(const Activity& value)
    {
        const auto& [id, kind, state, reason, topic, description, starts, ends, place, place_detail, academic, host, invited,
                     capacity, allotment, objectives] = value;
        all(id, kind, state, reason, topic, description, starts, ends, place, place_detail, academic, host, invited, capacity,
            allotment, objectives);
    }
    void tell(const TimetableItem& value)
    {
        const auto& [activity, starts, title, detail, consent] = value;
        all(activity, starts, title, detail, consent);
    }
    void tell(const Expectation& value)
    {
        const auto& [activity, talk_wanted, words, agreed_on, team_told_on] = value;
        all(activity, talk_wanted, words, agreed_on, team_told_on);
    }
    void tell(const Objective& value)
    {
        const auto& [number, words] = value;
        all(number, words);
    }
    void tell(const ConfidentialityNote& value)
    {
        const auto& [version, words, changed] = value;
        all(version, words, changed);
    }
    void tell(const VisitCode& value)
    {
        const auto& [person, activity, code] = value;
        all(person, activity, to_hex(code.salt), to_hex(code.hash));
    }
    void tell(const PassCode& value)
    {
        const auto& [pass, code] = value;
        const auto& [person, number, valid_from, valid_until] = pass;
        all(person, number, valid_from, valid_until, to_hex(code.salt), to_hex(code.hash));
    }
    void tell(const Receipt& value)
    {
        const auto& [origin, facts_up_to, hash, answers_up_to, at, is_whole, after] = value;
        all(origin, facts_up_to, to_hex(hash), answers_up_to, at, is_whole, after);
    }
    void tell(const GivenChair& value)
    {
        const auto& [activity, sign_up, person] = value;
        all(activity, sign_up.origin, sign_up.seq, person);
    }
};

}

std::string everything_in(const Programme& value)
{
    const auto& [header, activities, people, timetable, expectations, objectives, note, visit_codes, pass_codes, passes_withdrawn,
                 erased, receipts, decided_for, chairs_given] = value;
    Telling telling;
    telling.all(header, activities, people, timetable, expectations, objectives, note, visit_codes, pass_codes, passes_withdrawn, erased,
                receipts, decided_for, chairs_given);
    return telling.text;
}

}
