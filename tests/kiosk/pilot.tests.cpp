#include "widgets_stage.hpp"

#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/keyboard.hpp"
#include "kiosk/widgets/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;
using namespace refectory::ui;
using refectory::test::Stage;

TEST_CASE("the pilot types letters of both cases and marks and accents and blanks")
{
    for (const auto* words : {"Priya Raman", "o'neill-SMITH", "room 4, floor 2!", "Zoë Łukasz Ångström",
                              "a é b 5 C Ö (x) / y: z;", "£20 & 50% = 1+1?", "\"@\""}) {
        std::string typed;
        KeyboardState state;
        Stage stage{[&](Page& page) { apply(keyboard(page, state, "Continue"), typed, 100, state, Capitals::words); }};
        CHECK(stage.pilot.type(words));
        CHECK(typed == words);
    }
}

TEST_CASE("the pilot says where no key has a letter")
{
    std::string typed;
    KeyboardState state;
    Stage stage{[&](Page& page) { apply(keyboard(page, state, "Continue"), typed, 100, state, Capitals::words); }};
    CHECK_FALSE(stage.pilot.type("aЖ"));
    CHECK(typed == "a");
}

TEST_CASE("the pilot reaches the keys that are named by words")
{
    std::string typed = "Ab";
    bool continued = false;
    KeyboardState state;
    Stage stage{[&](Page& page) {
        const auto press = keyboard(page, state, "Save it");
        apply(press, typed, 100, state, Capitals::words);
        continued = continued || press.continued;
    }};
    CHECK(stage.pilot.tap("Erase"));
    CHECK(typed == "A");
    CHECK(stage.pilot.tap("Save it"));
    CHECK(continued);
}

TEST_CASE("the pilot taps nothing where nothing has the words")
{
    Stage stage{[](Page& page) { text(page, {40, 40}, 400, "Only words", style::body); }};
    CHECK_FALSE(stage.pilot.tap("Only words"));
    CHECK(stage.pilot.shows("Only"));
}

TEST_CASE("the pilot waits until the page is at rest")
{
    int frames = 0, taps = 0;
    Stage stage{[&](Page& page) {
        if (button(page, {40, 40, 200, 80}, "Go", ButtonLook::primary)) ++taps;
        if (taps > 0 && ++frames < 8) text(page, {40, 200}, 400, "step " + std::to_string(frames), style::body);
        else if (taps > 0) text(page, {40, 200}, 400, "at rest", style::body);
    }};
    CHECK(stage.pilot.tap("Go"));
    CHECK(taps == 1);
    CHECK(stage.pilot.shows("at rest"));
}

TEST_CASE("the pilot gives up on a page that never rests")
{
    int frames = 0;
    Stage stage{[&](Page& page) { text(page, {40, 200}, 400, std::to_string(++frames), style::body); }};
    stage.pilot.settle();
    CHECK(frames < 50);
}
