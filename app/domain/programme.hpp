// A programme as plain data: what the desk publishes for one kiosk. The desk reads it from a coordinator's spreadsheets,
// the exchange carries it, the store keeps it, the screens show it.
#pragma once

#include "domain/digest.hpp"
#include "domain/facts.hpp"
#include "domain/key_statement.hpp"
#include "domain/pass.hpp"
#include "domain/secret.hpp"

#include <vector>

namespace refectory {

enum class ActivityKind { lunch, seminar, forum, shadowing, research };
constexpr auto names_of(ActivityKind)
{
    return std::array<std::string_view, 5>{"lunch", "seminar", "forum", "shadowing", "research"};
}

enum class ActivityState { proposed, planned, moved, cancelled, held };
constexpr auto names_of(ActivityState)
{
    return std::array<std::string_view, 5>{"proposed", "planned", "moved", "cancelled", "held"};
}

enum class Role { practitioner, academic, admin };
constexpr auto names_of(Role) { return std::array<std::string_view, 3>{"practitioner", "academic", "admin"}; }

enum class Consent { not_needed, given, not_given };
constexpr auto names_of(Consent) { return std::array<std::string_view, 3>{"not needed", "given", "not given"}; }

template <class Enum>
std::string_view name_of(Enum value)
{
    return names_of(Enum{})[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> parse_name(std::string_view name)
{
    constexpr auto names = names_of(Enum{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

struct ProgrammeHeader {
    Origin desk;
    std::int64_t serial = 0;  // only goes up under one desk origin
    Instant issued_at;
    std::string kiosk;         // the code of the one kiosk it is for: MC-ADULTS
    std::string team;          // the team in whose office the kiosk stands: "Adults team"
    std::string organisation;  // "Medway Council"
    std::string site;          // "Gun Wharf"
    Instant desk_begun_at = {};  // of two desk origins the one that began later leads: a backup was put back
    std::string fingerprint = {};  // six words that tell this file from every other; the reader makes them
    std::optional<KeyStatement> keys = {};  // where the desk's keys have changed
};

struct Person {
    PersonId id;
    Role role = Role::practitioner;
    std::string name;          // as it is shown: "Dr Amara Okafor"
    std::string organisation;  // "University of Kent"
    std::string team;          // practitioners; empty for academics
    std::string post;          // "Senior lecturer"; may be empty
    std::vector<std::string> knows_about;  // the directory of interests; academics
    double full_time_equivalent = 1.0;
};

// Who may sign up: everybody, or the named teams and the listed people together.
struct Invitation {
    bool everybody = false;
    std::vector<std::string> teams;
    std::vector<PersonId> people;
};

struct Activity {
    ActivityId id;
    ActivityKind kind = ActivityKind::lunch;
    ActivityState state = ActivityState::planned;
    std::string reason;  // why it moved or was cancelled; empty otherwise
    std::string topic;
    std::string description;
    Instant starts, ends;
    std::string place;         // "The hub, floor 2"
    std::string place_detail;  // "Gun Wharf, step-free"
    std::optional<PersonId> academic;
    std::optional<PersonId> host;
    Invitation invited;
    int capacity = 0;   // chairs in the room, over all kiosks
    int allotment = 0;  // of these, the ones that this kiosk may promise
    std::vector<ObjectiveNumber> objectives;  // what the academic comes for
};

struct TimetableItem {
    ActivityId activity;
    Instant starts;
    std::string title;
    std::string detail;
    Consent consent = Consent::not_needed;  // of the service user, where one is met
};

// What both sides agreed for an activity, and when each was told.
struct Expectation {
    ActivityId activity;
    bool talk_wanted = false;
    std::string words;  // "A conversation, not a talk"
    std::optional<Date> agreed_on;
    std::optional<Date> team_told_on;
};

struct Objective {
    ObjectiveNumber number;
    std::string words;
};

struct ConfidentialityNote {
    std::int64_t version = 0;
    std::string words;
    std::string changed;  // what differs from the version before; may be empty
};

// Lets an academic without a pass check in: six digits, known to the desk and the academic, hashed here.
struct VisitCode {
    PersonId person;
    ActivityId activity;
    SecretHash code;
};

// Stands for a pass that cannot be scanned: eight letters that are printed on it, hashed here.
struct PassCode {
    Pass pass;
    SecretHash code;
};

// What the desk holds of one of this kiosk's origins: its facts up to this seq without a gap, its answers up to this parcel. The
// hash of that fact says of which history, where an origin was continued twice. There may be several for one origin. Where it is not
// whole the desk has that fact, but not all before it: it confirms nothing, and a kiosk that has another fact there, or none, was put back.
struct Receipt {
    Origin origin;
    std::int64_t facts_up_to = 0;
    Digest hash{};  // of the fact with that seq
    std::int64_t answers_up_to = 0;
    Instant at;     // when the kiosk wrote the parcel that brought them
    bool is_whole = true;
    std::optional<Origin> after = {};  // the origin that this one came after, as its first fact says
};

// A chair that the desk gave to a sign-up of this kiosk's.
struct GivenChair {
    ActivityId activity;
    FactKey sign_up;
    PersonId person;  // whose sign-up it is, by what the desk knows
    friend auto operator<=>(const GivenChair&, const GivenChair&) = default;
};

struct Programme {
    ProgrammeHeader header;
    std::vector<Activity> activities;
    std::vector<Person> people;
    std::vector<TimetableItem> timetable;
    std::vector<Expectation> expectations;
    std::vector<Objective> objectives;
    ConfidentialityNote note;
    std::vector<VisitCode> visit_codes;
    std::vector<PassCode> pass_codes;
    std::vector<PassNumber> passes_withdrawn;
    std::vector<PersonId> erased;
    std::vector<Receipt> receipts;
    // Of each of the kiosk's machines the origin that the desk knew it to go on with: its chairs are for those alone. Empty where the desk had
    // heard nothing: then they are for a kiosk that is new.
    std::vector<Origin> decided_for;
    std::vector<GivenChair> chairs_given;  // that the kiosk has not said yet that it received
};

}
