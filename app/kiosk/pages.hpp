// The page that is open: what it is about, its view and its draft. Closing a page forgets all three.
#pragma once

#include "domain/time_and_place.hpp"
#include "exchange/setup_file.hpp"
#include "kiosk/screens/admin_views.hpp"
#include "kiosk/screens/views.hpp"
#include "kiosk/sticks.hpp"
#include "store/visits.hpp"

#include <variant>

namespace refectory::page {

struct Welcome { WelcomeView view; WelcomeDraft draft; };

// Sign-up
struct Activities { ActivitiesView view; ListDraft draft; };
struct OneActivity { ActivityId activity; ActivityView view; };
struct Who {
    WhoFor reason = WhoFor::sign_up;
    std::optional<ActivityId> activity;  // what is signed up for
    WhoView view;
    TypingDraft draft;
};
struct AddMe { ActivityId activity; AddMeView view; AddMeDraft draft; };
struct NewPerson { std::string name, team; };
struct Confirm {
    ActivityId activity;
    TimeAndPlace time_and_place;  // as the page says it
    std::variant<PersonId, NewPerson> who;
    ConfirmView view;
    std::optional<Instant> changed_at = {};  // while it was open
};
struct Done { ActivityId activity; DoneView view; };
struct Letters { PersonId person; SecretView view; SecretDraft draft; };
struct Mine { PersonId person; MineView view; ListDraft draft; };
struct ConfirmCancel { PersonId person; ActivityId activity; MessageView view; };
struct ConfirmErase { PersonId person; MessageView view; };
struct Question { ActivityId activity; WritingView view; TypingDraft draft; };

// Visits
struct Visiting {};
struct Code {
    PersonId person;
    std::optional<ActivityId> activity;  // whose visit code it is; none where nothing is expected today
    SecretView view;
    SecretDraft draft;
};
struct PassProblem {
    MessageView view;
    std::optional<PersonId> person;      // may check in all the same
    std::optional<PassNumber> pass;
};
struct Visit {
    PersonId person;
    std::optional<ActivityId> activity;
    Means means = Means::pass;
    std::optional<PassNumber> pass;
    std::int64_t note_version = 0;
    VisitView view;
    VisitDraft draft;
};
struct CheckOut {
    PersonId person;
    FactKey visit;
    Means means = Means::pass;
    CheckOutView view;
    CheckOutDraft draft;
};
struct VisitWords { WritingView view; TypingDraft draft; };

// First start
struct FirstStart { std::vector<FoundSetup> found; FirstStartView view; };
struct SetUpWords { FoundSetup setup; SetUpWordsView view; SetUpWordsDraft draft; };

// Admin
enum class ChosenBy { whoever_sets_up, admin };
struct ChoosePin {
    ChosenBy by = ChosenBy::whoever_sets_up;
    std::string first;  // what was chosen, to be typed once more; empty on the first of the two pages
    SecretView view;
    SecretDraft draft;
};
struct AdminPin { SecretView view; SecretDraft draft; };
struct Admin { std::vector<Stick> sticks; AdminView view; };
struct Exporting { milliseconds began{}; ExportingView view; };
struct Today { TodayView view; };
struct FireList { FireListView view; };
struct Week { int weeks_ago = 0; WeekView view; };
struct FeedbackFigures { FeedbackFiguresView view; FeedbackFiguresDraft draft; };
struct Left { LeftView view; };
struct ThisKiosk { ThisKioskView view; };
struct Clock {
    std::optional<LocalTime> chosen;  // none: as it is
    std::optional<Date> warned_of{};  // a day far ahead, to be asked for once more
    std::string problem;
    ClockView view;
};

// Corrections
struct Corrections { std::vector<VisitNow> open; CorrectionsView view; ListDraft draft; };
struct SignUpsOf { PersonId person; SignUpsOfView view; ListDraft draft; };
struct VisitToClose { VisitNow visit; Instant ended{}; };
struct SignUpToRemove { ActivityId activity; PersonId person; };
struct LettersToRenew { PersonId person; };
struct Correct { std::variant<VisitToClose, SignUpToRemove, LettersToRenew> what; CorrectView view; };

// Feedback
struct FeedbackList { FeedbackListView view; ListDraft draft; };
struct Faces { ActivityId activity; FacesView view; };
struct Rated {
    ActivityId activity;
    Bytes answer;  // the key of what was recorded, only as long as this page is open
    RatedView view;
};
struct RatingWords { Bytes answer; WritingView view; TypingDraft draft; };

struct Message { MessageView view; };

}

namespace refectory {

// Compiled once, as an Intent is.
class PageState : public
    std::variant<page::Welcome, page::Activities, page::OneActivity, page::Who, page::AddMe, page::Confirm, page::Done,
                 page::Letters, page::Mine, page::ConfirmCancel, page::ConfirmErase, page::Question, page::Visiting,
                 page::Code, page::PassProblem, page::Visit, page::CheckOut, page::VisitWords, page::FeedbackList,
                 page::Faces, page::Rated, page::RatingWords, page::ChoosePin, page::AdminPin, page::Admin, page::Exporting,
                 page::FirstStart, page::SetUpWords, page::Today, page::FireList, page::Week,
                 page::FeedbackFigures, page::Left, page::ThisKiosk, page::Clock, page::Corrections, page::SignUpsOf, page::Correct,
                 page::Message> {
public:
    using variant::variant;
    PageState(const PageState&);
    PageState(PageState&&) noexcept;
    PageState& operator=(const PageState&);
    PageState& operator=(PageState&&) noexcept;
    ~PageState();
};

}
