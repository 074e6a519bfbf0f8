#include "domain/chair_decision.hpp"

#include <algorithm>
#include <iterator>
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
            if (kiosk.is_retired) continue;  // what was on its way never arrives
            for (const auto& sign_up : kiosk.waiting())
                if (std::ranges::find(kiosk.on_the_way, sign_up.key) != kiosk.on_the_way.end()) add(sign_up.person);
        }
    }
    bool add(PersonId person) { return people_.insert(one_person_(person)).second; }
    bool has(PersonId person) const { return people_.contains(one_person_(person)); }

private:
    const OnePerson& one_person_;
    std::set<PersonId> people_;
};

}

int KioskChairs::held() const
{
    return is_retired ? promised() : held_by_one_machine() + held_by_other_machines;
}

int KioskChairs::promised() const
{
    int promised = places.promised();
    for (const auto& other : other_machines) promised += other.promised();
    return promised;
}

std::vector<PersonId> KioskChairs::people_with_a_place() const
{
    auto people = places.people_with_a_place();
    for (const auto& other : other_machines) std::ranges::copy(other.people_with_a_place(), std::back_inserter(people));
    return people;
}

std::vector<WaitingSignUp> KioskChairs::waiting() const
{
    auto all = places.waiting_in_order();
    for (const auto& other : other_machines) std::ranges::copy(other.waiting_in_order(), std::back_inserter(all));
    return all;
}

int KioskChairs::held_by_one_machine() const
{
    return std::max({places.chairs(), published + places.received(), by_another_history}) + static_cast<int>(on_the_way.size());
}

std::vector<WaitingSignUp> KioskChairs::waiting_without_chair() const
{
    if (is_retired) return {};
    auto waiting = this->waiting();
    std::erase_if(waiting, [&](const WaitingSignUp& sign_up) {
        return std::ranges::find(on_the_way, sign_up.key) != on_the_way.end() || std::ranges::find(erased, sign_up.person) != erased.end();
    });
    return waiting;
}

std::vector<WaitingAtKiosk> still_waiting(const std::vector<KioskChairs>& kiosks, const OnePerson& one_person)
{
    std::vector<DoubleSignUp> ignored;
    Seated seated{kiosks, one_person, ignored};
    auto waiting = waiting_over(kiosks);
    std::erase_if(waiting, [&](const WaitingAtKiosk& one) { return !seated.add(one.sign_up.person); });
    return waiting;
}

ChairDecision decide_chairs(int capacity, const std::vector<KioskChairs>& kiosks, MayGive may_give, const OnePerson& one_person)
{
    ChairDecision decision;
    int free = capacity;
    for (const auto& kiosk : kiosks) free -= kiosk.held();
    if (may_give == MayGive::nothing) free = 0;
    for (const auto& kiosk : kiosks) {
        if (kiosk.is_retired) {
            decision.allotments.push_back(0);
            continue;
        }
        const int beside = kiosk.places.received() + static_cast<int>(kiosk.on_the_way.size());
        const int held = kiosk.held_by_one_machine();
        const int more = std::clamp(kiosk.wanted + beside - held, 0, std::max(free, 0));
        const bool is_raised = kiosk.wanted + beside > held;
        decision.allotments.push_back(is_raised ? std::max(0, held + more - beside) : kiosk.wanted);
        free -= more;
    }
    if (may_give != MayGive::to_those_waiting) free = 0;
    Seated seated{kiosks, one_person, decision.doubles};
    int place_in_order = 0;
    for (const auto& waiting : waiting_over(kiosks)) {
        ++place_in_order;
        if (seated.has(waiting.sign_up.person)) {
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
