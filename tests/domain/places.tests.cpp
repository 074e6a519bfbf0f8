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
    places.withdrew({Origin{"MC-ADULTS.TEST"}, 1});
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
    places.withdrew(row(2).key);
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
                    places.withdrew(*sign_up);
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
