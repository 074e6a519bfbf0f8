#include "kiosk/phrases.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

namespace {

constexpr float right_width = 420;

void draw_objectives(Page& page, const Rect& where, const CheckOutView& view, CheckOutDraft& draft)
{
    card(page, where);
    line(page, {where.x + 30, where.y + 20}, where.width - 60, words::check_out::objectives, style::strong);
    const std::string_view labels[] = {words::check_out::met, words::check_out::partly_met, words::check_out::not_met};
    const float step = std::min(110.0F, (where.height - 70) / static_cast<float>(std::max<std::size_t>(1, view.objectives.size())));
    for (std::size_t i = 0; i < view.objectives.size(); ++i) {
        const float y = where.y + 60 + static_cast<float>(i) * step;
        if (i > 0) rule(page, {where.x + 30, y - 2}, where.width - 60);
        const float words_width = where.width - 400;
        const auto style = sized(style::body, 18);
        const auto height = std::min(measure_wrapped(page, view.objectives[i].words, style, words_width).height, step);
        text(page, {where.x + 30, y + (step - height) / 2}, words_width, view.objectives[i].words, style, 3);
        for (int outcome = 0; outcome < 3; ++outcome) {
            const Rect place{where.right() - 350 + static_cast<float>(outcome) * 110, y + (step - 52) / 2, 102, 52};
            const auto value = static_cast<Outcome>(outcome);
            auto& chosen = draft.outcomes[i];
            if (choice(page, place, labels[outcome], chosen == value)) {
                if (chosen == value) chosen.reset();  // a second tap takes it back
                else chosen = value;
            }
        }
    }
}

void draw_face_row(Page& page, const Rect& where, CheckOutDraft& draft)
{
    card(page, where);
    line(page, {where.x + 30, where.y + 18}, where.width - 60, words::check_out::how, style::strong);
    const float width = (where.width - 60 - 24) / 4;
    for (int i = 0; i < 4; ++i) {
        const Rect place{where.x + 30 + static_cast<float>(i) * (width + 8), where.y + 58, width, 108};
        const auto face = static_cast<Face>(i);
        const bool chosen = draft.face == face;
        const auto tap = tap_area(page, place, face_words(face), ElementRole::button, chosen);
        fill(page, place, theme::face_tints[i], theme::key_radius);
        if (chosen) outline(page, place, theme::ink, theme::key_radius, 4);
        icon(page, {place.centre().x, place.y + 34}, icons::faces[i], 46, theme::face_inks[i]);
        const auto label = sized(with(style::strong, theme::face_inks[i]), 15);
        const auto words = measure_wrapped(page, face_words(face), label, width - 8);
        if (words.height < 30) draw_centred(page, {place.x, place.y + 66, place.width, 34}, face_words(face), label);
        else text(page, {place.x + 4, place.y + 58}, width - 8, face_words(face), with(label, Align::centre), 2);
        if (tap.tapped) draft.face = chosen ? std::nullopt : std::optional{face};
    }
}

}

Intent draw_check_out(Page& page, const BandView& band, const CheckOutView& view, CheckOutDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::not_me);
    heading(page, {theme::edge, 102}, page.content_width(), view.title, style::heading, 1);
    line(page, {theme::edge, 160}, page.content_width(), view.given, with(style::lead, theme::second_ink));
    const float bottom = page.height() - 132;
    const bool has_objectives = !view.objectives.empty();
    const float left_width = page.content_width() - right_width - theme::gap;
    if (has_objectives) draw_objectives(page, {theme::edge, 212, left_width, bottom - 212}, view, draft);

    const float x = has_objectives ? page.right_edge() - right_width : theme::edge;
    const float width = has_objectives ? right_width : page.content_width();
    draw_face_row(page, {x, 212, width, 182}, draft);
    const Rect more{x, 412, width, bottom - 412};
    card(page, more);
    const auto words = draft.words.empty() ? words::check_out::add_words : words::check_out::change_words;
    if (button(page, {x + 30, more.y + 26, width - 60, 68}, words, ButtonLook::secondary, icons::edit)) asked = intent::AddVisitWords{};
    if (!draft.words.empty()) {
        text(page, {x + 30, more.y + 108}, width - 60, draft.words, style::second, 2);
        if (tick_box(page, {x + 30, more.bottom() - 76, width - 60, 56}, words::check_out::quote, draft.may_be_quoted))
            draft.may_be_quoted = !draft.may_be_quoted;
    }
    if (button(page, {theme::edge, page.height() - 114, page.content_width(), theme::button_height}, words::check_out::check_out,
               ButtonLook::primary, icons::log_out))
        asked = intent::CheckOutNow{};
    return asked;
}

}
