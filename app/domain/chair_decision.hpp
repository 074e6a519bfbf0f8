// What the desk decides about one activity's chairs: how many each kiosk may promise from now on, and who of those waiting gets one
// of the chairs that nobody holds. Kiosks cannot talk, so a chair counts as a kiosk's until the kiosk itself has said otherwise.
#pragma once

#include "domain/one_person.hpp"
#include "domain/places.hpp"

#include <string>

namespace refectory {

// What a machine has by one of the histories that it may go on with: a disk that was put back, or ran twice, has several.
struct ChairsByHistory {
    int chairs = 0, received = 0, promised = 0;
    int beside = 0;     // chairs by its other histories: those promised there, and empty ones where another computer may still run
    int published = 0;  // the most that a programme gave by hand which it may still apply
    bool takes_programme = true;  // what is published now is decided for it; else it lets go of its empty chairs by that

    int most() const;  // that it may have: it may apply that as well
    int after(int allotment) const;
};

// Promises by itself. A kiosk has several where its set-up file was used again, and what a programme brings comes to each of them.
struct MachineChairs {
    Places places;                // what its facts come to, by the history that it goes on with as far as can be known
    int published = 0;            // the most that a programme gave the kiosk by hand which this machine may still apply, by that history
    bool is_gone = false;         // it promises nothing more: what it has promised stands
    bool lacks_facts = false;     // of one that is gone: who seems to wait there may have been promised a chair, and one that seems left have gone to whoever
    int erased = 0;               // of one that is gone: who has a place there and was erased, for it hears of that no more
    int elsewhere = 0;            // chairs that are empty in another computer with its disk, which may still run
    std::vector<SignUpKey> forgotten = {};  // promises that it does not know of, its disk being put back; without those erased
    bool takes_up = false;        // what it has forgotten, when it is told: not where it may go on from another of its histories
    std::vector<ChairsByHistory> otherwise = {};  // what it has by each history, where it has several
    int newest = 0;               // what the last programme gives it by hand, where that is for its history

    int promised() const;
    int held() const;             // the most that it may have, without chairs on their way
    int after(int allotment) const;  // the most that it may come to have by a programme with that
    int after_as_known(int allotment) const;  // by the history that it goes on with as far as can be known
    bool gains_by(int allotment) const;  // comes to more than it may have already, by a history that it may go on with
private:
    ChairsByHistory as_known() const;
    std::vector<ChairsByHistory> by_every_history() const;
};

// One kiosk's part in an activity, as far as the desk knows.
struct KioskChairs {
    std::string kiosk;
    int wanted = 0;                       // by the coordinator's hand, for all its machines together
    std::vector<MachineChairs> machines;  // one at least
    std::vector<SignUpKey> on_the_way;    // that were given a chair which it has not said yet that it received
    std::vector<PersonId> erased;         // of those who wait: the kiosk lets them go with its next programme

    bool is_gone() const;                 // for good, with all its machines
    int standing() const;                 // machines that are not gone
    // Chairs that it holds, or may come to hold through what was published.
    int held() const;
    int promised() const;
    int held_by_gone() const;
    bool has_several_histories() const;   // a machine that stands
    std::vector<PersonId> people_with_a_place() const;
    std::vector<WaitingSignUp> waiting() const;  // at machines that are not gone
    // Who waits and will have a place by that allotment.
    std::vector<SignUpKey> seated_by(int allotment) const;
    std::vector<SignUpKey> seated_by_newest() const;
    // Who waits here, has no chair on its way and was not erased.
    std::vector<WaitingSignUp> waiting_without_chair() const;
    bool has_forgotten(PersonId person) const;  // by a machine that is not gone

private:
    void add_seated(const MachineChairs& machine, int allotment, std::vector<SignUpKey>& seated) const;
};

struct ChairGift {
    std::string kiosk;
    WaitingSignUp sign_up;
    int place_in_order = 1;  // among all who waited at that moment; 1 is the first
};

// Its chair is kept, and the kiosk is told of it where it can take it up, or where the person waits there by now.
struct ForgottenPromise {
    std::string kiosk;
    SignUpKey sign_up;  // to tell the kiosk of
    bool is_told = false;
};

// The person has a place, or a chair on its way, through another kiosk or under another number.
struct DoubleSignUp {
    std::string kiosk;
    PersonId person;
    bool has_place_here = false;
};

struct ChairDecision {
    // By hand, a kiosk each, in the order of those given: as wanted, or as much as is free; where kiosks may hold more than there is, or it
    // is not known what they hold, none gains any. Each of a kiosk's machines takes it, so that
    // where several stand it is a part of what is wanted, and what it does not come out even by is the desk's.
    std::vector<int> allotments;
    // Whom their kiosk seats when it takes that allotment, so that no chair is given to them.
    std::vector<ChairGift> by_allotment;
    std::vector<ChairGift> gifts;
    std::vector<ForgottenPromise> forgotten;
    std::vector<DoubleSignUp> doubles;
};

struct WaitingAtKiosk {
    std::string kiosk;
    WaitingSignUp sign_up;
};
// What is still to be decided when the last programme has been applied.
struct Undecided {
    std::vector<WaitingAtKiosk> waiting;    // in the one order, each person once: without a place or a chair on its way, under any number
    std::vector<DoubleSignUp> two_places;
};
Undecided undecided(const std::vector<KioskChairs>& kiosks, const OnePerson& one_person);

enum class MayGive {
    to_those_waiting,
    by_hand_alone,  // it does not take place, or not yet
    nothing         // not all that kiosks may hold is known
};
ChairDecision decide_chairs(int capacity, const std::vector<KioskChairs>& kiosks, MayGive may_give, const OnePerson& one_person);

}
