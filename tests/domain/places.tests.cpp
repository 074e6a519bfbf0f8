#include "domain/places.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

using namespace refectory;

namespace {

Spine row(std::int64_t seq, ClockTrust clock = ClockTrust::trusted)
{
    return {{Origin{"MC-ADULTS.TEST"}, seq}, from_milliseconds(seq * 1000), from_milliseconds(seq * 1000), clock};
}

bool has_place(const Places& places, std::int64_t person)
{
    const auto standing = places.standing_of(PersonId{person});
    return standing && std::holds_alternative<HasPlace>(*standing);
}

int waits_as(const Places& places, std::int64_t person)
{
    const auto standing = places.standing_of(PersonId{person});
    const auto* waits = standing ? std::get_if<Waits>(&*standing) : nullptr;
    return waits ? waits->number : 0;
}

}

TEST_CASE("chairs go to the first and the others wait in their order")
{
    Places places;
    places.allotted(1);
    for (std::int64_t person = 1; person <= 3; ++person) places.signed_up(row(person), PersonId{person});
    CHECK(has_place(places, 1));
    CHECK(waits_as(places, 2) == 1);
    CHECK(waits_as(places, 3) == 2);
}

TEST_CASE("a freed chair goes to the first who waits")
{
    Places places;
    places.allotted(1);
    for (std::int64_t person = 1; person <= 3; ++person) places.signed_up(row(person), PersonId{person});
    places.withdrew(row(9), {row(1).key, PersonId{1}});
    CHECK_FALSE(places.standing_of(PersonId{1}));
    CHECK(has_place(places, 2));
    CHECK(waits_as(places, 3) == 1);
}

TEST_CASE("a promise stands when the allotment shrinks")
{
    Places places;
    places.allotted(3);
    for (std::int64_t person = 1; person <= 3; ++person) places.signed_up(row(person), PersonId{person});
    places.allotted(1);
    CHECK(places.chairs() == 3);
    for (std::int64_t person = 1; person <= 3; ++person) CHECK(has_place(places, person));
}

TEST_CASE("those whose clock was not to be trusted wait behind the others and take no promise away")
{
    Places places;
    places.allotted(1);
    places.signed_up(row(1, ClockTrust::untrusted), PersonId{1});
    places.signed_up(row(2, ClockTrust::untrusted), PersonId{2});
    places.signed_up(row(3), PersonId{3});
    CHECK(has_place(places, 1));
    CHECK(waits_as(places, 3) == 1);
    CHECK(waits_as(places, 2) == 2);
}

TEST_CASE("a second sign-up of the same person changes nothing")
{
    Places places;
    places.allotted(2);
    places.signed_up(row(1), PersonId{1});
    places.signed_up(row(2), PersonId{1});
    CHECK(places.promised() == 1);
}

TEST_CASE("who signed up twice, because a disk was put back, withdraws the place by either sign-up")
{
    Places places;
    places.allotted(1);
    places.signed_up(row(1), PersonId{1});
    places.signed_up(row(2), PersonId{1});
    places.withdrew(row(9), {row(2).key, PersonId{1}});
    CHECK(places.promised() == 0);
    CHECK(places.left() == 1);
}

TEST_CASE("over random histories no chair is promised twice and no promise is broken")
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random{seed};
        Places places;
        std::set<std::int64_t> promised;
        for (std::int64_t seq = 1; seq < 80; ++seq) {
            const auto person = static_cast<std::int64_t>(random() % 12);
            switch (random() % 4) {
            case 0: places.allotted(static_cast<std::int64_t>(random() % 6)); break;
            case 1:
                if (const auto sign_up = places.sign_up_of(PersonId{person})) {
                    places.withdrew(row(seq), {*sign_up, PersonId{person}});
                    promised.erase(person);
                }
                break;
            default: places.signed_up(row(seq, random() % 5 == 0 ? ClockTrust::untrusted : ClockTrust::trusted), PersonId{person});
            }
            INFO("seed " << seed << ", step " << seq);
            CHECK(places.promised() <= places.chairs());
            CHECK((places.left() == 0 || places.waiting() == 0));
            for (const auto one : promised) CHECK(has_place(places, one));
            for (std::int64_t one = 0; one < 12; ++one)
                if (has_place(places, one)) promised.insert(one);
        }
    }
}

