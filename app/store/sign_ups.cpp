#include "store/sign_ups.hpp"

#include "domain/invitation.hpp"
#include "store/prepared.hpp"

#include <algorithm>
#include <tuple>

namespace refectory {

Result<SignUpDone> SignUps::record(const ActivityId& activity, PersonId person, Instant now, ClockTrust trust)
{
    SignUpDone done;
    done.person = person;
    // Whoever has a place already has none where they were promised it in what a disk lost.
    if (!people_.has_letters(person)) {
        done.new_letters = people_.give_letters(person);
        context_.ledger->record(LettersGiven{person}, now, trust);
    }
    auto places = activities_.places(activity);
    if (const auto standing = places.standing_of(person)) {
        done.standing = *standing;
        done.was_already = true;
        done.key = *places.sign_up_of(person);
        return done;
    }
    const auto spine = context_.ledger->record(SignUp{activity, person}, now, trust);
    places.signed_up(spine, person);
    done.key = spine.key;
    done.standing = places.standing_of(person).value_or(Waits{});
    return done;
}

Result<SignUpDone> SignUps::sign_up(const ActivityId& activity, PersonId person, Instant now, ClockTrust trust)
{
    SignUpDone done;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        REFECTORY_TRY_ASSIGN(done, record(activity, person, now, trust));
        return {};
    }));
    return done;
}

Result<SignUpDone> SignUps::sign_up_new_person(const ActivityId& activity, std::string_view name, std::string_view team,
                                               std::string_view organisation, Instant now, ClockTrust trust)
{
    SignUpDone done;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        constexpr auto range = static_cast<std::uint64_t>(last_number_given - first_added_person);
        Person person;
        do person.id = PersonId{first_added_person + static_cast<std::int64_t>(random_below(context_.entropy, range))};
        while (people_.find(person.id));
        person.name = name;
        person.team = team;
        person.organisation = organisation;
        people_.put(person, true);
        context_.ledger->record(PersonAdded{person.id}, now, trust);
        REFECTORY_TRY_ASSIGN(done, record(activity, person.id, now, trust));
        return {};
    }));
    return done;
}

std::vector<OwnSignUp> SignUps::of_person(PersonId person, Instant now)
{
    Prepared query{*context_.database, "SELECT activity FROM activity a WHERE latest_end > ?2 AND EXISTS (SELECT 1 FROM signed_up s WHERE s.person = ?1 AND s.activity = a.activity)"};
    query.bind(1, person.value);
    query.bind(2, to_milliseconds(now));
    std::vector<OwnSignUp> own;
    while (query.executeStep()) {
        const auto activity = activities_.find(ActivityId{query.getColumn(0).getString()});
        if (!activity) continue;
        const auto places = activities_.places(activity->id);
        if (const auto standing = places.standing_of(person)) own.push_back({*activity, *standing, *places.sign_up_of(person)});
    }
    // What was moved or cancelled comes first: whoever looks up their places is to see it at once.
    std::ranges::sort(own, {}, [](const OwnSignUp& one) { return std::tuple{!has_changed(one.activity), one.activity.starts, one.activity.id}; });
    return own;
}

Result<> SignUps::withdraw(const ActivityId& activity, PersonId person, WithdrawalReason reason, Instant now, ClockTrust trust)
{
    return context_.commit([&]() -> Result<> {
        if (const auto sign_up = activities_.places(activity).sign_up_of(person))
            context_.ledger->record(Withdrawal{*sign_up, activity, person, reason}, now, trust);
        return {};
    });
}

Result<> SignUps::erase(PersonId person, Instant now, ClockTrust trust)
{
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        for (const auto& own : of_person(person, now)) {
            if (is_over(own.activity, now)) continue;
            context_.ledger->record(Withdrawal{own.key, own.activity.id, person, WithdrawalReason::erased}, now, trust);
        }
        context_.ledger->record(Erasure{person}, now, trust);
        people_.erase(person);
        return {};
    }));
    context_.sweep_if_owed();
    return {};
}

}
