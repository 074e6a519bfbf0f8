#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

Intent draw_own(Page& page, const Rect& where, const OwnSignUpView& own)
{
    Intent asked;
    card(page, where);
    const auto look = look_of(own.card.kind);
    icon_tile(page, {where.x + 26, where.centre().y - 36, 72, 72}, look.icon, look.tint, look.ink);
    const float x = where.x + 124, width = where.width - 124 - 256;
    const bool changed = !own.card.state.empty();
    const float top = where.y + (changed ? 6.0F : 18.0F);
    line(page, {x, top}, width, own.card.topic, {Weight::display, 25, theme::ink, Align::left, 1.2F});
    line(page, {x, top + 32}, width, fmt::format("{}, {}", own.card.when, own.card.place), style::second);
    const bool lies_ahead = !own.card.cancelled && !own.card.over;  // a place at what does not take place is none
    float pill_x = x;
    if (lies_ahead) {
        const auto standing = own.has_place ? std::string{words::mine::place} : fmt::format(fmt::runtime(words::mine::waits), own.waiting_number);
        pill_x += 10 + pill(page, {x, top + 66}, nullptr, standing, own.has_place ? theme::green_tint : theme::amber_tint,
                            own.has_place ? theme::green : theme::amber_ink, 32);
    } else if (!own.card.cancelled) {
        pill_x += 10 + pill(page, {x, top + 66}, nullptr, words::mine::over, theme::quiet_key, theme::second_ink, 32);
    }
    if (changed) {
        pill(page, {pill_x, top + 66}, nullptr, own.card.state, theme::clay_tint, theme::clay_ink, 32);
        line(page, {x, top + 101}, width, own.card.reason, with(style::small, theme::clay_ink));
    }
    if (own.card.over) return asked;  // there is nothing left to give up
    Rect beside{where.right() - 226, where.y + (own.card.cancelled ? 42.0F : 10.0F), 200, 56};
    if (lies_ahead) {
        if (button(page, beside, words::mine::calendar, ButtonLook::secondary, icons::calendar)) asked = intent::ShowCalendar{own.card.activity};
        beside = beside.moved(0, 64);
    }
    if (button(page, beside, words::mine::cancel, ButtonLook::danger)) asked = intent::Cancel{own.card.activity};
    return asked;
}

}

Intent draw_mine(Page& page, const BandView& band, const MineView& view, ListDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::finish, intent::GoHome{});  // not to what was typed to come here
    heading(page, {theme::edge, 106}, page.content_width(), view.greeting, style::heading, 1);
    text(page, {theme::edge, 160}, page.content_width(), view.sign_ups.empty() ? words::mine::none : words::mine::lead, with(style::lead, theme::second_ink));
    constexpr std::size_t shown = 3;
    if (draft.first >= view.sign_ups.size()) draft.first = 0;
    for (std::size_t i = 0; i < shown && draft.first + i < view.sign_ups.size(); ++i) {
        const Rect where{theme::edge, 210 + static_cast<float>(i) * 154, page.content_width(), 140};
        auto from_own = draw_own(page, where, view.sign_ups[draft.first + i]);
        if (!std::holds_alternative<intent::Nothing>(from_own)) asked = from_own;
    }
    const float y = page.height() - 96;
    if (button(page, {theme::edge, y, 300, 64}, words::mine::erase, ButtonLook::quiet, icons::erase)) asked = intent::EraseMe{};
    draw_turns(page, {page.right_edge() - 460, y, 460, 64}, shown, view.sign_ups.size(), draft);
    return asked;
}

}
