// What the page says, in words and places: every widget reports what it draws. A test reads and taps by it, and a voice can
// read it aloud. It holds only what is on the glass just now.
#pragma once

#include "kiosk/widgets/geometry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace refectory::ui {

enum class ElementRole { heading, text, button, field, key, picture };

struct Element {
    ElementRole role = ElementRole::text;
    std::string words;
    Rect where;
    bool chosen = false;
    bool enabled = true;
    friend bool operator==(const Element&, const Element&) = default;
};

class Transcript {
public:
    void clear() { elements_.clear(); }
    void add(Element element) { elements_.push_back(std::move(element)); }
    const std::vector<Element>& elements() const { return elements_; }

    bool shows(std::string_view words) const;
    // Of what can be tapped: the one with just these words, else the first that begins with or holds them. A key is found
    // by all of its words only, for most are single letters.
    const Element* find_to_tap(std::string_view words) const;
    const Element* find_key(std::string_view label) const;
    std::string text() const;  // a line an element, for a person to read

private:
    std::vector<Element> elements_;
};

}
