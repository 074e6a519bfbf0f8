// Properties of merging over histories that are made at random and, where one breaks them, made as small as can be.
#include "desk_in_test.hpp"
#include "domain/chair_decision.hpp"
#include "random_history.hpp"

#include <rapidcheck.h>

#include <set>

using namespace refectory;

namespace {

using Parcels = std::vector<MadeParcel>;

Digest sum_of(const MadeParcel& parcel)
{
    return sha256(bytes_of(parcel_file_name(parcel.header)));
}

std::string collected(const Parcels& parcels)
{
    DeskInTest desk;
    for (const auto& parcel : parcels) RC_ASSERT(collect_rows(*desk.database, parcel, sum_of(parcel), noon));
    return desk.says();
}

Parcels operator+(Parcels some, const Parcels& others)
{
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

// Two sets of one history's parcels; a parcel may be in both or in neither.
std::pair<Parcels, Parcels> two_sets()
{
    Parcels one, other;
    for (const auto& parcel : RandomHistory{*rc::gen::arbitrary<unsigned>()}.make()) {
        const auto where = *rc::gen::inRange(0, 4);
        if (where & 1) one.push_back(parcel);
        if (where & 2) other.push_back(parcel);
    }
    return {one, other};
}

MachineChairs some_machine(const Origin& origin)
{
    MachineChairs machine{{}, *rc::gen::inRange(0, 6), *rc::gen::inRange(0, 5) == 0};
    machine.places.allotted(*rc::gen::inRange(0, 4));
    const auto people = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 20));
    for (std::int64_t seq = 1; const auto person : people) {
        const auto at = from_milliseconds(*rc::gen::inRange(0, 1000));
        machine.places.signed_up({{origin, seq++}, at, at, ClockTrust::trusted}, PersonId{person});
    }
    for (int others = *rc::gen::inRange(0, 6) - 3; others > 0; --others) {
        const int promised = *rc::gen::inRange(0, 4);
        machine.otherwise.push_back({promised + *rc::gen::inRange(0, 3), 0, promised, *rc::gen::inRange(0, 3), *rc::gen::inRange(0, 3), *rc::gen::arbitrary<bool>()});
    }
    machine.elsewhere = *rc::gen::inRange(0, 3);
    return machine;
}

// One of its histories, which may be the one that it goes on with.
ChairsByHistory some_history_of(const MachineChairs& machine)
{
    auto histories = machine.otherwise;
    histories.push_back({machine.places.chairs(), machine.places.received(), machine.places.promised(), static_cast<int>(machine.forgotten.size()) + machine.elsewhere, machine.published});
    return *rc::gen::elementOf(histories);
}

// Its disk is put back: some of what it knew is known no more.
void put_back(MachineChairs& machine)
{
    const auto standings = machine.places.standings(ActivityId{});
    machine.places.begun_anew();
    for (const auto& kept : standings) {
        const Turn turn{!kept.order_at, kept.order_at ? from_milliseconds(*kept.order_at) : Instant{}, kept.sign_up.origin, kept.sign_up.seq};
        if (*rc::gen::inRange(0, 3) > 0) machine.places.kept({{Origin{"MC-ADULTS.ANEW"}, 1}, {}, {}, ClockTrust::untrusted}, {kept.sign_up, kept.person}, kept.standing, turn);
    }
    machine.forgotten = machine.places.forgotten();
    machine.takes_up = *rc::gen::arbitrary<bool>();
}

KioskChairs some_kiosk(int number)
{
    KioskChairs kiosk{fmt::format("K{}", number), *rc::gen::inRange(0, 6), {}, {}, {}};
    for (int machine = *rc::gen::inRange(1, 4); machine > 0; --machine)
        kiosk.machines.push_back(some_machine(Origin{fmt::format("K{}.TEST{}", number, machine)}));
    if (*rc::gen::inRange(0, 3) == 0) put_back(kiosk.machines.front());
    for (const auto& waiting : kiosk.waiting())
        if (*rc::gen::inRange(0, 5) == 0) kiosk.on_the_way.push_back(waiting.sign_up());
    return kiosk;
}

}

TEST_CASE("merging two sets of parcels gives the same whichever comes first")
{
    CHECK(rc::check([] {
        const auto [one, other] = two_sets();
        RC_ASSERT(collected(one + other) == collected(other + one));
    }));
}

TEST_CASE("merging what is there already changes nothing")
{
    CHECK(rc::check([] {
        const auto [one, other] = two_sets();
        RC_ASSERT(collected(one + other + one) == collected(one + other));
    }));
}

TEST_CASE("what the desk decides on top of any places gives out no chair that somebody holds, and nobody two")
{
    CHECK(rc::check([] {
        const int capacity = *rc::gen::inRange(0, 30);
        std::vector<KioskChairs> kiosks;
        for (int number = *rc::gen::inRange(1, 6); number > 0; --number) kiosks.push_back(some_kiosk(number));
        const OnePerson two_are_one = [](PersonId person) { return person == PersonId{2} ? PersonId{1} : person; };
        const auto decision = decide_chairs(capacity, kiosks, MayGive::to_those_waiting, two_are_one);
        int before = 0, after = 0;
        for (std::size_t i = 0; i < kiosks.size(); ++i) {
            before += kiosks[i].held();
            auto& next = kiosks[i];
            for (auto& machine : next.machines) machine.published = std::max(machine.published, decision.allotments[i]);
            for (const auto& gift : decision.gifts)
                if (gift.kiosk == next.kiosk) next.on_the_way.push_back(gift.sign_up.sign_up());
            for (const auto& promise : decision.forgotten)
                if (promise.kiosk == next.kiosk && promise.is_told) next.on_the_way.push_back(promise.sign_up);
            after += next.held();
        }
        RC_ASSERT(after <= std::max(before, capacity));
        std::set<PersonId> people;
        for (const auto& gift : decision.gifts) RC_ASSERT(people.insert(two_are_one(gift.sign_up.person)).second);
        for (const auto& promise : decision.forgotten) RC_ASSERT(!people.contains(two_are_one(promise.sign_up.person)));
    }));
}

TEST_CASE("whichever history of its disk a kiosk goes on with, by what the desk decides no more chairs are there than before or than there is room")
{
    CHECK(rc::check([] {
        const int capacity = *rc::gen::inRange(0, 30);
        std::vector<KioskChairs> kiosks;
        for (int number = *rc::gen::inRange(1, 6); number > 0; --number) kiosks.push_back(some_kiosk(number));
        const auto may_give = *rc::gen::element(MayGive::to_those_waiting, MayGive::by_hand_alone, MayGive::nothing);
        const auto decision = decide_chairs(capacity, kiosks, may_give, [](PersonId person) { return person; });
        int before = 0, after = static_cast<int>(decision.gifts.size());
        for (std::size_t i = 0; i < kiosks.size(); ++i)
            for (const auto& machine : kiosks[i].machines) {
                const auto history = some_history_of(machine);
                before += machine.is_gone ? machine.held() : history.most();
                after += machine.is_gone ? machine.held() : history.after(decision.allotments[i]);
            }
        RC_ASSERT(after <= std::max(before, capacity));
    }));
}
