#include "kiosk/widgets/keyboard.hpp"

#include "domain/names.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <array>
#include <vector>

namespace refectory::ui {

namespace {

using Row = std::vector<std::string_view>;
constexpr float key_gap = 8, key_height = 64;
constexpr TextStyle key_text{Weight::medium, theme::size_button, theme::ink, Align::left, 1.21F};

struct Layout { Row first, second, third; };

Layout layout_of(const KeyboardState& state)
{
    switch (state.layer) {
    case KeyboardLayer::symbols:
        return {{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"},
                {"@", "£", "&", "(", ")", "/", ":", ";", "\"", "'"},
                {".", ",", "?", "!", "%", "+", "=", "-"}};
    case KeyboardLayer::accents:
        if (state.shift)
            return {{"À", "Á", "Â", "Ä", "Ã", "Å", "Æ", "Ç", "È", "É"},
                    {"Ê", "Ë", "Í", "Î", "Ï", "Ñ", "Ò", "Ó", "Ô", "Õ"},
                    {"Ö", "Ø", "Ù", "Ú", "Ü", "Ý", "Š", "Ł"}};
        return {{"à", "á", "â", "ä", "ã", "å", "æ", "ç", "è", "é"},
                {"ê", "ë", "í", "î", "ï", "ñ", "ò", "ó", "ô", "õ"},
                {"ö", "ø", "ù", "ú", "ü", "ý", "š", "ł"}};
    case KeyboardLayer::letters: break;
    }
    if (state.shift)
        return {{"Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"},
                {"A", "S", "D", "F", "G", "H", "J", "K", "L", "'"},
                {"Z", "X", "C", "V", "B", "N", "M", "-"}};
    return {{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
            {"a", "s", "d", "f", "g", "h", "j", "k", "l", "'"},
            {"z", "x", "c", "v", "b", "n", "m", "-"}};
}

bool key(Page& page, const Rect& where, std::string_view label, std::string_view words, Colour ground = theme::card,
         const char* glyph = nullptr, bool chosen = false)
{
    const auto tap = tap_area(page, where, words, ElementRole::key, chosen);
    fill(page, where.moved(0, 2), theme::ink.faded(0.10F), theme::key_radius);
    fill(page, where, tap.pressed ? theme::green_tint : ground, theme::key_radius);
    if (tap.pressed) outline(page, where, theme::green, theme::key_radius, 2);
    const bool on_green = ground.red == theme::green.red;
    const auto ink = on_green && !tap.pressed ? theme::white : theme::ink;
    if (glyph) icon(page, where.centre(), glyph, 30, ink);
    else draw_centred(page, where, label,
                      sized(with(key_text, ink), label.size() > 3 ? theme::size_body : theme::size_button));
    return tap.tapped;
}

void row(Page& page, const Row& keys, Rect where, std::string& typed)
{
    const float width = (where.width - key_gap * static_cast<float>(keys.size() - 1)) / static_cast<float>(keys.size());
    for (const auto label : keys) {
        if (key(page, {where.x, where.y, width, where.height}, label, label)) typed = label;
        where.x += width + key_gap;
    }
}

void third_row(Page& page, const Row& keys, const Rect& where, KeyboardState& state, KeyPress& press)
{
    const float side = where.width * 0.125F;
    const bool has_shift = state.layer != KeyboardLayer::symbols;
    const auto ground = has_shift && state.shift ? theme::green_tint : theme::quiet_key;
    if (has_shift) {
        if (key(page, {where.x, where.y, side, where.height}, "", "Shift", ground, icons::arrow_upward, state.shift))
            state.shift = !state.shift;
    }
    row(page, keys, {where.x + side + key_gap, where.y, where.width - 2 * (side + key_gap), where.height}, press.typed);
    const Rect erase{where.right() - side, where.y, side, where.height};
    press.erased = key(page, erase, "", "Erase", theme::quiet_key, icons::backspace);
}

void last_row(Page& page, const Rect& where, KeyboardState& state, KeyPress& press, std::string_view continue_words)
{
    const float side = where.width * 0.145F, accents = where.width * 0.11F, go = where.width * 0.182F;
    const bool letters = state.layer == KeyboardLayer::letters;
    float x = where.x;
    const auto* first = state.layer == KeyboardLayer::symbols ? "ABC" : "123";
    if (key(page, {x, where.y, side, where.height}, first, first, theme::quiet_key))
        state.layer = state.layer == KeyboardLayer::symbols ? KeyboardLayer::letters : KeyboardLayer::symbols;
    x += side + key_gap;
    const auto* second = letters || state.layer == KeyboardLayer::symbols ? "é à ö" : "abc";
    if (key(page, {x, where.y, accents, where.height}, second, second, theme::quiet_key))
        state.layer = state.layer == KeyboardLayer::accents ? KeyboardLayer::letters : KeyboardLayer::accents;
    x += accents + key_gap;
    const float space = where.right() - go - key_gap - x;
    if (key(page, {x, where.y, space, where.height}, "space", "space")) press.typed = " ";
    const Rect last{where.right() - go, where.y, go, where.height};
    press.continued = key(page, last, continue_words, continue_words, theme::green);
}

KeyPress pad(Page& page, const Rect& where, const std::vector<Row>& rows)
{
    KeyPress press;
    const auto count = static_cast<float>(rows.size());
    const float height = (where.height - key_gap * (count - 1)) / count;
    float y = where.y;
    for (const auto& keys : rows) {
        const auto columns = static_cast<float>(keys.size());
        const float width = (where.width - key_gap * (columns - 1)) / columns;
        float x = where.x;
        for (const auto label : keys) {
            const Rect place{x, y, width, height};
            if (label == "<") press.erased = key(page, place, "", "Erase", theme::quiet_key, icons::backspace);
            else if (!label.empty() && key(page, place, label, label)) press.typed = label;
            x += width + key_gap;
        }
        y += height + key_gap;
    }
    return press;
}

}

KeyPress keyboard(Page& page, KeyboardState& state, std::string_view continue_words)
{
    const float top = page.height() - keyboard_height;
    fill(page, {0, top, page.width(), keyboard_height + theme::card_radius}, theme::tray, theme::card_radius);
    KeyPress press;
    const auto keys = layout_of(state);
    Rect where{theme::edge, top + 22, page.content_width(), key_height};
    row(page, keys.first, where, press.typed);
    row(page, keys.second, where.moved(0, key_height + key_gap), press.typed);
    third_row(page, keys.third, where.moved(0, 2 * (key_height + key_gap)), state, press);
    last_row(page, where.moved(0, 3 * (key_height + key_gap)), state, press, continue_words);
    return press;
}

KeyPress digit_pad(Page& page, const Rect& where)
{
    return pad(page, where, {{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"", "0", "<"}});
}

// The letters that a set of own letters can have, in the order of the alphabet.
KeyPress letter_pad(Page& page, const Rect& where)
{
    return pad(page, where,
               {{"B", "C", "D", "F", "G"}, {"H", "J", "K", "L", "M"}, {"N", "P", "R", "S", "T"}, {"V", "W", "X", "", "<"}});
}

// The letters are those that are on passes.
KeyPress digit_and_letter_pad(Page& page, const Rect& where)
{
    return pad(page, where,
               {{"1", "2", "3", "4", "5"}, {"6", "7", "8", "9", "0"}, {"B", "C", "D", "F", "G", "H"}, {"J", "K", "L", "N", "P", "R"}, {"S", "T", "V", "X", "<"}});
}

void apply(const KeyPress& press, std::string& text, std::size_t limit, KeyboardState& state, Capitals capitals)
{
    if (press.erased) {
        while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
    } else if (!press.typed.empty()) {
        if (code_points(text) < limit) text += press.typed;
    } else {
        return;
    }
    const bool after_blank = !text.empty() && (text.back() == ' ' || text.back() == '-' || text.back() == '\'');
    const bool after_stop = text.ends_with(". ") || text.ends_with("? ") || text.ends_with("! ");
    state.shift = text.empty() || (capitals == Capitals::words ? after_blank : after_stop);
    if (state.layer == KeyboardLayer::accents && !press.erased) state.layer = KeyboardLayer::letters;
}

}
