// The touch keyboard, a pad of digits, a pad of letters and one of both. They say what was pressed; the text is the screen's.
// No suggestions, no repeat: a key acts once, when the finger leaves it.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <string>

namespace refectory::ui {

enum class KeyboardLayer { letters, symbols, accents };

struct KeyboardState {
    KeyboardLayer layer = KeyboardLayer::letters;
    bool shift = true;  // names and sentences begin with a capital
};

struct KeyPress {
    std::string typed;
    bool erased = false;
    bool continued = false;
    bool any() const { return erased || continued || !typed.empty(); }
};

inline constexpr float keyboard_height = 324;

KeyPress keyboard(Page& page, KeyboardState& state, std::string_view continue_words);  // at the foot of the page
KeyPress digit_pad(Page& page, const Rect& where);
KeyPress letter_pad(Page& page, const Rect& where);
KeyPress digit_and_letter_pad(Page& page, const Rect& where);

// Puts a press into a text of at most so many code points; a capital is chosen anew at its beginning and after a blank
// where every word has one.
enum class Capitals { words, sentences };
void apply(const KeyPress& press, std::string& text, std::size_t limit, KeyboardState& state, Capitals capitals);

}
