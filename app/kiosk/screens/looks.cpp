#include "kiosk/screens/looks.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/widgets/band.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

KindLook look_of(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::lunch: return {icons::restaurant, theme::green_tint, theme::green};
    case ActivityKind::seminar: return {icons::school, theme::blue_tint, theme::blue_ink};
    case ActivityKind::forum: return {icons::groups, theme::amber_tint, theme::amber_ink};
    case ActivityKind::shadowing: return {icons::present, theme::blue_tint, theme::blue_ink};
    case ActivityKind::research: return {icons::search, theme::amber_tint, theme::amber_ink};
    }
    return {};
}

void draw_band(Page& page, const BandView& band)
{
    mark(page, band.title, band.subtitle, icons::restaurant, theme::green);
    date_and_clock(page, band.date, band.clock);
}

void draw_admin_mark(Page& page, const BandView& band)
{
    mark(page, words::admin::title, band.subtitle, icons::lock_open, theme::ink);
    date_and_clock(page, band.date, band.clock);
}

Intent draw_band_with_back(Page& page, const BandView& band, std::string_view back, Intent asked)
{
    date_and_clock(page, band.date, band.clock);
    return back_button(page, back) ? asked : Intent{};
}

void draw_places(Page& page, Point at, const ActivityCardView& card, Colour dots, Colour ink)
{
    if (card.chairs == 0) {
        line(page, at, 400, words::activity::no_places_here, with(style::strong, ink));
        return;
    }
    seats(page, at, card.taken, card.chairs, dots);
    const TextStyle strong{Weight::semibold, theme::size_lead, ink};
    const TextStyle rest{Weight::regular, theme::size_lead, ink.faded(0.85F)};
    const auto left = places_words(card.left);
    const auto of = card.left > 0         ? fmt::format(fmt::runtime(words::activity::of_chairs), card.chairs)
                    : card.waiting > 0 ? ", " + waiting_words(card.waiting)
                                       : std::string{};
    const float width = measure(page, left, strong).width;
    draw_line(page, {at.x, at.y + 42}, left, strong);
    draw_line(page, {at.x + width, at.y + 42}, of, rest);
    page.report(ElementRole::text, left + of, {at.x, at.y + 42, width, 34});
}

bool draw_activity_card(Page& page, const Rect& where, const ActivityCardView& view)
{
    const auto tap = tap_area(page, where, view.topic);
    card(page, tap.pressed ? where.moved(0, 2) : where);
    const auto look = look_of(view.kind);
    icon_tile(page, {where.x + 24, where.y + 24, 64, 64}, look.icon, look.tint, look.ink);
    const float x = where.x + 110, width = where.width - 160;
    const TextStyle title{Weight::display, 25, theme::ink, Align::left, 1.16F};
    float y = where.y + 20;
    y += text(page, {x, y}, width, view.topic, title, 2) + 4;
    y += style::second.size * style::second.line;
    line(page, {x, y - style::second.size * style::second.line}, width, fmt::format("{}, {}", view.when, view.place), style::second);
    if (!view.state.empty()) {
        const float used = pill(page, {x, where.bottom() - 50}, nullptr, view.state, theme::clay_tint, theme::clay_ink, 34) + 10;
        line(page, {x + used, where.bottom() - 46}, width - used, view.reason, with(style::small, theme::clay_ink));
    } else {
        const auto full = view.left <= 0 && view.chairs > 0;
        const auto words = !view.open          ? std::string{kind_words(view.kind)}
                           : view.chairs == 0 ? std::string{words::activity::no_places_here}
                                              : places_words(view.left);
        pill(page, {x, where.bottom() - 50}, nullptr, words, full ? theme::amber_tint : theme::green_tint,
             full ? theme::amber_ink : theme::green, 34);
    }
    icon(page, {where.right() - 32, where.centre().y}, icons::chevron_right, 30, theme::second_ink);
    return tap.tapped;
}

void draw_turns(Page& page, const Rect& where, std::size_t shown, std::size_t all, ListDraft& draft, std::string_view before)
{
    constexpr float width = 220, height = 64;
    const float y = where.bottom() - height;
    if (draft.first > 0 && button(page, {where.x, y, width, height}, before, ButtonLook::quiet, icons::arrow_back))
        draft.first -= std::min(shown, draft.first);
    if (draft.first + shown < all && button(page, {where.right() - width, y, width, height}, words::more, ButtonLook::quiet, icons::arrow_forward))
        draft.first += shown;
}

void draw_problem(Page& page, Point at, float width, std::string_view words)
{
    if (words.empty()) return;
    const TextStyle style{Weight::semibold, theme::size_body, theme::clay_ink};
    icon(page, {at.x + 14, at.y + 15}, icons::warning, 26, theme::clay_ink);
    text(page, {at.x + 38, at.y}, width - 38, words, style, 2);
}

}