namespace {

const ActivityId lunch{"LUNCH-1"};

Turn turn_of(const StandingKept& kept)
{
    return {!kept.order_at, kept.order_at ? from_milliseconds(*kept.order_at) : Instant{}, kept.sign_up.origin, kept.sign_up.seq};
}

// As a kiosk tells its places anew, to a desk that may know more of what was before.
void tell(const Places& at_kiosk, Places& at_desk, const Spine& spine)
{
    at_desk.begun_anew();
    for (const auto& kept : at_kiosk.standings(lunch)) at_desk.kept(spine, {kept.sign_up, kept.person}, kept.standing, turn_of(kept));
}

std::vector<PersonId> waiting(const Places& places)
{
    std::vector<PersonId> people;
    for (const auto& one : places.waiting_in_order()) people.push_back(one.person);
    return people;
}

std::set<std::int64_t> forgotten(const Places& places)
{
    std::set<std::int64_t> people;
    for (const auto& one : places.forgotten()) people.insert(one.person.value);
    return people;
}

}

TEST_CASE("a promise that a kiosk has forgotten ends when the person has a place again, or withdraws")
{
    Places at_kiosk, at_desk;
    for (auto* places : {&at_kiosk, &at_desk}) {
        places->allotted(3);
        places->signed_up(row(1), PersonId{1});
    }
    for (std::int64_t person = 2; person <= 3; ++person) at_desk.signed_up(row(person), PersonId{person});  // lost at the kiosk
    tell(at_kiosk, at_desk, row(9));
    CHECK(at_desk.chairs() == 1);
    CHECK(forgotten(at_desk) == std::set<std::int64_t>{2, 3});
    CHECK(at_desk.lacks_chair({row(2).key, PersonId{2}}));
    CHECK_FALSE(at_desk.lacks_chair({row(2).key, PersonId{4}}));  // another has the number now
    at_desk.signed_up(row(10), PersonId{2});
    CHECK(waits_as(at_desk, 2) == 1);
    CHECK(forgotten(at_desk) == std::set<std::int64_t>{2, 3});
    SECTION("by signing up again and withdrawing")
    {
        at_desk.withdrew(row(11), {row(10).key, PersonId{2}});
        CHECK(forgotten(at_desk) == std::set<std::int64_t>{3});
        CHECK(at_desk.waiting() == 0);
    }
    SECTION("by a chair that comes free")
    {
        at_desk.allotted(2);
        CHECK(has_place(at_desk, 2));
        CHECK(forgotten(at_desk) == std::set<std::int64_t>{3});
    }
    SECTION("by being taken up, before all who wait")
    {
        at_desk.kept(row(10), {row(3).key, PersonId{3}}, KeptAs::taken_up, {});
        CHECK(has_place(at_desk, 3));
        CHECK(waits_as(at_desk, 2) == 1);
        CHECK((at_desk.chairs() == 2 && at_desk.received() == 0));
        at_desk.kept(row(10), {row(2).key, PersonId{2}}, KeptAs::taken_up, {});
        CHECK(has_place(at_desk, 2));
        CHECK((at_desk.waiting() == 0 && forgotten(at_desk).empty()));
        at_desk.withdrew(row(11), {row(2).key, PersonId{2}});
        CHECK_FALSE(at_desk.standing_of(PersonId{2}));
        CHECK(forgotten(at_desk).empty());
    }
}

namespace {

Spine row_of(const char* origin, std::int64_t seq, std::int64_t second, ClockTrust clock = ClockTrust::trusted)
{
    return {{Origin{origin}, seq}, from_milliseconds(second * 1000), from_milliseconds(second * 1000), clock};
}

// Two have places, and the disk as it is then is put back, or runs in another computer, later.
Places with_two_places()
{
    Places places;
    places.allotted(2);
    for (std::int64_t person = 1; person <= 2; ++person) places.signed_up(row(person), PersonId{person});
    return places;
}

const SignUpKey first_one{row(1).key, PersonId{1}};

}

