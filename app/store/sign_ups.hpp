// Signing up, withdrawing, erasing: each one transaction, on disk before it says so.
#pragma once

#include "store/activities.hpp"
#include "store/people.hpp"

namespace refectory {

struct SignUpDone {
    PersonId person;
    Standing standing;
    std::optional<std::string> new_letters;  // shown once; only their hash is kept
    bool was_already = false;
    FactKey key;
};

struct OwnSignUp {
    Activity activity;
    Standing standing;
    FactKey key;
};

class SignUps {
public:
    SignUps(StoreContext& context, Activities& activities, People& people)
        : context_(context), activities_(activities), people_(people) {}

    Result<SignUpDone> sign_up(const ActivityId& activity, PersonId person, Instant now, ClockTrust trust);
    Result<SignUpDone> sign_up_new_person(const ActivityId& activity, std::string_view name, std::string_view team,
                                          std::string_view organisation, Instant now, ClockTrust trust);
    // What has not ended yet, and what was moved to an earlier time, until the latest at which it was ever to end: some come for it then.
    std::vector<OwnSignUp> of_person(PersonId person, Instant now);
    // Does nothing where the person is not signed up.
    Result<> withdraw(const ActivityId& activity, PersonId person, WithdrawalReason reason, Instant now, ClockTrust trust);
    // Withdraws from what lies ahead, records the erasure, and empties names, letters and remarks, also in the files' free pages.
    Result<> erase(PersonId person, Instant now, ClockTrust trust);

private:
    Result<SignUpDone> record(const ActivityId& activity, PersonId person, Instant now, ClockTrust trust);
    StoreContext& context_;
    Activities& activities_;
    People& people_;
};

}
