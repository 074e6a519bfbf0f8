#include "kiosk/admin_words.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

constexpr float inner = 32, visit_height = 92, turn_height = 72;
constexpr float sign_up_height = 98;

// As many rows of a list as go into the place, with the ways to the others below them where that is not all.
void draw_list(Page& page, const Rect& where, float row_height, std::size_t all, ListDraft& draft, const auto& draw_row)
{
    const bool is_all = static_cast<float>(all) * row_height <= where.height;
    const auto shown = static_cast<std::size_t>((where.height - (is_all ? 0 : turn_height)) / row_height);
    if (draft.first >= all) draft.first = 0;
    float y = where.y;
    for (auto i = draft.first; i < std::min(draft.first + shown, all); ++i, y += row_height) {
        if (i > draft.first) rule(page, {where.x, y}, where.width);
        draw_row(Rect{where.x, y, where.width, row_height}, i);
    }
    if (!is_all) draw_turns(page, {where.x, where.bottom() - turn_height, where.width, turn_height}, shown, all, draft);
}

Intent draw_open_visits(Page& page, const Rect& where, const CorrectionsView& view, ListDraft& draft)
{
    Intent asked;
    card(page, where);
    const float x = where.x + inner, width = where.width - 2 * inner;
    heading(page, {x, where.y + 26}, width, words::corrections::open_visits, style::way_in, 1);
    if (view.open.empty()) text(page, {x, where.y + 86}, width, words::corrections::none_open, with(style::body, theme::second_ink), 2);
    draw_list(page, {x, where.y + 72, width, where.height - 72 - 16}, visit_height, view.open.size(), draft, [&](const Rect& row, std::size_t i) {
        draw_admin_line(page, {row.x, row.y, width - 200, row.height}, icons::present, view.open[i]);
        if (button(page, {row.right() - 184, row.y + 14, 184, 64}, words::corrections::close, ButtonLook::secondary)) asked = intent::CloseVisit{i};
    });
    return asked;
}

bool draw_way(Page& page, const Rect& where, const char* glyph, std::string_view title, std::string_view more, std::string_view words)
{
    card(page, where);
    const float x = where.x + inner, width = where.width - 2 * inner;
    icon(page, {x + 15, where.y + 46}, glyph, 30, theme::green);
    heading(page, {x + 46, where.y + 29}, width - 46, title, style::way_in, 1);
    text(page, {x, where.y + 76}, width, more, with(style::body, theme::second_ink), 2);
    return button(page, {x, where.bottom() - inner - 64, width, 64}, words, ButtonLook::secondary);
}

// The time in the middle, a quarter and a whole hour to either side.
Intent draw_end(Page& page, const Rect& where, const CorrectView& view)
{
    Intent asked;
    card(page, where);
    const float x = where.x + inner, width = where.width - 2 * inner;
    heading(page, {x, where.y + 26}, width, words::corrections::ended, style::way_in, 1);
    line(page, {x, where.y + 84}, width, view.ended, with(sized(style::title, theme::size_display), Align::centre));
    line(page, {x, where.y + 158}, width, view.length, with(with(style::body, theme::second_ink), Align::centre));
    const float half = (width - 14) / 2, y = where.bottom() - inner - 2 * 72 - 14;
    const struct { std::string_view words; int minutes; } steps[] = {
        {words::corrections::hour_less, -60}, {words::corrections::hour_more, 60}, {words::corrections::quarter_less, -15}, {words::corrections::quarter_more, 15}};
    for (std::size_t i = 0; i < 4; ++i) {
        const Rect place{x + static_cast<float>(i % 2) * (half + 14), y + static_cast<float>(i / 2) * (72 + 14), half, 72};
        if (button(page, place, steps[i].words, ButtonLook::secondary)) asked = intent::StepEnd{steps[i].minutes};
    }
    return asked;
}