TEST_CASE("what was given up in one history of a disk stands in no other one by what was known then")
{
    auto gave_up = with_two_places(), put_back = with_two_places();
    gave_up.withdrew(row(3), first_one);
    put_back.begun_anew();
    auto later = put_back;
    later.remember(gave_up);
    CHECK(forgotten(later) == std::set<std::int64_t>{2});
    gave_up.remember(put_back);
    CHECK(forgotten(gave_up).empty());  // the second has a place there
}

TEST_CASE("a place that is shown again, for the disk was put back to before it was given up, is kept")
{
    const auto kept = with_two_places();
    auto gave_up = with_two_places();
    gave_up.withdrew(row(3), first_one);
    auto shown_again = gave_up;
    tell(kept, shown_again, row_of("SECOND", 1, 20));
    CHECK(has_place(shown_again, 1));
    auto later = gave_up;
    later.remember(shown_again);
    tell(Places{}, later, row_of("THIRD", 1, 30));
    CHECK(forgotten(later) == std::set<std::int64_t>{1, 2});
    shown_again.withdrew(row_of("SECOND", 9, 40), first_one);  // once more
    later.remember(shown_again);
    CHECK(forgotten(later) == std::set<std::int64_t>{2});
}

TEST_CASE("who gave a place up at one computer and signed up at another one later is promised that, also where both had a place before")
{
    auto of_other = with_two_places(), goes_on = with_two_places();
    of_other.withdrew(row_of("OTHER", 1, 50), first_one);
    of_other.signed_up(row_of("OTHER", 2, 60), PersonId{1});
    goes_on.remember(of_other);
    tell(Places{}, goes_on, row_of("ONE", 1, 20));
    goes_on.signed_up(row_of("ONE", 2, 30), PersonId{1});
    SECTION("by what was given up there before")
    {
        goes_on.withdrew(row_of("ONE", 3, 40), {row_of("ONE", 2, 30).key, PersonId{1}});
        CHECK(forgotten(goes_on) == std::set<std::int64_t>{1, 2});
    }
    SECTION("by what was given up there at a time that is not known")
    {
        goes_on.withdrew(row_of("ONE", 3, 40, ClockTrust::untrusted), {row_of("ONE", 2, 30).key, PersonId{1}});
        CHECK(forgotten(goes_on) == std::set<std::int64_t>{1, 2});
    }
    SECTION("but not by what was given up later")
    {
        goes_on.withdrew(row_of("ONE", 3, 70), {row_of("ONE", 2, 30).key, PersonId{1}});
        CHECK(forgotten(goes_on) == std::set<std::int64_t>{2});
    }
}

TEST_CASE("a promise of another history that was taken up here ends when it is given up here, whatever the clock says")
{
    Places goes_on;
    goes_on.remember(with_two_places());
    goes_on.kept(row_of("ONE", 1, 20), first_one, KeptAs::taken_up, {});
    goes_on.withdrew(row_of("ONE", 2, 0, ClockTrust::untrusted), first_one);
    CHECK(forgotten(goes_on) == std::set<std::int64_t>{2});
}

TEST_CASE("of a disk that goes on in two ways, a place stands in the one although it was given up in the other")
{
    auto gave_up = with_two_places(), stands = with_two_places();
    gave_up.withdrew(row(3), first_one);
    stands.remember(gave_up);
    stands.stands_here();
    tell(Places{}, stands, row_of("ONE", 1, 20));
    CHECK(forgotten(stands) == std::set<std::int64_t>{1, 2});
}

TEST_CASE("of a disk that goes on in two ways, what stood in both ends when it is given up in one, whatever the clock says")
{
    auto goes_on = with_two_places();
    goes_on.remember(with_two_places());
    SECTION("at once") {}
    SECTION("after it was signed up for once more") { goes_on.signed_up(row_of("ONE", 1, 20), PersonId{1}); }
    goes_on.withdrew(row_of("ONE", 2, 0, ClockTrust::untrusted), first_one);
    CHECK(forgotten(goes_on).empty());  // the second has a place there
}

