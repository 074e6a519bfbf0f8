// Who has a place and who waits: the one rule, used by the kiosk, the desk and the tests.
//
// A kiosk promises only chairs of its own allotment, and a promise stands: it ends by a withdrawal and by nothing else.
// So the places of one kiosk are what its facts of one activity come to when they are applied in the order in which they
// were recorded. A chair that comes free goes to the first who waits, in the order (order_at, origin, seq), those whose
// clock was not to be trusted after the others.
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

struct WaitingSignUp {
    Turn turn;
    FactKey key;
    PersonId person;
};

struct HasPlace {};
struct Waits { int number = 1; };  // 1 is the next to get a chair
using Standing = std::variant<HasPlace, Waits>;

class Places {
public:
    // A second sign-up of a person who has not withdrawn changes nothing. It comes of a disk that was put back to before the first;
    // whoever withdraws it withdraws the first.
    void signed_up(const Spine& spine, PersonId person);
    void withdrew(const FactKey& sign_up);
    // Fewer chairs than are promised come to as many as are promised.
    void allotted(std::int64_t chairs);
    // One chair more, for that sign-up; where it no longer waits, for the first who does.
    void received(const FactKey& sign_up);

    int chairs() const { return chairs_; }
    int promised() const { return static_cast<int>(promised_.size()); }
    int left() const { return chairs_ - promised(); }
    int waiting() const { return static_cast<int>(waiting_.size()); }
    int received() const;  // chairs that came one by one and that those they were given to still have
    std::vector<WaitingSignUp> waiting_in_order() const;
    std::vector<PersonId> people_with_a_place() const;

    std::optional<Standing> standing_of(PersonId person) const;
    std::optional<FactKey> sign_up_of(PersonId person) const;

private:
    void seat_those_waiting();

    int chairs_ = 0;
    std::set<FactKey> received_;
    std::map<FactKey, FactKey> again_;  // second sign-ups, and the one that counts
    std::map<FactKey, PersonId> promised_;
    std::map<Turn, PersonId> waiting_;
};

}
