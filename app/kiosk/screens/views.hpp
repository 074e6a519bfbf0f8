// What each page may know: plain words, made once a change by the kiosk. And what was typed on it and not yet submitted.
// Nothing here refers to the store, the clock or a device.
#pragma once

#include "domain/programme.hpp"
#include "kiosk/widgets/keyboard.hpp"

#include <optional>
#include <string>
#include <vector>

namespace refectory {

// The band on top of every page.
struct BandView {
    std::string title, subtitle;  // the team and the place of the kiosk
    std::string date, clock;
};

struct ActivityCardView {
    ActivityId activity;
    ActivityKind kind = ActivityKind::lunch;
    std::string topic, academic, organisation, when, place, soon;
    std::string state;   // "Moved", "Cancelled" or empty
    std::string reason;
    int chairs = 0, taken = 0, left = 0, waiting = 0;
    bool open = false;   // whether it can be signed up for
    bool cancelled = false;
    bool over = false;
};

struct DayView {
    std::string name;  // "Today", "Wed"
    std::string number;
    bool today = false;
    struct Item { ActivityId activity; ActivityKind kind; std::string words; bool cancelled; };
    std::vector<Item> items;
    int more = 0;
};

// The corner that admins hold: whether a finger is on it.
struct WelcomeDraft { bool corner_held = false; };
struct WelcomeView {
    std::optional<ActivityCardView> next;
    std::vector<DayView> days;
    struct Changed { std::string what, reason; };
    std::optional<Changed> changed;  // one that was moved or cancelled after people signed up here
    bool feedback_open = false;
};

struct ActivitiesView { std::vector<ActivityCardView> cards; };
struct ListDraft { std::size_t first = 0; };  // of a list that is longer than its page

struct ActivityView {
    ActivityCardView card;
    std::string description, length, countdown, place_detail;  // "in 38 minutes"; empty where it is not soon
    std::string expectation, agreed;
    std::string academic_post, academic_organisation, academic_initials;
    std::vector<std::string> knows_about;
    int questions = 0;
};

struct FoundPerson { PersonId person; std::string name, team; };

// Why somebody types a name: each reason has its own list behind it.
enum class WhoFor { sign_up, own_sign_ups, visit, new_letters, correction };
struct WhoView {
    WhoFor reason = WhoFor::sign_up;
    std::vector<FoundPerson> found;
    bool searched = false;  // three letters or more were typed
    std::string retention = {};  // how long a name is kept
};
struct TypingDraft {
    std::string text;
    ui::KeyboardState keyboard;
};

struct AddMeView {
    std::vector<std::string> teams;
    std::string problem;
    std::string retention;
};
struct AddMeDraft {
    TypingDraft name;
    std::optional<std::size_t> team;
    std::size_t teams_page = 0;  // of more teams than there is room for
};

struct ConfirmView {
    std::string name, team, topic, when, place, place_detail;
    bool has_moved = false;  // while it was read
    bool gets_letters = false;
    std::string retention;  // of a name that was typed here; empty of one that the programme lists
    bool can_change = true;
};

struct DoneView {
    bool has_place = true;
    int waiting_number = 0;
    std::string topic, when, place, reason;
    std::string letters;   // given just now, or empty
    std::string calendar;  // the text of the QR calendar entry
    std::string ask;       // the words of the button
};

struct SecretView {
    std::string title, hint, problem;
    std::size_t length = 4;
    enum class Pad { letters, digits, either } pad = Pad::letters;
    std::size_t letters_length = 0;  // of the pad that has either: `length` is then that of the digits
    bool masked = false;
    bool can_go_back = true;
};
struct SecretDraft {
    std::string typed;
    ui::KeyboardState keyboard;
};

struct OwnSignUpView {
    ActivityCardView card;
    bool has_place = true;
    int waiting_number = 0;
};
struct MineView {
    std::string greeting;
    std::vector<OwnSignUpView> sign_ups;
};

// A page of words to be written: a question, a reason, a visitor's remark.
struct WritingView {
    std::string title, hint, button, problem;
    std::size_t limit = 400;  // code points
};


// A page that says one thing, and at most asks for one: done, refused, or a yes or no before something is given up.
struct MessageView {
    enum class Tone { confirmation, information, refusal } tone = Tone::information;
    std::string title, words;
    std::string primary, secondary;  // the words of the buttons; the second may be empty
    bool closes = true;              // by itself, after a while
    bool of_admin = false;
    struct Labelled { std::string label, words; };
    std::vector<Labelled> labelled;  // what is to be compared with something, a line each
};

// Visits
struct TimetableView { std::string time, title, detail; Consent consent = Consent::not_needed; };
struct VisitView {
    std::string greeting, day;
    std::vector<TimetableView> timetable;
    std::string talk, talk_detail, expectation;
    std::string host, place;
    std::string note, note_changed;
    std::vector<std::string> questions;
    std::string hours_given;
    bool scheduled = true;
    std::string problem;
};
struct VisitDraft { bool agreed = false; };

struct CheckOutView {
    std::string title, given;
    std::vector<Objective> objectives;
};
struct CheckOutDraft {
    std::vector<std::optional<Outcome>> outcomes;
    std::optional<Face> face;
    std::string words;
    bool may_be_quoted = false;
};

// First start
struct FirstStartView {
    std::vector<std::string> kiosks;  // of whose set-up files one is to be chosen
    std::string problem;              // a stick is in and has none
    bool after_damage = false;        // it was set up before, and lost all that it had
};
struct SetUpWordsView {
    std::string kiosk;
    std::string word;     // of the list, which is typed far enough to be it
    std::string problem;
    std::size_t count = 6;
};
struct SetUpWordsDraft {
    TypingDraft typing;
    std::vector<std::string> words;  // that have been taken
    bool whole(const SetUpWordsView& view) const { return words.size() == view.count; }
};

// Admin
struct AdminRowView {
    enum class About { visitors, exported, confirmed, programme, clock, kiosk } about = About::kiosk;
    std::string title, detail;
    bool wants_attention = false;
};
struct AdminView {
    std::string waiting;              // "47 facts and 12 answers"; what the desk does not have yet
    std::vector<std::string> sticks;  // that are in, each by what can be done with it
    std::vector<std::string> stick_problems;  // why others that are in will not do, or not for all
    std::vector<AdminRowView> rows;
    std::string fingerprint;          // of the programme that runs; empty where it has none
    int stays_seconds = 0;
};
struct ExportingView {
    std::string title, counts, stage, far;  // far: how many bytes, and how long it will take
    float done = 0;  // of 1
    bool stopping = false, can_stop = true;
};

// Feedback
struct FeedbackListView { std::vector<ActivityCardView> cards; };
struct FacesView { ActivityCardView card; };
struct RatedView { Face face = Face::useful; int undo_seconds = 0; bool has_words = false; };

}
