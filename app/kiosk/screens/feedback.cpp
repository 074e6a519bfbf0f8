#include "kiosk/phrases.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

Intent draw_feedback_list(Page& page, const BandView& band, const FeedbackListView& view, ListDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 106}, page.content_width(), words::feedback::title, style::heading, 1);
    text(page, {theme::edge, 162}, page.content_width(), view.cards.empty() ? words::feedback::none : words::feedback::lead, with(style::lead, theme::second_ink));
    const float width = (page.content_width() - theme::gap) / 2;
    constexpr std::size_t shown = 6;
    if (draft.first >= view.cards.size()) draft.first = 0;
    for (std::size_t i = 0; i < shown && draft.first + i < view.cards.size(); ++i) {
        const auto& activity = view.cards[draft.first + i];
        const Rect where{theme::edge + static_cast<float>(i % 2) * (width + theme::gap), 220 + static_cast<float>(i / 2) * 140, width, 122};
        const auto tap = tap_area(page, where, activity.topic);
        card(page, tap.pressed ? where.moved(0, 2) : where);
        const auto look = look_of(activity.kind);
        icon_tile(page, {where.x + 26, where.y + 27, 68, 68}, look.icon, look.tint, look.ink);
        line(page, {where.x + 118, where.y + 24}, where.width - 180, activity.topic, {Weight::display, 25, theme::ink});
        line(page, {where.x + 118, where.y + 64}, where.width - 180, activity.when, style::second);
        icon(page, {where.right() - 40, where.centre().y}, icons::chevron_right, 32, theme::second_ink);
        if (tap.tapped) asked = intent::RateActivity{activity.activity};
    }
    draw_turns(page, {theme::edge, page.height() - 86, page.content_width(), 64}, shown, view.cards.size(), draft, words::newer);
    return asked;
}

Intent draw_faces(Page& page, const BandView& band, const FacesView& view)
{
    auto asked = draw_band_with_back(page, band, words::not_now);
    const auto look = look_of(view.card.kind);
    const auto kind = kind_words(view.card.kind);
    pill(page, {(page.width() - pill_width(page, look.icon, kind)) / 2, 130}, look.icon, kind, look.tint, look.ink);
    const auto question = fmt::format(fmt::runtime(words::feedback::how_was), view.card.topic);
    const float used = heading(page, {theme::edge, 190}, page.content_width(), question, with(style::title, Align::centre), 2);
    text(page, {theme::edge, 200 + used}, page.content_width(), words::feedback::one_tap, with(style::lead, Align::centre));

    const float gap = 22, width = (page.content_width() - 3 * gap) / 4, top = 390;
    for (int i = 0; i < 4; ++i) {
        const auto face = static_cast<Face>(i);
        const Rect where{theme::edge + static_cast<float>(i) * (width + gap), top, width, page.height() - top - 94};
        const auto tap = tap_area(page, where, face_words(face));
        card(page, tap.pressed ? where.moved(0, 3) : where, theme::face_tints[i]);
        icon(page, {where.centre().x, where.centre().y - 34}, icons::faces[i], 140, theme::face_inks[i]);
        draw_centred(page, {where.x, where.bottom() - 92, where.width, 50}, face_words(face), {Weight::semibold, 27, theme::face_inks[i], Align::left, 1.21F});
        if (tap.tapped) asked = intent::Rate{face};
    }
    return asked;
}

Intent draw_rated(Page& page, const BandView& band, const RatedView& view, float remaining)
{
    Intent asked;
    draw_band(page, band);
    const auto index = static_cast<std::size_t>(view.face);
    const Rect where{theme::edge, 112, page.content_width(), page.height() - 290};
    card(page, where, theme::face_tints[index]);
    icon(page, {where.centre().x, where.centre().y - 90}, icons::faces[index], 150, theme::face_inks[index]);
    heading(page, {where.x, where.centre().y + 20}, where.width, words::feedback::thanks, with(with(style::title, theme::face_inks[index]), Align::centre), 1);
    text(page, {where.x, where.centre().y + 90}, where.width, words::feedback::thanks_more, with(with(style::lead, theme::face_inks[index]), Align::centre));
    bar(page, {theme::edge, page.height() - 142, page.content_width(), 6}, remaining);
    const float half = (page.content_width() - 18) / 2, y = page.height() - 114;
    if (button(page, {theme::edge, y, half, theme::button_height}, words::feedback::undo, ButtonLook::secondary, icons::undo)) asked = intent::UndoRating{};
    if (button(page, {theme::edge + half + 18, y, half, theme::button_height}, words::feedback::add_words, ButtonLook::primary, icons::edit)) asked = intent::AddRatingWords{};
    return asked;
}

}
