// The facts: what an origin records, each an immutable row. Every kind is a struct here with its table's name and a list of
// its fields; recording, hashing, exporting and collecting are all driven by that one list (fact_row.hpp), so a new kind
// is a struct here, its place in FactBody, and a migration that makes its table.
//
// Names and words are not here: they stand in erasable tables beside the facts (people, remarks).
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace refectory {

// What a number may be; a field that is given none may be any count (fact_row.cpp).
struct NumberRange {
    std::int64_t least = 0, most = largest_number;
};
inline constexpr NumberRange from_one{1, largest_number};
inline constexpr NumberRange times{0, to_milliseconds(end_of_time) - 1};
// Of one kiosk at one activity. A programme gives a thousand at most, but chairs given one by one come on top; and the desk
// adds up those of all kiosks.
inline constexpr NumberRange chair_counts{0, 100'000};

enum class ClockTrust { untrusted, trusted };

struct Spine {
    FactKey key;
    Instant at;        // the clock on the wall, in UTC
    Instant order_at;  // max(at, the origin's last trusted order_at + 1 ms): an origin's order is its own
    ClockTrust clock = ClockTrust::trusted;
    friend bool operator==(const Spine&, const Spine&) = default;
};

// Each enum's names are what the tables and the files hold.
enum class OriginReason { set_up, behind_mark, behind_receipt };
constexpr auto names_of(OriginReason) { return std::array<std::string_view, 3>{"set up", "behind mark", "behind receipt"}; }

enum class WithdrawalReason { by_person, erased, corrected };
constexpr auto names_of(WithdrawalReason) { return std::array<std::string_view, 3>{"by person", "erased", "corrected"}; }

enum class Means { pass, code, admin };
constexpr auto names_of(Means) { return std::array<std::string_view, 3>{"pass", "code", "admin"}; }

enum class Outcome { met, partly_met, not_met };
constexpr auto names_of(Outcome) { return std::array<std::string_view, 3>{"met", "partly met", "not met"}; }

enum class Face { very_useful, useful, not_very_useful, not_useful };
constexpr auto names_of(Face)
{
    return std::array<std::string_view, 4>{"very useful", "useful", "not very useful", "not useful"};
}

enum class RefusalReason {
    not_ours, damaged, not_yet_valid, expired, withdrawn, not_expected, already_in,
    wrong_letters, wrong_code, wrong_pin, not_invited, unknown_person
};
constexpr auto names_of(RefusalReason)
{
    return std::array<std::string_view, 12>{"not ours", "damaged", "not yet valid", "expired", "withdrawn", "not expected",
                                            "already in", "wrong letters", "wrong code", "wrong pin", "not invited",
                                            "unknown person"};
}

enum class AdminAction { pin_chosen, entered, letters_renewed };
constexpr auto names_of(AdminAction)
{
    return std::array<std::string_view, 3>{"pin chosen", "entered", "letters renewed"};
}

enum class Corrected { visit, sign_up, letters, same_person };
constexpr auto names_of(Corrected) { return std::array<std::string_view, 4>{"visit", "sign-up", "letters", "same person"}; }

// The first three are about a visit, the next three about a sign-up, the others about letters.
enum class CorrectionReason { forgotten, pass_failed, by_mistake, twice, wrong_person, asked_for, lost, seen };
constexpr auto names_of(CorrectionReason)
{
    return std::array<std::string_view, 8>{"forgotten", "pass failed", "by mistake", "twice", "wrong person", "asked for", "lost", "seen"};
}

// The first fact of an origin. `generation` counts the origins of one kiosk from 1.
struct OriginBegun {
    static constexpr std::string_view table = "origin_begun";
    std::string kiosk;
    std::int64_t generation = 1;
    std::optional<Origin> after;
    OriginReason reason = OriginReason::set_up;
    static void fields(auto& self, auto&& field)
    {
        field("kiosk", self.kiosk);
        field("generation", self.generation, from_one);
        field("after", self.after);
        field("reason", self.reason);
    }
};

struct ProgrammeApplied {
    static constexpr std::string_view table = "programme_applied";
    Origin desk;
    std::int64_t serial = 0;
    static void fields(auto& self, auto&& field)
    {
        field("desk", self.desk);
        field("serial", self.serial, from_one);
    }
};

// What a programme's allotment came to here: `chairs` may be promised from now on, of which `kept` were more than the
// programme gave because they were promised already; `released` are no longer this kiosk's and are the desk's to give.
struct AllotmentApplied {
    static constexpr std::string_view table = "allotment_applied";
    ActivityId activity;
    std::int64_t chairs = 0, kept = 0, released = 0;
    static void fields(auto& self, auto&& field)
    {
        field("activity", self.activity);
        field("chairs", self.chairs, chair_counts);
        field("kept", self.kept, chair_counts);
        field("released", self.released, chair_counts);
    }
};

// By the desk: one chair more for the kiosk at which the person waits. Until the kiosk says that it received the chair, the desk
// holds it to be the kiosk's.
struct ChairGiven {
    static constexpr std::string_view table = "chair_given";
    ActivityId activity;
    FactKey sign_up;
    PersonId person;
    static void fields(auto& self, auto&& field)
    {
        field("activity", self.activity);
        field("sign_up", self.sign_up);
        field("person", self.person);
    }
};

// At the kiosk: there is one chair more from now on, and the sign-up that the desk gave it to has it, where it still waits.
struct ChairReceived {
    static constexpr std::string_view table = "chair_received";
    ActivityId activity;
    FactKey sign_up;
    static void fields(auto& self, auto&& field)
    {
        field("activity", self.activity);
        field("sign_up", self.sign_up);
    }
};

// At a kiosk whose disk was put back, or ran twice: the sign-ups to the activity that this history of it knows follow, and it knows
// of no others. Whom it promised a place in what it lost is known to the desk alone, where that was collected in time.
struct PlacesToldAnew {
    static constexpr std::string_view table = "places_told_anew";
    ActivityId activity;
    static void fields(auto& self, auto&& field) { field("activity", self.activity); }
};

// A given place is one by a chair that came from the desk for that sign-up.
enum class KeptAs { place, given_place, waiting, taken_up };
constexpr auto names_of(KeptAs) { return std::array<std::string_view, 4>{"place", "given place", "waiting", "taken up"}; }

// One of the sign-ups that are told anew; or, later and by itself, a promise that was lost and that the desk told the kiosk of, which takes
// it up. A place comes with its chair.
struct StandingKept {
    static constexpr std::string_view table = "standing_kept";
    ActivityId activity;
    FactKey sign_up;
    PersonId person;
    KeptAs standing = KeptAs::place;
    std::optional<std::int64_t> order_at;  // of one who waits, in UTC milliseconds; none where its clock was not to be trusted
    static void fields(auto& self, auto&& field)
    {
        field("activity", self.activity);
        field("sign_up", self.sign_up);
        field("person", self.person);
        field("standing", self.standing);
        field("order_at", self.order_at, times);
    }
};

// By the desk: programmes with that serial may be on their way from now on. A desk that forgot this was put back from a backup.
struct ProgrammePublished {
    static constexpr std::string_view table = "programme_published";
    std::int64_t serial = 0;
    static void fields(auto& self, auto&& field) { field("serial", self.serial, from_one); }
};

// By the desk: the coordinator said something that is kept elsewhere, a pass or a kiosk or that a machine is gone. Likewise.
struct DeskChanged {
    static constexpr std::string_view table = "desk_changed";
    static void fields(auto&, auto&&) {}
};

// By the desk: two numbers are one person.
struct SamePerson {
    static constexpr std::string_view table = "same_person";
    PersonId person, same_as;
    static void fields(auto& self, auto&& field)
    {
        field("person", self.person);
        field("same_as", self.same_as);
    }
};

struct PersonAdded {
    static constexpr std::string_view table = "person_added";
    PersonId person;
    static void fields(auto& self, auto&& field) { field("person", self.person); }
};

struct LettersGiven {
    static constexpr std::string_view table = "letters_given";
    PersonId person;
    static void fields(auto& self, auto&& field) { field("person", self.person); }
};

struct SignUp {
    static constexpr std::string_view table = "sign_up";
    ActivityId activity;
    PersonId person;
    static void fields(auto& self, auto&& field)
    {
        field("activity", self.activity);
        field("person", self.person);
    }
};

struct Withdrawal {
    static constexpr std::string_view table = "withdrawal";
    FactKey sign_up;
    ActivityId activity;
    PersonId person;
    WithdrawalReason reason = WithdrawalReason::by_person;
    static void fields(auto& self, auto&& field)
    {
        field("sign_up", self.sign_up);
        field("activity", self.activity);
        field("person", self.person);
        field("reason", self.reason);
    }
};

// A check-in is the beginning of a visit, and its key is the visit's. `activity` is what the academic was expected for;
// without one the visit is unscheduled.
struct CheckIn {
    static constexpr std::string_view table = "check_in";
    PersonId person;
    std::optional<ActivityId> activity;
    Means means = Means::pass;
    std::optional<PassNumber> pass;
    std::int64_t note_version = 0;  // of the confidentiality note that was accepted
    static void fields(auto& self, auto&& field)
    {
        field("person", self.person);
        field("activity", self.activity);
        field("means", self.means);
        field("pass", self.pass);
        field("note_version", self.note_version);
    }
};

struct CheckOut {
    static constexpr std::string_view table = "check_out";
    FactKey visit;
    PersonId person;
    Means means = Means::pass;
    static void fields(auto& self, auto&& field)
    {
        field("visit", self.visit);
        field("person", self.person);
        field("means", self.means);
    }
};

struct ObjectiveOutcome {
    static constexpr std::string_view table = "objective_outcome";
    FactKey visit;
    ObjectiveNumber objective;
    Outcome outcome = Outcome::met;
    static void fields(auto& self, auto&& field)
    {
        field("visit", self.visit);
        field("objective", self.objective);
        field("outcome", self.outcome);
    }
};

// What the academic said of the visit; the words, where there are any, are the remark with this fact's key.
struct VisitFeedback {
    static constexpr std::string_view table = "visit_feedback";
    FactKey visit;
    std::optional<Face> face;
    bool has_words = false;
    bool may_be_quoted = false;
    static void fields(auto& self, auto&& field)
    {
        field("visit", self.visit);
        field("face", self.face);
        field("has_words", self.has_words);
        field("may_be_quoted", self.may_be_quoted);
    }
};

// Who or what was turned away, and why; never what was scanned or typed. Repeats of one refusal are one row.
struct Refusal {
    static constexpr std::string_view table = "refusal";
    RefusalReason reason = RefusalReason::not_ours;
    std::optional<PersonId> person;
    std::optional<PassNumber> pass;
    static void fields(auto& self, auto&& field)
    {
        field("reason", self.reason);
        field("person", self.person);
        field("pass", self.pass);
    }
};

struct Erasure {
    static constexpr std::string_view table = "erasure";
    PersonId person;
    static void fields(auto& self, auto&& field) { field("person", self.person); }
};

// What an admin put right, and why. A visit ended at that moment; a sign-up is withdrawn beside this; the fact of letters is the
// one that gave the new ones.
struct Correction {
    static constexpr std::string_view table = "correction";
    Corrected what = Corrected::visit;
    FactKey fact;
    std::optional<std::int64_t> ended_at;  // in UTC milliseconds
    CorrectionReason reason = CorrectionReason::forgotten;
    static void fields(auto& self, auto&& field)
    {
        field("what", self.what);
        field("fact", self.fact);
        field("ended_at", self.ended_at, times);
        field("reason", self.reason);
    }
};

struct ClockConfirmed {
    static constexpr std::string_view table = "clock_confirmed";
    static void fields(auto&, auto&&) {}
};

struct AdminEntry {
    static constexpr std::string_view table = "admin_entry";
    AdminAction action = AdminAction::entered;
    std::optional<PersonId> person;
    static void fields(auto& self, auto&& field)
    {
        field("action", self.action);
        field("person", self.person);
    }
};

// A parcel that stands whole and checked on a stick: it held this origin's facts up to `facts_up_to`.
struct ParcelWritten {
    static constexpr std::string_view table = "parcel_written";
    std::int64_t parcel = 0;
    std::int64_t facts_up_to = 0;
    std::int64_t answers = 0;
    static void fields(auto& self, auto&& field)
    {
        field("parcel", self.parcel, from_one);
        field("facts_up_to", self.facts_up_to);
        field("answers", self.answers);
    }
};

using FactBody = std::variant<OriginBegun, ProgrammeApplied, AllotmentApplied, PersonAdded, LettersGiven, SignUp, Withdrawal,
                              CheckIn, CheckOut, ObjectiveOutcome, VisitFeedback, Refusal, Erasure, ClockConfirmed,
                              AdminEntry, ParcelWritten, ChairGiven, ChairReceived, SamePerson,
                              ProgrammePublished, Correction, PlacesToldAnew, StandingKept, DeskChanged>;

// Whether a kiosk records such facts; the others are the desk's alone.
bool is_of_a_kiosk(std::string_view table);

// Rows about the exchange and the admin's own doings travel too, but nobody waits for them to reach the desk.
bool counts_as_waiting(std::string_view table);

}
