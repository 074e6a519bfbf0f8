#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

Intent draw_activities(Page& page, const BandView& band, const ActivitiesView& view, ListDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 106}, page.content_width() - 320, words::activities::title, style::heading);
    text(page, {theme::edge, 162}, page.content_width() - 320, words::activities::lead, with(style::lead, theme::second_ink));
    if (button(page, {page.right_edge() - 280, 116, 280, 72}, words::activities::mine, ButtonLook::secondary, icons::person))
        asked = intent::OpenMine{};
    if (view.cards.empty())
        text(page, {theme::edge, 240}, page.content_width(), words::activities::none, style::lead);

    constexpr std::size_t shown = 6;
    if (draft.first >= view.cards.size()) draft.first = 0;
    const float width = (page.content_width() - theme::gap) / 2, height = 150;
    for (std::size_t i = 0; i < shown && draft.first + i < view.cards.size(); ++i) {
        const Rect where{theme::edge + static_cast<float>(i % 2) * (width + theme::gap),
                         214 + static_cast<float>(i / 2) * (height + 18), width, height};
        const auto& activity = view.cards[draft.first + i];
        if (draw_activity_card(page, where, activity)) asked = intent::OpenActivity{activity.activity};
    }
    draw_turns(page, {theme::edge, page.height() - 86, page.content_width(), 64}, shown, view.cards.size(), draft);
    return asked;
}

}
