#include "exchange/programme_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace refectory {

namespace {

bool is_text(std::string_view text)
{
    return text.size() <= longest_programme_text && is_utf8(text) && text.find('\0') == std::string_view::npos;
}

template <class... Texts>
bool are_texts(const Texts&... texts) { return (is_text(texts) && ...); }

bool are_items(const std::vector<std::string>& items)
{
    return std::ranges::all_of(items, [](const auto& item) { return !item.empty() && is_text(item); });
}

bool is_day(const std::optional<Date>& date)
{
    return !date || (date->ok() && date->year() >= std::chrono::year{1970} && date->year() < std::chrono::year{2200});
}

bool is_person(PersonId person)
{
    return person.value >= 1 && person.value <= last_added_person;
}

template <class T>
auto in(const std::set<T>& all)
{
    return [&all](const T& one) { return all.contains(one); };
}

// Goes through a programme part by part; each names the first row that cannot be.
class Checker {
public:
    explicit Checker(const Programme& programme) : programme_(programme) {}

    Result<> check()
    {
        REFECTORY_TRY(check_header());
        REFECTORY_TRY(check_objectives());
        REFECTORY_TRY(check_people());
        for (const auto& activity : programme_.activities) REFECTORY_TRY(check_activity(activity));
        REFECTORY_TRY(check_beside_activities());
        REFECTORY_TRY(check_visit_codes());
        REFECTORY_TRY(check_pass_codes());
        return check_rest();
    }

private:
    template <class... Arguments>
    static Result<> expect(bool well, fmt::format_string<Arguments...> sentence, Arguments&&... arguments)
    {
        if (well) return {};
        return failure("The programme cannot be used: " + fmt::format(sentence, std::forward<Arguments>(arguments)...));
    }

    Result<> check_header() const
    {
        const auto& header = programme_.header;
        REFECTORY_TRY(expect(is_kiosk_code(header.kiosk), "its kiosk's code is not one."));
        REFECTORY_TRY(expect(is_origin(header.desk.value), "its desk is not named as desks are."));
        REFECTORY_TRY(expect(header.serial >= 1 && is_time(header.issued_at) && is_time(header.desk_begun_at), "its number or its date cannot be."));
        return expect(are_texts(header.team, header.organisation, header.site), "a text at its head is too long or damaged.");
    }

    Result<> check_objectives()
    {
        for (const auto& objective : programme_.objectives) {
            const auto number = objective.number.value;
            REFECTORY_TRY(expect(number >= 1 && objectives_.insert(objective.number).second,
                                 "objective {} is there twice, or has no such number.", number));
            REFECTORY_TRY(expect(is_text(objective.words), "the words of objective {} are too long or damaged.", number));
        }
        return {};
    }

    Result<> check_people()
    {
        for (const auto& person : programme_.people) {
            const auto number = person.id.value;
            REFECTORY_TRY(expect(is_person(person.id) && people_.insert(person.id).second,
                                 "person {} is there twice, or has no such number.", number));
            REFECTORY_TRY(expect(!person.name.empty() && are_texts(person.name, person.organisation, person.team, person.post) &&
                                     are_items(person.knows_about),
                                 "a text of person {} is missing, too long or damaged.", number));
            REFECTORY_TRY(expect(person.full_time_equivalent >= 0 && person.full_time_equivalent <= 1,
                                 "person {} works more than full time.", number));
        }
        return {};
    }

    Result<> check_activity(const Activity& activity)
    {
        REFECTORY_TRY(expect(is_activity_id(activity.id.value), "an activity's short name is not one."));
        const auto& id = activity.id.value;
        REFECTORY_TRY(expect(activities_.insert(activity.id).second, "activity {} is there twice.", id));
        REFECTORY_TRY(expect(is_time(activity.starts) && is_time(activity.ends) && activity.starts < activity.ends,
                             "activity {} ends before it starts.", id));
        REFECTORY_TRY(expect(0 <= activity.allotment && activity.allotment <= activity.capacity &&
                                 activity.capacity <= most_programme_chairs,
                             "activity {} has more chairs than its room, or than any room.", id));
        REFECTORY_TRY(expect(are_texts(activity.reason, activity.topic, activity.description, activity.place, activity.place_detail) &&
                                 are_items(activity.invited.teams),
                             "a text of activity {} is too long or damaged.", id));
        REFECTORY_TRY(expect(knows(activity.academic) && knows(activity.host) && std::ranges::all_of(activity.invited.people, in(people_)),
                             "activity {} names a person who is not in it.", id));
        return expect(std::ranges::all_of(activity.objectives, in(objectives_)), "activity {} names an objective that is not in it.", id);
    }

