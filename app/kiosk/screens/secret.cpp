#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

Intent draw_secret(Page& page, const BandView& band, const SecretView& view, SecretDraft& draft, const Intent& submit)
{
    Intent asked;
    if (view.can_go_back) asked = draw_band_with_back(page, band, words::back);
    else draw_band(page, band);
    const float left = (page.content_width() - theme::edge) / 2;
    heading(page, {theme::edge, 130}, left, view.title, style::heading);
    text(page, {theme::edge, 240}, left, view.hint, with(style::lead, theme::second_ink), 3);
    secret_field(page, {theme::edge, 360, std::min(left, 96.0F * static_cast<float>(view.length)), 96}, draft.typed, view.length, view.masked, view.title);
    draw_problem(page, {theme::edge, 484}, left, view.problem);

    const Rect pad{page.right_edge() - left, 130, left, page.height() - 270};
    const auto press = view.pad == SecretView::Pad::digits ? digit_pad(page, pad) : letter_pad(page, pad);
    if (press.erased && !draft.typed.empty()) draft.typed.pop_back();
    if (!press.typed.empty() && draft.typed.size() < view.length) draft.typed += press.typed;
    const bool whole = draft.typed.size() == view.length;
    if (button(page, {page.right_edge() - left, page.height() - 114, left, theme::button_height}, words::continue_,
               whole ? ButtonLook::primary : ButtonLook::quiet) && whole)
        asked = submit;
    return asked;
}

}