Intent draw_reasons(Page& page, const Rect& where, const CorrectView& view)
{
    Intent asked;
    card(page, where);
    const float x = where.x + inner, width = where.width - 2 * inner;
    heading(page, {x, where.y + 26}, width, words::corrections::why, style::way_in, 1);
    for (std::size_t i = 0; i < view.reasons.size(); ++i) {
        const Rect place{x, where.y + 84 + static_cast<float>(i) * 86, width, 72};
        if (choice(page, place, view.reasons[i], view.chosen == i)) asked = intent::ChooseReason{i};
    }
    return asked;
}

}

Intent draw_corrections(Page& page, const BandView& band, const CorrectionsView& view, ListDraft& draft, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::corrections::title, seconds);
    const auto place = admin_place(page);
    const float right_width = place.width * 0.42F, left_width = place.width - right_width - theme::gap;
    asked = either(asked, draw_open_visits(page, {place.x, place.y, left_width, place.height}, view, draft));
    const float half = (place.height - theme::gap) / 2, x = place.right() - right_width;
    if (draw_way(page, {x, place.y, right_width, half}, icons::person, words::corrections::sign_up, words::corrections::sign_up_more, words::corrections::find))
        asked = intent::FindSignUp{};
    if (draw_way(page, {x, place.y + half + theme::gap, right_width, half}, icons::edit, words::corrections::lost_letters, words::corrections::lost_letters_more,
                 words::corrections::new_letters))
        asked = intent::RenewLetters{};
    line(page, {theme::edge + 244, page.height() - 60}, page.content_width() - 2 * 244, words::corrections::recorded, with(style::small, Align::centre));
    return asked;
}

Intent draw_sign_ups_of(Page& page, const BandView& band, const SignUpsOfView& view, ListDraft& draft, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::corrections::title, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + 40, width = place.width - 80;
    heading(page, {x, place.y + 30}, width, view.title, style::card_title, 1);
    if (view.rows.empty()) text(page, {x, place.y + 96}, width, words::corrections::no_sign_ups, style::lead, 2);
    else rule(page, {x, place.y + 88}, width);
    draw_list(page, {x, place.y + 88, width, place.height - 88 - 16}, sign_up_height, view.rows.size(), draft, [&](const Rect& where, std::size_t i) {
        const auto& row = view.rows[i];
        line(page, {x, where.y + 18}, width - 240, row.topic, style::strong);
        line(page, {x, where.y + 50}, width - 240, fmt::format("{}. {}.", row.when, row.standing), style::second);
        if (button(page, {where.right() - 200, where.y + 17, 200, 64}, words::corrections::remove, ButtonLook::danger)) asked = intent::RemoveSignUp{row.activity};
    });
    return asked;
}

Intent draw_correct(Page& page, const BandView& band, const CorrectView& view, int seconds)
{
    Intent asked;
    draw_admin_band(page, band, words::corrections::title, seconds);
    heading(page, {theme::edge, 108}, page.content_width(), view.title, style::heading, 1);
    line(page, {theme::edge, 164}, page.content_width(), view.detail, with(style::lead, theme::second_ink));
    const Rect place{theme::edge, 216, page.content_width(), page.height() - 216 - 122};
    if (view.ended.empty()) {
        asked = draw_reasons(page, place, view);
    } else {
        const float half = (place.width - theme::gap) / 2;
        asked = draw_end(page, {place.x, place.y, half, place.height}, view);
        asked = either(asked, draw_reasons(page, {place.x + half + theme::gap, place.y, half, place.height}, view));
    }
    const float y = page.height() - 98;
    if (button(page, {theme::edge, y, 300, theme::button_height}, words::back, ButtonLook::secondary, icons::arrow_back)) asked = intent::GoBack{};
    if (button(page, {theme::edge + 318, y, page.content_width() - 318, theme::button_height}, view.button, view.takes_away ? ButtonLook::danger : ButtonLook::primary, nullptr, view.chosen.has_value()))
        asked = intent::Correct{};
    return asked;
}

}
