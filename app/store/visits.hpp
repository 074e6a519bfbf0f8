// Who is in, since when, and what was given: from check-in to check-out.
#pragma once

#include "store/activities.hpp"
#include "store/people.hpp"

namespace refectory {

struct CheckOutForm {
    std::vector<std::pair<ObjectiveNumber, Outcome>> outcomes;
    std::optional<Face> face;
    std::string words;
    bool may_be_quoted = false;
};

struct VisitNow {
    FactKey visit;
    PersonId academic;
    Instant began{};
};

class Visits {
public:
    Visits(StoreContext& context, Activities& activities, People& people)
        : context_(context), activities_(activities), people_(people) {}

    std::optional<FactKey> open_visit(PersonId person);
    Instant began(const FactKey& visit);
    std::optional<ActivityId> activity_of(const FactKey& visit);
    // What the academic is expected for today: what runs now, else what comes next, else what was last.
    std::optional<Activity> expected_today(PersonId academic, Instant now);
    // Who may type a code here: those who are expected today, and those whose pass is known.
    std::vector<Person> academics_with_code(std::string_view typed, Instant now);
    std::optional<SecretHash> visit_code(PersonId academic, const ActivityId& activity);
    std::vector<PassCode> pass_codes(PersonId academic);
    // Whoever checked in and is not out, since the earliest; also those whose names have been erased.
    std::vector<VisitNow> who_is_in();
    // Begun in between: what a clock that ran ahead dated later is no visit of this day.
    std::optional<VisitNow> newest_between(PersonId academic, Instant from, Instant until);
    bool pass_is_withdrawn(PassNumber pass);
    PassHolder holder_of(const Pass& pass, Instant now);
    milliseconds given_by(PersonId academic, Instant from, Instant until);  // visits that have ended
    Result<FactKey> check_in(const CheckIn& check_in, Instant now, ClockTrust trust);
    // The length of the visit; never below nothing, whatever the clock did.
    Result<milliseconds> check_out(const FactKey& visit, PersonId academic, Means means, const CheckOutForm& form, Instant now,
                                   ClockTrust trust);

private:
    bool is_expected_today(PersonId academic, Instant now);
    milliseconds length_of(const FactKey& visit);
    StoreContext& context_;
    Activities& activities_;
    People& people_;
};

}
