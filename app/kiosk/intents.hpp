// What a person asked for on a page. A screen returns one; the kiosk acts on it after the frame.
#pragma once

#include "domain/programme.hpp"

#include <variant>

namespace refectory::intent {

// The pages behind the admin's.
enum class AdminPlace { today, fire_list, week, feedback, corrections, left, kiosk, clock, new_pin };
enum class ClockField { day, month, year, hour, minute };

struct Nothing {};
struct GoHome {};
struct GoBack {};

// Sign-up
struct OpenActivities {};
struct OpenActivity { ActivityId activity; };
struct SignMeUp {};
struct Search {};  // what was typed changed: look again
struct ChoosePerson { PersonId person; };
struct AddMe {};
struct SubmitNewPerson {};
struct ConfirmSignUp {};
struct OpenMine {};
struct SubmitLetters {};
struct Cancel { ActivityId activity; };
struct ConfirmCancel {};
struct ShowCalendar { ActivityId activity; };
struct EraseMe {};
struct ConfirmErase {};
struct Ask {};
struct SubmitQuestion {};

// Visits
struct OpenVisiting {};
struct UseCode {};
struct SubmitCode {};
struct CheckInNow {};
struct GoToCheckOut {};
struct CheckInUnscheduled {};
struct AddVisitWords {};
struct CheckOutNow {};

// Feedback
struct OpenFeedback {};
struct RateActivity { ActivityId activity; };
struct Rate { Face face; };
struct UndoRating {};
struct AddRatingWords {};
struct SubmitWords {};

// First start
struct ChooseSetUp { std::size_t file = 0; };
struct TakeSetUpWord {};  // what is typed is the next of the six
struct SetUpNow {};

// Admin
struct SubmitPin {};
struct Export { std::size_t stick = 0; };
struct StopExport {};
struct ConfirmClock {};
struct RenewLetters {};
struct OpenAdminPlace { AdminPlace place = AdminPlace::today; };
struct StepWeek { int weeks = 0; };
struct StepClock { ClockField field = ClockField::day; int by = 0; };
struct SetClock {};

// Corrections
struct CloseVisit { std::size_t visit = 0; };
struct FindSignUp {};
struct RemoveSignUp { ActivityId activity; };
struct StepEnd { int minutes = 0; };
struct ChooseReason { std::size_t reason = 0; };
struct Correct {};

// Idle
struct StillHere {};

}

namespace refectory {

// What so many alternatives do at their ends is compiled once, and not wherever one of them is returned.
class Intent : public std::variant<
    intent::Nothing, intent::GoHome, intent::GoBack, intent::OpenActivities, intent::OpenActivity, intent::SignMeUp,
    intent::Search, intent::ChoosePerson, intent::AddMe, intent::SubmitNewPerson, intent::ConfirmSignUp, intent::OpenMine,
    intent::SubmitLetters, intent::Cancel, intent::ConfirmCancel, intent::ShowCalendar, intent::EraseMe,
    intent::ConfirmErase, intent::Ask, intent::SubmitQuestion, intent::OpenVisiting, intent::UseCode, intent::SubmitCode,
    intent::CheckInNow, intent::GoToCheckOut, intent::CheckInUnscheduled, intent::AddVisitWords, intent::CheckOutNow,
    intent::OpenFeedback, intent::RateActivity, intent::Rate, intent::UndoRating, intent::AddRatingWords,
    intent::SubmitWords, intent::SubmitPin, intent::Export, intent::StopExport, intent::ConfirmClock,
    intent::RenewLetters, intent::ChooseSetUp, intent::TakeSetUpWord, intent::SetUpNow,
    intent::OpenAdminPlace, intent::StepWeek, intent::StepClock, intent::SetClock, intent::CloseVisit, intent::FindSignUp, intent::RemoveSignUp,
    intent::StepEnd, intent::ChooseReason, intent::Correct,
    intent::StillHere> {
public:
    using variant::variant;
    Intent() noexcept;
    Intent(const Intent&);
    Intent(Intent&&) noexcept;
    Intent& operator=(const Intent&);
    Intent& operator=(Intent&&) noexcept;
    ~Intent();
};

}