    Result<> check_beside_activities() const
    {
        for (const auto& item : programme_.timetable)
            REFECTORY_TRY(expect(activities_.contains(item.activity) && is_time(item.starts) && are_texts(item.title, item.detail),
                                 "a line of a timetable belongs to no activity, or is damaged."));
        std::set<ActivityId> seen;
        for (const auto& expectation : programme_.expectations)
            REFECTORY_TRY(expect(activities_.contains(expectation.activity) && seen.insert(expectation.activity).second &&
                                     is_text(expectation.words) && is_day(expectation.agreed_on) && is_day(expectation.team_told_on),
                                 "an expectation belongs to no activity, is there twice, or is damaged."));
        return {};
    }

    Result<> check_visit_codes() const
    {
        std::set<std::pair<PersonId, ActivityId>> seen;
        for (const auto& code : programme_.visit_codes)
            REFECTORY_TRY(expect(people_.contains(code.person) && activities_.contains(code.activity) &&
                                     seen.emplace(code.person, code.activity).second,
                                 "a visit's code belongs to nobody, or is there twice."));
        return {};
    }

    Result<> check_pass_codes() const
    {
        std::set<PassNumber> seen;
        for (const auto& [pass, code] : programme_.pass_codes)
            REFECTORY_TRY(expect(people_.contains(pass.person) && pass.number.value > 0 && seen.insert(pass.number).second &&
                                     is_day(pass.valid_from) && is_day(pass.valid_until) && pass.valid_from <= pass.valid_until,
                                 "a pass's code belongs to nobody, is there twice, or is damaged."));
        return {};
    }

    Result<> check_rest() const
    {
        const auto& note = programme_.note;
        REFECTORY_TRY(expect(note.version >= 0 && are_texts(note.words, note.changed), "its confidentiality note is damaged."));
        REFECTORY_TRY(expect(std::ranges::all_of(programme_.erased, is_person), "an erased person has no such number."));
        std::set<std::tuple<Origin, std::int64_t, Digest>> receipts;
        for (const auto& receipt : programme_.receipts)
            REFECTORY_TRY(expect(is_of_this_kiosk(receipt.origin) &&
                                     receipts.emplace(receipt.origin, receipt.facts_up_to, receipt.hash).second &&
                                     receipt.facts_up_to >= 0 && receipt.answers_up_to >= 0 && is_time(receipt.at),
                                 "a receipt is not for this kiosk, or is damaged."));
        std::set<Origin> decided_for;
        for (const auto& origin : programme_.decided_for)
            REFECTORY_TRY(expect(is_of_this_kiosk(origin) && decided_for.insert(origin).second, "its chairs are not for this kiosk, or it says so twice."));
        std::set<GivenChair> chairs;
        for (const auto& chair : programme_.chairs_given)
            REFECTORY_TRY(expect(is_activity_id(chair.activity.value) && is_of_this_kiosk(chair.sign_up.origin) && chair.sign_up.seq >= 1 && is_person(chair.person) &&
                                     chairs.insert(chair).second,
                                 "a chair is given to nobody of this kiosk, or twice."));
        return {};
    }

    bool is_of_this_kiosk(const Origin& origin) const
    {
        return is_origin(origin.value) && origin.value.starts_with(programme_.header.kiosk + ".");
    }

    bool knows(const std::optional<PersonId>& person) const { return !person || people_.contains(*person); }

    const Programme& programme_;
    std::set<PersonId> people_;
    std::set<ActivityId> activities_;
    std::set<ObjectiveNumber> objectives_;
};

}

Result<> check(const Programme& programme)
{
    return Checker{programme}.check();
}

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
        const unsigned first = byte(i), second = byte(i + 1);
        const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3
                                                                          : first >= 0xF0 && first < 0xF5 ? 4 : 0;
        if (length == 0) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((byte(i + k) & 0xC0U) != 0x80U) return false;
        // Longer than need be, half of a surrogate pair, or beyond the last character.
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) || (first == 0xF0 && second < 0x90) ||
            (first == 0xF4 && second >= 0x90))
            return false;
        i += length;
    }
    return true;
}

}
