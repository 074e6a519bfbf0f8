#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

Intent draw_writing(Page& page, const BandView& band, const WritingView& view, TypingDraft& draft, const Intent& submit)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 102}, page.content_width(), view.title, style::heading, 1);
    if (view.problem.empty())
        text(page, {theme::edge, 158}, page.content_width(), view.hint, with(style::lead, theme::second_ink), 1);
    draw_problem(page, {theme::edge, 160}, page.content_width(), view.problem);
    text_area(page, {theme::edge, 208, page.content_width(), page.height() - keyboard_height - 232}, draft.text, view.title);
    const auto press = keyboard(page, draft.keyboard, view.button);
    if (press.continued) return submit;
    apply(press, draft.text, view.limit, draft.keyboard, Capitals::sentences);
    return asked;
}

}
