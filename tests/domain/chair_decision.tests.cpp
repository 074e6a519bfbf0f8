#include "domain/chair_decision.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

using namespace refectory;

namespace {

const OnePerson everybody_is_one = [](PersonId person) { return person; };

Spine row(const std::string& kiosk, std::int64_t seq, std::int64_t second, ClockTrust clock = ClockTrust::trusted)
{
    return {{Origin{kiosk + ".TEST"}, seq}, from_milliseconds(second * 1000), from_milliseconds(second * 1000), clock};
}

// People sign up in the order given, at the seconds given.
KioskChairs kiosk(const std::string& code, int chairs, const std::vector<std::pair<std::int64_t, std::int64_t>>& people_and_seconds)
{
    KioskChairs one{code, chairs, {MachineChairs{}}, {}, {}};
    auto& places = one.machines[0].places;
    places.allotted(chairs);
    for (std::int64_t seq = 1; const auto& [person, second] : people_and_seconds) places.signed_up(row(code, seq++, second), PersonId{person});
    return one;
}

SignUpKey sign_up(const std::string& code, std::int64_t seq, std::int64_t person)
{
    return {{Origin{code + ".TEST"}, seq}, PersonId{person}};
}

// Whose disk was put back: of those who signed up, and had places by as many chairs, only the first are known there now.
KioskChairs put_back(const std::string& code, int wanted, const std::vector<std::pair<std::int64_t, std::int64_t>>& people_and_seconds, std::size_t known)
{
    auto one = kiosk(code, static_cast<int>(people_and_seconds.size()), people_and_seconds);
    one.wanted = wanted;
    auto& machine = one.machines[0];
    const auto standings = machine.places.standings(ActivityId{});
    machine.places.begun_anew();
    for (std::size_t i = 0; i < known; ++i) machine.places.kept(row(code, 100, 100), {standings[i].sign_up, standings[i].person}, standings[i].standing, {});
    machine.forgotten = machine.places.forgotten();
    machine.takes_up = true;
    return one;
}

std::vector<std::int64_t> told_of(const ChairDecision& decision)
{
    std::vector<std::int64_t> people;
    for (const auto& one : decision.forgotten)
        if (one.is_told) people.push_back(one.sign_up.person.value);
    return people;
}

std::vector<int> places_in_order(const ChairDecision& decision)
{
    std::vector<int> places;
    for (const auto& gift : decision.gifts) places.push_back(gift.place_in_order);
    return places;
}

std::vector<std::int64_t> given(const ChairDecision& decision)
{
    std::vector<std::int64_t> people;
    for (const auto& gift : decision.gifts) people.push_back(gift.sign_up.person.value);
    return people;
}

}

TEST_CASE("chairs that no kiosk holds go to those waiting at all kiosks in the one order")
{
    const std::vector kiosks{kiosk("A", 1, {{1, 10}, {2, 40}, {3, 60}}), kiosk("B", 1, {{4, 20}, {5, 30}, {6, 50}})};
    CHECK(given(decide_chairs(2, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
    CHECK(given(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{5, 2});
    CHECK(given(decide_chairs(99, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{5, 2, 6, 3});
    CHECK(places_in_order(decide_chairs(99, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector{1, 2, 3, 4});
    CHECK(given(decide_chairs(99, kiosks, MayGive::by_hand_alone, everybody_is_one)).empty());
    CHECK(given(decide_chairs(99, kiosks, MayGive::nothing, everybody_is_one)).empty());
}

TEST_CASE("a chair on its way counts as the kiosk's and is not given to the same person again")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}, {2, 20}, {3, 30}})};
    kiosks[0].on_the_way = {sign_up("A", 2, 2)};
    CHECK(kiosks[0].held() == 2);
    CHECK(given(decide_chairs(2, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
    CHECK(given(decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{3});
}

TEST_CASE("chairs that a kiosk has by another of its histories count as the kiosk's")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}}), kiosk("B", 1, {{2, 10}, {3, 20}})};
    kiosks[0].machines[0].otherwise = {{.chairs = 2}};
    CHECK(given(decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
    CHECK(given(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{3});
}

TEST_CASE("where chairs are short no programme adds to a kiosk by any of its histories, and each keeps what it may have already")
{
    std::vector kiosks{kiosk("A", 2, {}), kiosk("B", 2, {{2, 10}})};
    auto& machine = kiosks[0].machines[0];
    machine.places = {};
    machine.forgotten = {sign_up("A", 9, 9)};
    machine.otherwise = {{.chairs = 2, .promised = 1}};  // where the ninth has the place
    CHECK(decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one).allotments == std::vector{0, 2});  // by one history there would be four
    CHECK(decide_chairs(4, kiosks, MayGive::nothing, everybody_is_one).allotments == std::vector{0, 2});
    CHECK(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one).allotments == std::vector{1, 2});
}

TEST_CASE("a programme is measured by the histories that it is for, and what another one may have by itself counts as the kiosk's")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}})};
    kiosks[0].wanted = 3;
    auto& machine = kiosks[0].machines[0];
    machine.otherwise = {{.beside = 1, .takes_programme = true}};
    CHECK(decide_chairs(3, kiosks, MayGive::by_hand_alone, everybody_is_one).allotments == std::vector{2});
    machine.otherwise = {{.beside = 1, .takes_programme = false}};
    CHECK(decide_chairs(3, kiosks, MayGive::by_hand_alone, everybody_is_one).allotments == std::vector{3});
    machine.otherwise = {{.beside = 1, .published = 3, .takes_programme = false}};
    CHECK(kiosks[0].held() == 4);
}

