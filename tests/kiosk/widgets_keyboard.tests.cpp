#include "widgets_stage.hpp"

#include "kiosk/widgets/keyboard.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;
using namespace refectory::ui;
using refectory::test::Stage;

namespace {

bool share_ground(const Rect& a, const Rect& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void check_keys(const Stage& stage)
{
    const auto& keys = stage.elements();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        INFO(keys[i].words);
        CHECK(keys[i].where.height >= 60);
        CHECK(keys[i].where.width >= 60);
        for (std::size_t j = i + 1; j < keys.size(); ++j) CHECK_FALSE(share_ground(keys[i].where, keys[j].where));
    }
}

}

TEST_CASE("keys are large enough for a finger and do not overlap on any layer")
{
    for (const auto& [width, height] : test::glasses)
        for (const auto layer : {KeyboardLayer::letters, KeyboardLayer::symbols, KeyboardLayer::accents}) {
            KeyboardState state{layer, true};
            Rect glass;
            Stage stage{[&](Page& page) {
                keyboard(page, state, "Continue");
                glass = {0, 0, page.width(), page.height()};
            }, width, height};
            CHECK(stage.elements().size() > 28);
            check_keys(stage);
            for (const auto& key : stage.elements())
                CHECK((glass.contains({key.where.x, key.where.y}) &&
                       glass.contains({key.where.right(), key.where.bottom()})));
        }
    Stage pads{[](Page& page) {
        digit_pad(page, {40, 100, 400, 400});
        letter_pad(page, {600, 100, 600, 400});
    }};
    CHECK(pads.elements().size() == 11 + 19);
    check_keys(pads);
}

TEST_CASE("the pad of letters has those that own letters are made of")
{
    Stage stage{[](Page& page) { letter_pad(page, {600, 100, 600, 400}); }};
    for (const char letter : std::string_view{"BCDFGHJKLMNPRSTVWX"})
        CHECK(stage.frames.transcript().find_key(std::string_view{&letter, 1}) != nullptr);
    for (const auto* letter : {"A", "E", "I", "O", "U", "Q"})
        CHECK(stage.frames.transcript().find_key(letter) == nullptr);
}

TEST_CASE("the pad of both has the digits and the letters that passes have")
{
    Stage stage{[](Page& page) { digit_and_letter_pad(page, {600, 100, 600, 530}); }};
    check_keys(stage);
    CHECK(stage.elements().size() == 10 + 16 + 1);
    for (const char key : std::string_view{"0123456789BCDFGHJKLNPRSTVX"})
        CHECK(stage.frames.transcript().find_key(std::string_view{&key, 1}) != nullptr);
}

TEST_CASE("the erase key takes whole letters")
{
    std::string text = "Zoë Łu";
    KeyboardState state;
    KeyPress erase;
    erase.erased = true;
    const char* const left[] = {"Zoë Ł", "Zoë ", "Zoë", "Zo", "Z", "", ""};
    for (const auto* words : left) {
        apply(erase, text, 60, state, Capitals::words);
        CHECK(text == words);
    }
    CHECK(state.shift);
}

TEST_CASE("no more letters are taken than the limit says however many bytes they have")
{
    std::string text;
    KeyboardState state;
    KeyPress press;
    press.typed = "é";
    for (int i = 0; i < 9; ++i) apply(press, text, 5, state, Capitals::sentences);
    CHECK(text == "ééééé");
}

TEST_CASE("capitals begin every word of a name and every sentence of a text")
{
    struct Case { const char* before; Capitals capitals; bool shift; };
    const Case cases[] = {{"Priya", Capitals::words, false},    {"Priya ", Capitals::words, true},
                          {"O'", Capitals::words, true},        {"Anne-", Capitals::words, true},
                          {"Well ", Capitals::sentences, false}, {"Well. ", Capitals::sentences, true}};
    for (const auto& [before, capitals, shift] : cases) {
        std::string text{before};
        KeyPress press;
        press.typed = std::string{text.back()};
        text.pop_back();
        KeyboardState state{KeyboardLayer::letters, !shift};
        apply(press, text, 60, state, capitals);
        INFO(text);
        CHECK(text == before);
        CHECK(state.shift == shift);
    }
}

TEST_CASE("an accent is typed once and the letters come back")
{
    std::string text;
    KeyboardState state{KeyboardLayer::accents, false};
    KeyPress press;
    press.typed = "ö";
    apply(press, text, 60, state, Capitals::words);
    CHECK(state.layer == KeyboardLayer::letters);
}

TEST_CASE("nothing pressed changes nothing")
{
    std::string text = "Priya";
    KeyboardState state{KeyboardLayer::accents, true};
    apply({}, text, 60, state, Capitals::words);
    CHECK((text == "Priya" && state.layer == KeyboardLayer::accents && state.shift));
}
