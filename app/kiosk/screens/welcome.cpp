#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

struct WayIn {
    const char* icon;
    Colour tint, ink;
    std::string_view title, subtitle;
};

bool draw_way_in(Page& page, const Rect& where, const WayIn& way)
{
    const auto tap = tap_area(page, where, way.title);
    card(page, tap.pressed ? where.moved(0, 2) : where);
    icon_tile(page, {where.x + 30, where.centre().y - 38, 76, 76}, way.icon, way.tint, way.ink);
    heading(page, {where.x + 130, where.centre().y - 34}, where.width - 190, way.title, style::way_in, 1);
    line(page, {where.x + 130, where.centre().y + 2}, where.width - 190, way.subtitle, style::second);
    icon(page, {where.right() - 48, where.centre().y}, icons::chevron_right, 34, theme::second_ink.faded(0.7F));
    return tap.tapped;
}

void draw_hero_ground(Page& page, const Rect& where)
{
    card(page, where, theme::green);
    disc_within(page, where, {where.right() - 70, where.y + 70}, 170, theme::white.faded(0.05F));
    disc_within(page, where, {where.right() - 70, where.y + 160}, 100, theme::white.faded(0.06F));
}

Intent draw_next(Page& page, const Rect& where, const ActivityCardView& next)
{
    draw_hero_ground(page, where);
    const float x = where.x + 42, width = where.width - 84;
    float pill_x = x + pill(page, {x, where.y + 38}, look_of(next.kind).icon, kind_words(next.kind), theme::amber, theme::ink) + 12;
    if (!next.state.empty()) pill_x += pill(page, {pill_x, where.y + 38}, nullptr, next.state, theme::clay_tint, theme::clay_ink) + 12;
    if (!next.soon.empty()) pill(page, {pill_x, where.y + 38}, nullptr, next.soon, theme::white.faded(0.16F), theme::white);
    float y = where.y + 102;
    y += heading(page, {x, y}, width, next.topic, with(style::title, theme::white), 2) + 10;
    if (!next.organisation.empty())
        y += text(page, {x, y}, width, fmt::format(fmt::runtime(words::welcome::with), next.organisation), with(style::lead, theme::white), 1) + 4;
    line(page, {x, y}, width, fmt::format("{}, {}", next.when, next.place), with(style::body, theme::white.faded(0.85F)));
    draw_places(page, {x, where.bottom() - 110}, next, theme::white, theme::white);
    const auto words = next.left > 0 ? words::welcome::sign_up : words::welcome::see_more;
    if (button(page, {where.right() - 251, where.bottom() - 122, 209, 84}, words, ButtonLook::on_green, icons::arrow_forward))
        return intent::OpenActivity{next.activity};
    return {};
}

void draw_nothing_next(Page& page, const Rect& where)
{
    draw_hero_ground(page, where);
    const float x = where.x + 42, width = where.width - 84;
    const float y = where.y + 102;
    const float used = heading(page, {x, y}, width, words::welcome::nothing_planned, with(style::title, theme::white));
    text(page, {x, y + used + 16}, width, words::welcome::nothing_planned_more, with(style::lead, theme::white));
}

Intent draw_day(Page& page, const Rect& where, const DayView& day)
{
    Intent asked;
    if (day.today) card(page, where, theme::card, 18);
    const TextStyle name{Weight::semibold, theme::size_second, day.today ? theme::green : theme::second_ink};
    const float width = measure(page, day.name, name).width;
    draw_line(page, {where.x + 18, where.y + 12}, day.name, name);
    draw_line(page, {where.x + 26 + width, where.y + 12}, day.number, with(name, theme::ink));
    page.report(ElementRole::text, day.name + " " + day.number, {where.x + 18, where.y + 12, width + 40, 27});
    float y = where.y + 46;
    for (const auto& item : day.items) {
        const auto look = look_of(item.kind);
        const Rect place{where.x + 18, y, where.width - 30, 34};
        const auto tap = tap_area(page, place, item.words);
        fill(page, place, item.cancelled ? theme::clay_tint : look.tint, 10);
        const TextStyle words{Weight::medium, 17, item.cancelled ? theme::clay_ink : look.ink, Align::left, 1.21F};
        const auto shown = shortened(page, item.words, words, place.width - 20);
        draw_line(page, {place.x + 11, place.centre().y - 10}, shown, words);
        if (item.cancelled) fill(page, {place.x + 11, place.centre().y, measure(page, shown, words).width, 2}, theme::clay_ink);
        if (tap.tapped) asked = intent::OpenActivity{item.activity};
        y += 41;
    }
    return asked;
}

Intent draw_days(Page& page, const std::vector<DayView>& days, float top)
{
    Intent asked;
    const float width = page.content_width() / static_cast<float>(std::max<std::size_t>(1, days.size()));
    for (std::size_t i = 0; i < days.size(); ++i) {
        const Rect where{theme::edge + static_cast<float>(i) * width, top, width - 8, 134};
        auto from_day = draw_day(page, where, days[i]);
        if (!std::holds_alternative<intent::Nothing>(from_day)) asked = from_day;
    }
    return asked;
}

void draw_changed(Page& page, const WelcomeView::Changed& changed)
{
    constexpr float beside_no_names = 340;
    const float x = theme::edge + 44, width = page.content_width() - 44 - beside_no_names;
    icon(page, {theme::edge + 16, page.height() - 53}, icons::warning, 32, theme::clay);
    line(page, {x, page.height() - 80}, width, changed.what, with(style::strong, theme::clay_ink));
    line(page, {x, page.height() - 51}, width, changed.reason, with(style::second, theme::clay_ink));
}

}

Intent draw_welcome(Page& page, const BandView& band, const WelcomeView& view, WelcomeDraft& draft)
{
    Intent asked;
    draw_band(page, band);
    draft.corner_held = tap_area(page, {0, 0, 130, 104}, words::admin::corner).pressed;
    const float bottom = page.height() - 256;
    const float right_width = page.content_width() * 0.397F;
    const Rect hero{theme::edge, 112, page.content_width() - right_width - theme::gap, bottom - 112};
    if (view.next) asked = draw_next(page, hero, *view.next);
    else draw_nothing_next(page, hero);

    const float x = page.right_edge() - right_width, height = (hero.height - 36) / 3;
    const WayIn lunches{icons::restaurant, theme::green_tint, theme::green, words::welcome::lunches, words::welcome::lunches_more};
    const WayIn visiting{icons::qr_code, theme::amber_tint, theme::amber_ink, words::welcome::visiting, words::welcome::visiting_more};
    const WayIn feedback{icons::smile, theme::clay_tint, theme::clay, words::welcome::feedback, words::welcome::feedback_more};
    if (draw_way_in(page, {x, hero.y, right_width, height}, lunches)) asked = intent::OpenActivities{};
    if (draw_way_in(page, {x, hero.y + height + 18, right_width, height}, visiting)) asked = intent::OpenVisiting{};
    if (draw_way_in(page, {x, hero.y + 2 * (height + 18), right_width, height}, feedback)) asked = intent::OpenFeedback{};

    auto from_days = draw_days(page, view.days, bottom + 24);
    if (!std::holds_alternative<intent::Nothing>(from_days)) asked = from_days;
    if (view.changed) draw_changed(page, *view.changed);
    line(page, {theme::edge, page.height() - 64}, page.content_width(), words::welcome::no_names, with(style::small, Align::right));
    return asked;
}

}
