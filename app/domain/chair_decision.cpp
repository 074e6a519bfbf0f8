#include "domain/chair_decision.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>

namespace refectory {

namespace {

// Over all kiosks, in the one order; without those whose chair is on its way.
std::vector<WaitingAtKiosk> waiting_over(const std::vector<KioskChairs>& kiosks)
{
    std::vector<WaitingAtKiosk> all;
    for (const auto& kiosk : kiosks)
        for (auto& sign_up : kiosk.waiting_without_chair()) all.push_back({kiosk.kiosk, std::move(sign_up)});
    std::ranges::sort(all, {}, [](const WaitingAtKiosk& one) { return one.sign_up.turn; });
    return all;
}

// Who has a place already, and through which kiosk. Of those with two, the first kiosk counts.
class Seated {
public:
    Seated(const std::vector<KioskChairs>& kiosks, const OnePerson& one_person, std::vector<DoubleSignUp>& doubles) : one_person_(one_person)
    {
        for (const auto& kiosk : kiosks) {
            for (const auto& person : kiosk.people_with_a_place())
                if (!add(person)) doubles.push_back({kiosk.kiosk, person, true});
            for (const auto& sign_up : kiosk.waiting())
                if (std::ranges::find(kiosk.on_the_way, sign_up.sign_up()) != kiosk.on_the_way.end()) add(sign_up.person);
        }
    }
    bool add(PersonId person) { return people_.insert(one_person_(person)).second; }
    bool has(PersonId person) const { return people_.contains(one_person_(person)); }

private:
    const OnePerson& one_person_;
    std::set<PersonId> people_;
};

// Who waits where the promise was made gets the chair there; else the kiosk is told of the promise itself.
void tell_of_forgotten(const KioskChairs& kiosk, bool may_tell, std::vector<ForgottenPromise>& all)
{
    for (const auto& machine : kiosk.machines) {
        if (machine.is_gone) continue;  // what it promised stands, and it is told nothing
        const auto waiting = machine.places.waiting_in_order();
        for (const auto& promise : machine.forgotten) {
            const auto waits = std::ranges::find(waiting, promise.person, &WaitingSignUp::person);
            const auto sign_up = waits != waiting.end() ? waits->sign_up() : promise;
            const auto was_told = [&](const SignUpKey& key) { return std::ranges::find(kiosk.on_the_way, key) != kiosk.on_the_way.end(); };
            if (was_told(sign_up) || (machine.takes_up && was_told(promise))) continue;
            all.push_back({kiosk.kiosk, sign_up, may_tell && (waits != waiting.end() || machine.takes_up)});
        }
    }
}

// Chairs that an allotment takes beside those that the kiosk holds already.
int more_by(const KioskChairs& kiosk, int allotment)
{
    int more = 0;
    for (const auto& machine : kiosk.machines) more += std::max(0, machine.after(allotment) - machine.held());
    return more;
}

// Beside what is wanted by hand there are the chairs that came one by one, and promises that stand whatever is wanted.
bool fits(const KioskChairs& kiosk, int allotment)
{
    int after = 0, received = 0;
    for (const auto& machine : kiosk.machines) {
        after += machine.after_as_known(allotment);
        received += machine.places.received();
    }
    return after <= std::max(kiosk.wanted + received, kiosk.promised());
}

// `free` is nothing where it is not known.
int allotment_of(const KioskChairs& kiosk, std::optional<int> free)
{
    const auto is_there = [&](int allotment) {
        if (free) return more_by(kiosk, allotment) <= *free;
        return std::ranges::none_of(kiosk.machines, [&](const MachineChairs& machine) { return machine.gains_by(allotment); });
    };
    int allotment = std::max(0, kiosk.wanted) / kiosk.standing();
    while (allotment > 0 && !(fits(kiosk, allotment) && is_there(allotment))) --allotment;
    return allotment;
}

}

int ChairsByHistory::most() const
{
    return std::max(chairs, published + received) + beside;
}

int ChairsByHistory::after(int allotment) const
{
    return takes_programme ? std::max(allotment + received, promised) + beside : most();
}

ChairsByHistory MachineChairs::as_known() const
{
    return {places.chairs(), places.received(), places.promised(), static_cast<int>(forgotten.size()) + elsewhere, published};
}

std::vector<ChairsByHistory> MachineChairs::by_every_history() const
{
    auto all = otherwise;
    all.push_back(as_known());
    return all;
}

int MachineChairs::promised() const
{
    return places.promised() - erased + static_cast<int>(forgotten.size());
}

int MachineChairs::held() const
{
    if (is_gone) return promised() + (lacks_facts ? places.waiting() + places.left() : 0);
    return std::ranges::max(by_every_history() | std::views::transform(&ChairsByHistory::most));
}

int MachineChairs::after(int allotment) const
{
    return is_gone ? held() : std::ranges::max(by_every_history() | std::views::transform([=](const ChairsByHistory& chairs) { return chairs.after(allotment); }));
}

int MachineChairs::after_as_known(int allotment) const
{
    return is_gone ? held() : as_known().after(allotment);
}

bool MachineChairs::gains_by(int allotment) const
{
    return !is_gone && std::ranges::any_of(by_every_history(), [&](const ChairsByHistory& chairs) { return chairs.after(allotment) > chairs.most(); });
}

bool KioskChairs::is_gone() const
{
    return std::ranges::all_of(machines, &MachineChairs::is_gone);
}

int KioskChairs::standing() const
{
    return static_cast<int>(std::ranges::count(machines, false, &MachineChairs::is_gone));
}

int KioskChairs::held() const
{
    int held = 0;
    for (const auto& sign_up : on_the_way)
        if (!is_gone() && !has_forgotten(sign_up.person)) ++held;  // to one that is gone it never arrives
    for (const auto& machine : machines) held += machine.held();
    return held;
}

int KioskChairs::promised() const
{
    int promised = 0;
    for (const auto& machine : machines) promised += machine.promised();
    return promised;
}

int KioskChairs::held_by_gone() const
{
    int held = 0;
    for (const auto& machine : machines)
        if (machine.is_gone) held += machine.held();
    return held;
}

bool KioskChairs::has_several_histories() const
{
    return std::ranges::any_of(machines, [](const MachineChairs& machine) { return !machine.is_gone && (machine.elsewhere > 0 || (!machine.takes_up && !machine.otherwise.empty())); });
}

std::vector<PersonId> KioskChairs::people_with_a_place() const
{
    std::vector<PersonId> people;
    for (const auto& machine : machines) {
        std::ranges::copy(machine.places.people_with_a_place(), std::back_inserter(people));
        std::ranges::copy(machine.forgotten | std::views::transform(&SignUpKey::person), std::back_inserter(people));
    }
    return people;
}

std::vector<WaitingSignUp> KioskChairs::waiting() const
{
    std::vector<WaitingSignUp> all;
    for (const auto& machine : machines)
        if (!machine.is_gone) std::ranges::copy(machine.places.waiting_in_order(), std::back_inserter(all));
    return all;
}

std::vector<WaitingSignUp> KioskChairs::waiting_without_chair() const
{
    auto waiting = this->waiting();
    std::erase_if(waiting, [&](const WaitingSignUp& sign_up) {
        return std::ranges::find(on_the_way, sign_up.sign_up()) != on_the_way.end() || has_forgotten(sign_up.person) ||
               std::ranges::find(erased, sign_up.person) != erased.end();
    });
    return waiting;
}

// As the machine does: whoever has a chair on its way, or is told of a place that was forgotten, is seated by that.
void KioskChairs::add_seated(const MachineChairs& machine, int allotment, std::vector<SignUpKey>& seated) const
{
    if (machine.is_gone) return;
    auto free = allotment + machine.places.received() - machine.places.promised();
    for (const auto& waiting : machine.places.waiting_in_order()) {
        const bool comes_first = std::ranges::find(on_the_way, waiting.sign_up()) != on_the_way.end() || has_forgotten(waiting.person) ||
                                 std::ranges::find(erased, waiting.person) != erased.end();
        if (comes_first || free-- <= 0) continue;
        seated.push_back(waiting.sign_up());
    }
}

std::vector<SignUpKey> KioskChairs::seated_by(int allotment) const
{
    std::vector<SignUpKey> seated;
    for (const auto& machine : machines) add_seated(machine, allotment, seated);
    return seated;
}

std::vector<SignUpKey> KioskChairs::seated_by_newest() const
{
    std::vector<SignUpKey> seated;
    for (const auto& machine : machines) add_seated(machine, machine.newest, seated);
    return seated;
}

bool KioskChairs::has_forgotten(PersonId person) const
{
    return std::ranges::any_of(machines, [&](const MachineChairs& machine) {
        return !machine.is_gone && std::ranges::find(machine.forgotten, person, &SignUpKey::person) != machine.forgotten.end();
    });
}

Undecided undecided(const std::vector<KioskChairs>& kiosks, const OnePerson& one_person)
{
    Undecided open;
    Seated seated{kiosks, one_person, open.two_places};
    for (const auto& kiosk : kiosks)
        for (const auto& sign_up : kiosk.seated_by_newest()) seated.add(sign_up.person);
    open.waiting = waiting_over(kiosks);
    std::erase_if(open.waiting, [&](const WaitingAtKiosk& one) { return !seated.add(one.sign_up.person); });
    return open;
}

ChairDecision decide_chairs(int capacity, const std::vector<KioskChairs>& kiosks, MayGive may_give, const OnePerson& one_person)
{
    ChairDecision decision;
    int free = capacity;
    for (const auto& kiosk : kiosks) free -= kiosk.held();
    const bool is_known = free >= 0 && may_give != MayGive::nothing;
    for (const auto& kiosk : kiosks) {
        const int allotment = kiosk.is_gone() ? 0 : allotment_of(kiosk, is_known ? std::optional{free} : std::nullopt);
        decision.allotments.push_back(allotment);
        free -= more_by(kiosk, allotment);
    }
    if (may_give != MayGive::to_those_waiting) free = 0;
    for (const auto& kiosk : kiosks) tell_of_forgotten(kiosk, may_give != MayGive::nothing, decision.forgotten);
    Seated seated{kiosks, one_person, decision.doubles};
    std::set<SignUpKey> by_allotment;
    for (std::size_t i = 0; i < kiosks.size(); ++i)
        for (auto& sign_up : kiosks[i].seated_by(decision.allotments[i])) {
            seated.add(sign_up.person);
            by_allotment.insert(std::move(sign_up));
        }
    int place_in_order = 0;
    for (const auto& waiting : waiting_over(kiosks)) {
        ++place_in_order;
        if (by_allotment.contains(waiting.sign_up.sign_up())) {
            decision.by_allotment.push_back({waiting.kiosk, waiting.sign_up, place_in_order});
        } else if (seated.has(waiting.sign_up.person)) {
            decision.doubles.push_back({waiting.kiosk, waiting.sign_up.person, false});
        } else if (free > 0) {
            seated.add(waiting.sign_up.person);
            decision.gifts.push_back({waiting.kiosk, waiting.sign_up, place_in_order});
            --free;
        }
    }
    return decision;
}

}
