#include "widgets_stage.hpp"

#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;
using namespace refectory::ui;
using refectory::test::Stage;

namespace {

const Rect place{100, 200, 300, 84};

Stage stage_with_button(int& taps, bool enabled = true)
{
    return Stage{[&taps, enabled](Page& page) {
        if (button(page, place, "Sign up", ButtonLook::primary, icons::arrow_forward, enabled)) ++taps;
    }};
}

}

TEST_CASE("a tap acts once and on release")
{
    int taps = 0;
    auto stage = stage_with_button(taps);
    stage.touch(place.centre(), true);
    CHECK(taps == 0);
    stage.touch(place.centre(), false);
    CHECK(taps == 1);
    stage.pilot.settle();
    CHECK(taps == 1);
}

TEST_CASE("a finger that leaves the button before it lifts does nothing")
{
    int taps = 0;
    auto stage = stage_with_button(taps);
    stage.touch(place.centre(), true);
    stage.touch({700, 700}, false);
    stage.pilot.settle();
    CHECK(taps == 0);
}

TEST_CASE("a finger that comes from elsewhere does nothing")
{
    int taps = 0;
    auto stage = stage_with_button(taps);
    stage.touch({700, 700}, true);
    stage.touch(place.centre(), false);
    CHECK(taps == 0);
}

TEST_CASE("a button that is not enabled does not act")
{
    int taps = 0;
    auto stage = stage_with_button(taps, false);
    CHECK_FALSE(stage.pilot.tap("Sign up"));
    stage.pilot.tap_at(place.centre());
    CHECK(taps == 0);
    CHECK(stage.pilot.shows("Sign up"));
}

TEST_CASE("a tap finds its button on every size of glass")
{
    for (const auto& [width, height] : test::glasses) {
        int taps = 0;
        const auto draw = [&](Page& page) { if (button(page, place, "Sign up", ButtonLook::secondary)) ++taps; };
        Stage stage{draw, width, height};
        CHECK(stage.pilot.tap("Sign up"));
        CHECK(taps == 1);
    }
}

TEST_CASE("every kind of thing to tap reports its words and acts")
{
    std::string last;
    bool ticked = false;
    Stage stage{[&](Page& page) {
        if (back_button(page, "Back")) last = "back";
        if (link(page, {40, 200}, icons::person_add, "Add me")) last = "link";
        if (tick_box(page, {40, 300, 400, 60}, "I have read it", ticked)) ticked = !ticked;
        if (choice(page, {40, 400, 200, 60}, "Met", last == "choice")) last = "choice";
    }};
    CHECK((stage.pilot.tap("Back") && last == "back"));
    CHECK((stage.pilot.tap("Add me") && last == "link"));
    CHECK((stage.pilot.tap("Met") && last == "choice"));
    CHECK((stage.pilot.tap("I have read it") && ticked));
    CHECK(stage.frames.transcript().find_to_tap("Met")->chosen);
    CHECK(stage.frames.transcript().find_to_tap("I have read it")->chosen);
}

TEST_CASE("two buttons with the same words are two buttons")
{
    int first = 0, second = 0;
    Stage stage{[&](Page& page) {
        if (button(page, {40, 100, 200, 60}, "Cancel", ButtonLook::danger)) ++first;
        if (button(page, {40, 200, 200, 60}, "Cancel", ButtonLook::danger)) ++second;
    }};
    stage.pilot.tap_at({140, 230});
    CHECK((first == 0 && second == 1));
}
