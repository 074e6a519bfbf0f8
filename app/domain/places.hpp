// Who has a place and who waits: the one rule, used by the kiosk, the desk and the tests.
//
// A kiosk promises only chairs of its own allotment, and a promise stands: it ends by a withdrawal and by nothing else.
// So the places of one kiosk are what its facts of one activity come to when they are applied in the order in which they
// were recorded. A chair that comes free goes to the first who waits, in the order (order_at, origin, seq), those whose
// clock was not to be trusted after the others.
//
// A kiosk whose disk was put back tells anew what it knows. What it promised in what it lost stands as well: to the desk, which was told
// of it, such a promise is one that the kiosk has forgotten. It ends by a withdrawal of that person's that knew of it: by any in the same history,
// and by a later one in another. What was given up in one history may have been promised in another since.
#pragma once

#include "domain/facts.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace refectory {

// Who comes before whom: those whose clock was trusted, by it; the others after them, by the order of recording.
using Turn = std::tuple<bool, Instant, Origin, std::int64_t>;  // not trusted, order_at, origin, seq
Turn turn_of(const Spine& spine);

// Where a disk was put back, two people's sign-ups may have one number.
struct SignUpKey {
    FactKey key;
    PersonId person;
    friend auto operator<=>(const SignUpKey&, const SignUpKey&) = default;
};

// That a sign-up stands, as one fact says it: the sign-up itself, or one that tells it anew.
struct StandsBy {
    SignUpKey sign_up;
    FactKey fact;
    Instant at;
    ClockTrust clock = ClockTrust::untrusted;
    friend auto operator<=>(const StandsBy&, const StandsBy&) = default;
};

struct WaitingSignUp {
    Turn turn;
    FactKey key;
    PersonId person;
    SignUpKey sign_up() const { return {key, person}; }
};

struct HasPlace {};
struct Waits { int number = 1; };  // 1 is the next to get a chair
using Standing = std::variant<HasPlace, Waits>;

class Places {
public:
    // A second sign-up of a person who has not withdrawn changes nothing. It comes of a disk that was put back to before the first;
    // whoever withdraws it withdraws the first.
    void signed_up(const Spine& spine, PersonId person);
    void withdrew(const Spine& spine, const SignUpKey& sign_up);
    // Fewer chairs than are promised come to as many as are promised.
    void allotted(std::int64_t chairs);
    // One chair more, for that sign-up; where it was withdrawn, for the first who waits. Where it has a place already there is no chair
    // more: what it came to is the allotment's matter, for the desk may have meant that very place.
    void received(const FactKey& sign_up);
    // From here on the kiosk knows of nothing before.
    void begun_anew();
    // Another history of the same kiosk, which it may have gone on from: what was promised by that stands as well, and a promise that
    // was given up there has ended.
    void remember(const Places& other);
    // Of one origin that was continued twice: what stands here has not ended, whatever was remembered of the other way.
    void stands_here();
    // A place comes with its chair; who has one already gets no second. `turn` is of one who waits.
    void kept(const Spine& spine, const SignUpKey& sign_up, KeptAs standing, const Turn& turn);

    int chairs() const { return chairs_; }
    int promised() const { return static_cast<int>(promised_.size()); }
    int left() const { return chairs_ - promised(); }
    int waiting() const { return static_cast<int>(waiting_.size()); }
    int received() const;  // chairs that came one by one and that those they were given to still have
    std::vector<WaitingSignUp> waiting_in_order() const;
    std::vector<PersonId> people_with_a_place() const;  // that the kiosk knows of
    std::vector<StandingKept> standings(const ActivityId& activity) const;  // as a kiosk tells them anew
    std::vector<SignUpKey> forgotten() const;  // promises that the kiosk does not know of, one a person: each has a chair beside those of the kiosk
    bool has_forgotten(const SignUpKey& promise) const;
    // A chair that it got for that sign-up is one that the kiosk does not know of any more.
    bool lacks_chair(const SignUpKey& sign_up) const;

    std::optional<Standing> standing_of(PersonId person) const;
    std::optional<FactKey> sign_up_of(PersonId person) const;

private:
    bool has_place(PersonId person) const;
    void take_from_waiting(const SignUpKey& sign_up);
    void seat_those_waiting();
    void hear_of(const StandsBy& promise);
    bool has_ended(const StandsBy& promise) const;
    void end(const StandsBy& promise);

    int chairs_ = 0;
    std::set<SignUpKey> received_;
    std::map<SignUpKey, SignUpKey> again_;  // second sign-ups, and the one that counts
    std::set<SignUpKey> promised_;
    std::map<Turn, PersonId> waiting_;
    std::map<SignUpKey, StandsBy> stands_by_;  // of all who have a place or wait
    enum class Of { this_history, another };
    std::map<StandsBy, Of> forgotten_;         // also of those who have a place again
    std::vector<StandsBy> ended_;              // in their order; there may be thousands, and each page's view copies them
};

}
