#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// What is typed first says which of the two secrets it is going to be.
std::size_t length_of(const SecretView& view, std::string_view typed)
{
    return view.pad == SecretView::Pad::either && !typed.empty() && !is_digit(typed.front()) ? view.letters_length : view.length;
}

KeyPress draw_pad(Page& page, const Rect& where, SecretView::Pad pad)
{
    switch (pad) {
    case SecretView::Pad::digits: return digit_pad(page, where);
    case SecretView::Pad::letters: return letter_pad(page, where);
    case SecretView::Pad::either: break;
    }
    return digit_and_letter_pad(page, where);
}

// A letter among digits would be no code: it is not taken.
void type(const KeyPress& press, const SecretView& view, std::string& typed)
{
    if (press.erased && !typed.empty()) typed.pop_back();
    if (press.typed.empty() || (!typed.empty() && is_digit(press.typed.front()) != is_digit(typed.front()))) return;
    if (typed.empty() || typed.size() < length_of(view, typed)) typed += press.typed;
}

}

Intent draw_secret(Page& page, const BandView& band, const SecretView& view, SecretDraft& draft, const Intent& submit)
{
    Intent asked;
    if (view.can_go_back) asked = draw_band_with_back(page, band, words::back);
    else draw_band(page, band);
    const float left = (page.content_width() - theme::edge) / 2;
    heading(page, {theme::edge, 130}, left, view.title, style::heading);
    text(page, {theme::edge, 240}, left, view.hint, with(style::lead, theme::second_ink), 3);
    const auto length = length_of(view, draft.typed);
    secret_field(page, {theme::edge, 360, std::min(left, 96.0F * static_cast<float>(length)), 96}, draft.typed, length, view.masked, view.title);
    draw_problem(page, {theme::edge, 484}, left, view.problem);

    const Rect pad{page.right_edge() - left, 130, left, page.height() - 270};
    type(draw_pad(page, pad, view.pad), view, draft.typed);
    const bool whole = draft.typed.size() == length_of(view, draft.typed);
    if (button(page, {page.right_edge() - left, page.height() - 114, left, theme::button_height}, words::continue_,
               whole ? ButtonLook::primary : ButtonLook::quiet) && whole)
        asked = submit;
    return asked;
}

}
