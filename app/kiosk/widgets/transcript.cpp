#include "kiosk/widgets/transcript.hpp"

#include <algorithm>

namespace refectory::ui {

namespace {

bool can_be_tapped(const Element& element)
{
    return element.enabled && (element.role == ElementRole::button || element.role == ElementRole::field);
}

template <class Matches>
const Element* first(const std::vector<Element>& elements, Matches matches)
{
    const auto found = std::ranges::find_if(elements, matches);
    return found == elements.end() ? nullptr : &*found;
}

}

bool Transcript::shows(std::string_view words) const
{
    return std::ranges::any_of(elements_, [&](const Element& element) { return element.words.contains(words); });
}

const Element* Transcript::find_to_tap(std::string_view words) const
{
    if (const auto* exact = first(elements_, [&](const Element& e) { return can_be_tapped(e) && e.words == words; }))
        return exact;
    if (const auto* key = find_key(words)) return key;
    if (const auto* begins = first(elements_, [&](const Element& e) { return can_be_tapped(e) && e.words.starts_with(words); }))
        return begins;
    return first(elements_, [&](const Element& e) { return can_be_tapped(e) && e.words.contains(words); });
}

const Element* Transcript::find_key(std::string_view label) const
{
    return first(elements_, [&](const Element& e) { return e.role == ElementRole::key && e.words == label; });
}

std::string Transcript::text() const
{
    static constexpr std::string_view marks[] = {"# ", "  ", "> ", "_ ", ". ", "* "};
    std::string lines;
    for (const auto& element : elements_) {
        if (element.role == ElementRole::key) continue;
        lines += marks[static_cast<std::size_t>(element.role)];
        lines += element.words;
        if (element.chosen) lines += " (chosen)";
        if (!element.enabled) lines += " (not now)";
        lines += '\n';
    }
    return lines;
}

}
