// Forgets names and words whose time on this kiosk has passed (domain/retention.hpp says when). Forgetting is local and no
// erasure: it records nothing, no fact is touched, and somebody who is forgotten may come again.
//
// A name is needed as long as the programme lists it: the desk answers for those people, and keeps or drops them by its own
// rules. So the names that are forgotten here are of people who added themselves at this kiosk, and of people who have left the
// programme. They are needed until the end of every activity that they hold a sign-up for, visited, teach or host; a sign-up
// that was withdrawn needs nothing. What they did (added themselves, signed up, withdrew, came, left) must all be at the desk.
// With the name go the letters that prove it. A visitor's remark is needed by the desk alone, an answer until its activity has
// ended, for the academic reads questions.
//
// For a day after somebody set or confirmed the clock nothing is forgotten, so that a wrong date can still be put right.
#pragma once

#include "domain/retention.hpp"
#include "store/activities.hpp"
#include "store/answers.hpp"
#include "store/people.hpp"

namespace refectory {

class Retention {
public:
    Retention(StoreContext& context, Activities& activities, People& people, Answers& answers)
        : context_(context), activities_(activities), people_(people), answers_(answers) {}

    static constexpr std::chrono::hours waits{24};
    static constexpr std::chrono::days surely_meant{7};  // a slip of the finger is a month or a year

    bool waits_at(Instant now);
    // What is forgotten is in no file afterwards. With a clock that is not trusted, or was set just now, everything stays.
    Result<> forget(const RetentionRules& rules, Instant now, ClockTrust trust);

private:
    std::vector<PersonId> people_past(std::chrono::days kept, Instant now);
    std::vector<FactKey> remarks_past(std::chrono::days kept, Instant now);
    Result<> forget_answers(std::chrono::days kept, Instant now);

    StoreContext& context_;
    Activities& activities_;
    People& people_;
    Answers& answers_;
};

}