TEST_CASE("what is wanted for a kiosk is measured by the history that it goes on with as far as is known")
{
    std::vector kiosks{kiosk("A", 3, {{1, 10}, {2, 20}})};
    kiosks[0].machines[0].otherwise = {{.chairs = 3, .received = 1, .promised = 3, .beside = 2}};
    CHECK(decide_chairs(9, kiosks, MayGive::to_those_waiting, everybody_is_one).allotments == std::vector{3});
}

TEST_CASE("a kiosk that is gone for good keeps what it promised and nothing else")
{
    std::vector kiosks{kiosk("A", 3, {{1, 10}}), kiosk("B", 1, {{2, 20}, {3, 30}, {4, 40}})};
    kiosks[0].wanted = 3;
    kiosks[0].machines[0].published = 5;
    kiosks[0].machines[0].is_gone = true;
    const auto decision = decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one);
    CHECK(decision.allotments == std::vector{0, 1});
    CHECK(given(decision) == std::vector<std::int64_t>{3});
}

TEST_CASE("what another machine of a kiosk's set-up file has promised counts beside the kiosk's, and who waits there waits with the others")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}}), kiosk("B", 1, {{2, 10}, {3, 20}})};
    MachineChairs second;
    second.places.allotted(2);
    second.places.signed_up(row("A2", 1, 11), PersonId{4});
    second.places.signed_up(row("A2", 2, 12), PersonId{5});
    second.places.signed_up(row("A2", 3, 30), PersonId{6});
    kiosks[0].machines.push_back(second);
    CHECK(kiosks[0].held() == 3);
    CHECK(given(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
    CHECK(given(decide_chairs(9, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{3, 6});
    kiosks[0].machines[1].is_gone = true;
    CHECK(kiosks[0].held() == 3);
    kiosks[0].machines[1].lacks_facts = true;
    CHECK(kiosks[0].held() == 4);  // the third may have been promised a chair by what is missing
    kiosks[0].machines[1].places.allotted(5);
    CHECK(kiosks[0].held() == 6);  // and so may others, of whom nothing is known, as long as it had chairs
    kiosks[0].machines[1].lacks_facts = false;
    CHECK(kiosks[0].held() == 4);  // else what was left is free
    kiosks[0].machines[1].erased = 1;
    CHECK(kiosks[0].held() == 3);  // who was erased does not come, and the machine hears of it no more
    kiosks[0].machines[1].erased = 0;
    CHECK(given(decide_chairs(9, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{3});
}

TEST_CASE("what a kiosk is given by hand its machines share, for each of them takes the programme")
{
    struct Row { int wanted, one_promised, other_promised, free, each; };
    for (const auto& [wanted, one_promised, other_promised, free, each] : std::vector<Row>{
             {4, 0, 0, 9, 2}, {5, 0, 0, 9, 2}, {1, 0, 0, 9, 0},
             {4, 3, 0, 9, 1},  // a promise stands, and the other machine has what is left over
             {4, 3, 3, 9, 2},  // and where both have more, those that come free go
             {4, 3, 2, 9, 2},  // more than is wanted was promised: neither gets a chair more
             {4, 0, 0, 3, 1}, {4, 0, 0, 1, 0}}) {
        CAPTURE(wanted, one_promised, other_promised, free);
        KioskChairs both{"A", wanted, std::vector<MachineChairs>(2), {}, {}};
        const std::array promised{one_promised, other_promised};
        for (int machine = 0; machine < 2; ++machine) {
            auto& places = both.machines[static_cast<std::size_t>(machine)].places;
            places.allotted(promised[static_cast<std::size_t>(machine)]);
            for (int person = 0; person < promised[static_cast<std::size_t>(machine)]; ++person)
                places.signed_up(row(machine == 0 ? "A" : "A2", person + 1, person), PersonId{10 * machine + person + 1});
        }
        CHECK(decide_chairs(both.held() + free, {both}, MayGive::by_hand_alone, everybody_is_one).allotments == std::vector{each});
    }
}

TEST_CASE("what a programme may still bring a kiosk counts as the kiosk's")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}}), kiosk("B", 1, {{2, 10}, {3, 20}})};
    kiosks[0].machines[0].published = 3;
    kiosks[0].wanted = 1;
    CHECK(given(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
    kiosks[0].machines[0].published = 0;
    CHECK(given(decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{3});
}

TEST_CASE("chairs that are moved by hand from one kiosk to another come when the first has let go of them")
{
    std::vector kiosks{kiosk("A", 6, {{1, 10}, {2, 20}}), kiosk("B", 4, {})};
    kiosks[0].wanted = 4;
    kiosks[1].wanted = 6;
    CHECK(decide_chairs(10, kiosks, MayGive::to_those_waiting, everybody_is_one).allotments == std::vector{4, 4});
    kiosks[0].machines[0].places.allotted(4);  // its export said so
    CHECK(decide_chairs(10, kiosks, MayGive::to_those_waiting, everybody_is_one).allotments == std::vector{4, 6});
    CHECK(decide_chairs(10, kiosks, MayGive::by_hand_alone, everybody_is_one).allotments == std::vector{4, 6});
    CHECK(decide_chairs(10, kiosks, MayGive::nothing, everybody_is_one).allotments == std::vector{4, 4});
}

TEST_CASE("who has a place elsewhere or under another number is passed over and told of")
{
    const std::vector kiosks{kiosk("A", 1, {{1, 10}}), kiosk("B", 0, {{1, 20}, {7, 30}, {8, 40}})};
    const OnePerson seven_is_one = [](PersonId person) { return person == PersonId{7} ? PersonId{1} : person; };
    const auto decision = decide_chairs(3, kiosks, MayGive::to_those_waiting, seven_is_one);
    CHECK(given(decision) == std::vector<std::int64_t>{8});
    CHECK(places_in_order(decision) == std::vector{3});  // those passed over came before
    REQUIRE(decision.doubles.size() == 2);
    CHECK((decision.doubles[0].person == PersonId{1} && decision.doubles[1].person == PersonId{7}));
    CHECK_FALSE(decision.doubles[0].has_place_here);
    const std::vector twice{kiosk("A", 1, {{1, 10}}), kiosk("B", 1, {{1, 20}})};
    const auto told = decide_chairs(2, twice, MayGive::to_those_waiting, everybody_is_one);
    REQUIRE(told.doubles.size() == 1);
    CHECK(told.doubles[0].has_place_here);
}

TEST_CASE("whose clock was not trusted waits behind all others whatever it said")
{
    auto a = kiosk("A", 0, {});
    a.machines[0].places.signed_up(row("A", 1, 1, ClockTrust::untrusted), PersonId{1});
    const std::vector kiosks{a, kiosk("B", 0, {{2, 90}})};
    CHECK(given(decide_chairs(1, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{2});
}

TEST_CASE("a received chair is the sign-up's that it was given to, and the first one's where that was withdrawn")
{
    auto a = kiosk("A", 1, {{1, 10}, {2, 20}, {3, 30}}).machines[0];
    a.places.received({Origin{"A.TEST"}, 3});
    CHECK(std::holds_alternative<HasPlace>(*a.places.standing_of(PersonId{3})));
    CHECK(std::holds_alternative<Waits>(*a.places.standing_of(PersonId{2})));
    auto b = kiosk("B", 1, {{1, 10}, {2, 20}, {3, 30}}).machines[0];
    b.places.withdrew(row("B", 4, 40), sign_up("B", 3, 3));
    b.places.received({Origin{"B.TEST"}, 3});
    CHECK(std::holds_alternative<HasPlace>(*b.places.standing_of(PersonId{2})));
    CHECK((b.places.chairs() == 2 && b.places.received() == 0));  // whom it was for has gone, so it is a chair like any other
}

TEST_CASE("whatever kiosks hold and wait for, no more is given than there is, and to nobody twice")
{
    std::mt19937 random{11};
    const auto number = [&](int least, int most) { return std::uniform_int_distribution{least, most}(random); };
    for (int run = 0; run < 2000; ++run) {
        CAPTURE(run);
        std::vector<KioskChairs> kiosks;
        int wanted = 0;
        for (int k = number(1, 4); k > 0; --k) {
            std::vector<std::pair<std::int64_t, std::int64_t>> people;
            for (int i = number(0, 6); i > 0; --i) people.emplace_back(number(1, 9), number(1, 99));
            auto one = kiosk("K" + std::to_string(k), number(0, 4), people);
            one.wanted = number(0, 5);
            one.machines[0].published = number(0, 5);
            wanted += one.wanted;
            kiosks.push_back(std::move(one));
        }
        const int capacity = wanted + number(0, 5);
        int held = 0;
        for (const auto& one : kiosks) held += one.held();
        const auto decision = decide_chairs(capacity, kiosks, MayGive::to_those_waiting, everybody_is_one);
        auto after = kiosks;
        int total = 0;
        std::set<PersonId> seated;
        for (std::size_t i = 0; i < after.size(); ++i) {
            CHECK(decision.allotments[i] <= std::max(kiosks[i].wanted, 0));
            after[i].machines[0].published = std::max(after[i].machines[0].published, decision.allotments[i]);
            for (const auto& gift : decision.gifts)
                if (gift.kiosk == after[i].kiosk) after[i].on_the_way.push_back(gift.sign_up.sign_up());
            total += after[i].held();
        }
        CHECK(total <= std::max(capacity, held));
        for (const auto& gift : decision.gifts) CHECK(seated.insert(gift.sign_up.person).second);
    }
}

TEST_CASE("what a kiosk promised and has forgotten takes a chair of what is wanted for it, and the kiosk is told of it once")
{
    std::vector kiosks{put_back("A", 3, {{1, 10}, {2, 20}}, 1), kiosk("B", 0, {{3, 30}})};
    CHECK(kiosks[0].held() == 2);
    CHECK(kiosks[0].promised() == 2);
    const auto decision = decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one);
    CHECK(decision.allotments[0] == 2);  // with the one who is forgotten three
    CHECK(given(decision).empty());
    CHECK(told_of(decision) == std::vector<std::int64_t>{2});
    CHECK(decision.forgotten[0].sign_up == sign_up("A", 2, 2));
    kiosks[0].on_the_way = {decision.forgotten[0].sign_up};
    CHECK(kiosks[0].held() == 2);  // it is the same chair
    CHECK(told_of(decide_chairs(3, kiosks, MayGive::to_those_waiting, everybody_is_one)).empty());
}

TEST_CASE("who was forgotten and signs up there again gets the chair that is kept, before all who wait")
{
    std::vector kiosks{put_back("A", 2, {{1, 10}, {2, 20}}, 1)};
    auto& places = kiosks[0].machines[0].places;
    places.allotted(1);
    places.signed_up(row("A", 7, 70), PersonId{3});
    places.signed_up(row("A", 8, 80), PersonId{2});
    for (const bool takes_up : {true, false}) {
        kiosks[0].machines[0].takes_up = takes_up;
        const auto decision = decide_chairs(2, kiosks, MayGive::to_those_waiting, everybody_is_one);
        CHECK(given(decision).empty());
        CHECK(decision.doubles.empty());
        CHECK(told_of(decision) == std::vector<std::int64_t>{2});
        CHECK(decision.forgotten[0].sign_up == sign_up("A", 8, 2));
    }
    places.received(sign_up("A", 8, 2).key);
    CHECK(std::holds_alternative<HasPlace>(*places.standing_of(PersonId{2})));
    CHECK(places.forgotten().empty());
}

TEST_CASE("a promise that cannot be told to the kiosk keeps its chair all the same")
{
    std::vector kiosks{put_back("A", 2, {{1, 10}, {2, 20}}, 1), kiosk("B", 0, {{2, 30}, {3, 40}})};
    kiosks[0].machines[0].takes_up = false;
    const auto decision = decide_chairs(2, kiosks, MayGive::to_those_waiting, everybody_is_one);
    REQUIRE(decision.forgotten.size() == 1);
    CHECK_FALSE(decision.forgotten[0].is_told);
    CHECK(given(decision).empty());
    REQUIRE(decision.doubles.size() == 1);  // has a place already
    CHECK(decision.doubles[0].person == PersonId{2});
    kiosks[0].machines[0].takes_up = true;
    CHECK(told_of(decide_chairs(2, kiosks, MayGive::nothing, everybody_is_one)).empty());
    CHECK(told_of(decide_chairs(2, kiosks, MayGive::by_hand_alone, everybody_is_one)) == std::vector<std::int64_t>{2});
}

TEST_CASE("whom a kiosk seats by its allotment is given no chair beside it, and the chair goes to who waits elsewhere")
{
    std::vector kiosks{kiosk("A", 1, {{1, 10}, {2, 20}, {3, 30}, {4, 40}}), kiosk("B", 1, {{5, 50}, {6, 60}, {3, 70}})};
    kiosks[0].wanted = 3;
    const auto decision = decide_chairs(5, kiosks, MayGive::to_those_waiting, everybody_is_one);
    CHECK(decision.allotments == std::vector{3, 1});
    CHECK(given(decision) == std::vector<std::int64_t>{4});
    CHECK(given(decide_chairs(6, kiosks, MayGive::to_those_waiting, everybody_is_one)) == std::vector<std::int64_t>{4, 6});
    REQUIRE(decision.by_allotment.size() == 2);
    CHECK((decision.by_allotment[0].sign_up.person == PersonId{2} && decision.by_allotment[1].sign_up.person == PersonId{3}));
    REQUIRE(decision.doubles.size() == 1);  // who has a place by the allotment waits at another kiosk as well
    CHECK(decision.doubles[0].kiosk == "B");
    kiosks[0].on_the_way = {sign_up("A", 2, 2)};
    kiosks[0].erased = {PersonId{3}};
    const auto next = decide_chairs(5, kiosks, MayGive::to_those_waiting, everybody_is_one);
    REQUIRE(next.by_allotment.size() == 1);  // beside the one whose chair is on its way, and past the one who was erased
    CHECK(next.by_allotment[0].sign_up.person == PersonId{4});
}

TEST_CASE("who is told of a place that was forgotten takes no room of a raised allotment, and the next who waits has it")
{
    std::vector kiosks{put_back("A", 3, {{1, 10}, {2, 20}}, 1)};
    auto& places = kiosks[0].machines[0].places;
    places.allotted(1);
    places.signed_up(row("A", 7, 70), PersonId{2});
    places.signed_up(row("A", 8, 80), PersonId{3});
    const auto decision = decide_chairs(4, kiosks, MayGive::to_those_waiting, everybody_is_one);
    CHECK(decision.allotments == std::vector{2});
    CHECK(told_of(decision) == std::vector<std::int64_t>{2});
    REQUIRE(decision.by_allotment.size() == 1);
    CHECK(decision.by_allotment[0].sign_up.person == PersonId{3});
    CHECK(given(decision).empty());
}

TEST_CASE("whom a machine that is gone had forgotten and who waits at another of its kiosk is said to have a place, and is not passed over unsaid")
{
    std::vector kiosks{put_back("A", 2, {{1, 10}, {2, 20}}, 1)};
    kiosks[0].machines[0].is_gone = true;
    kiosks[0].machines.emplace_back();
    kiosks[0].machines[1].places.signed_up(row("A2", 1, 30), PersonId{2});
    const auto decision = decide_chairs(2, kiosks, MayGive::to_those_waiting, everybody_is_one);
    CHECK(kiosks[0].promised() == 2);
    CHECK(decision.forgotten.empty());
    CHECK(given(decision).empty());
    REQUIRE(decision.doubles.size() == 1);
    CHECK((decision.doubles[0].person == PersonId{2} && !decision.doubles[0].has_place_here));
}