TEST_CASE("a kiosk that says of one who has a place that they wait as well is not believed")
{
    auto places = with_two_places();
    places.kept(row(5), first_one, KeptAs::waiting, turn_of(row(7)));
    places.withdrew(row(6), first_one);
    CHECK_FALSE(places.standing_of(PersonId{1}));
    places.begun_anew();
    CHECK(forgotten(places) == std::set<std::int64_t>{2});
}

TEST_CASE("two ways on from one disk that give one number to one person's sign-ups are not taken for one another")
{
    Places one, other;
    for (auto* places : {&one, &other}) places->allotted(1);
    other.signed_up(row_of("SAME", 5, 60), PersonId{1});
    one.remember(other);
    one.signed_up(row_of("SAME", 5, 10), PersonId{1});
    one.withdrew(row_of("SAME", 6, 20), {row_of("SAME", 5, 10).key, PersonId{1}});
    CHECK(forgotten(one) == std::set<std::int64_t>{1});
}

TEST_CASE("a chair that meets somebody who has a place already seats nobody else")
{
    Places places;
    places.allotted(1);
    for (std::int64_t person = 1; person <= 2; ++person) places.signed_up(row(person), PersonId{person});
    places.kept(row(10), {row(9).key, PersonId{1}}, KeptAs::taken_up, {});
    places.received(row(1).key);
    CHECK(places.chairs() == 1);
    CHECK(waits_as(places, 2) == 1);
    places.allotted(1 + places.received());  // the next programme's
    CHECK(has_place(places, 2));
}

TEST_CASE("over random histories of a disk that is put back, the desk knows what the kiosk does, and forgets no promise")
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random{seed};
        Places at_kiosk, at_desk, backup;
        std::set<std::int64_t> promised;
        for (std::int64_t seq = 1; seq < 120; ++seq) {
            const auto person = static_cast<std::int64_t>(random() % 12);
            const auto at_both = [&](const auto& change) {
                change(at_kiosk);
                change(at_desk);
            };
            switch (random() % 8) {
            case 0: at_both([chairs = static_cast<std::int64_t>(random() % 6)](Places& places) { places.allotted(chairs); }); break;
            case 1:
                if (const auto sign_up = at_kiosk.sign_up_of(PersonId{person})) {
                    at_both([&](Places& places) { places.withdrew(row(seq), {*sign_up, PersonId{person}}); });
                    promised.erase(person);
                }
                break;
            case 2: backup = at_kiosk; break;
            case 3:
                if (random() % 3 > 0) break;
                at_kiosk = backup;
                tell(at_kiosk, at_desk, row(seq));
                tell(Places{at_kiosk}, at_kiosk, row(seq));
                break;
            case 4:
                if (const auto lost = at_desk.forgotten(); !lost.empty())
                    at_both([&](Places& places) { places.kept(row(seq), lost.front(), KeptAs::taken_up, {}); });
                break;
            case 5:
                if (const auto waiting = at_kiosk.waiting_in_order(); !waiting.empty())
                    at_both([&](Places& places) { places.received(waiting.back().key); });
                break;
            default:
                at_both([spine = row(seq, random() % 5 == 0 ? ClockTrust::untrusted : ClockTrust::trusted), person](Places& places) {
                    places.signed_up(spine, PersonId{person});
                });
            }
            INFO("seed " << seed << ", step " << seq);
            for (std::int64_t one = 0; one < 12; ++one)
                if (has_place(at_kiosk, one)) promised.insert(one);
            CHECK(at_desk.people_with_a_place() == at_kiosk.people_with_a_place());
            CHECK(waiting(at_desk) == waiting(at_kiosk));
            CHECK((at_desk.chairs() == at_kiosk.chairs() && at_desk.received() == at_kiosk.received()));
            auto known = forgotten(at_desk);
            for (const auto& one : at_desk.people_with_a_place()) CHECK(known.insert(one.value).second);
            CHECK(known == promised);
        }
    }
}
