#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/band.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace refectory {

using namespace ui;

namespace {

constexpr std::size_t most_sticks = 3;  // more than a kiosk has sockets for
constexpr float lower_margin = 26, way_height = 64, way_gap = 14, problem_gap = 8;

const char* icon_of(AdminRowView::About about)
{
    switch (about) {
    case AdminRowView::About::visitors: return icons::present;
    case AdminRowView::About::exported: return icons::verified;
    case AdminRowView::About::confirmed: return icons::check;
    case AdminRowView::About::programme: return icons::calendar;
    case AdminRowView::About::clock: return icons::schedule;
    case AdminRowView::About::kiosk: return icons::place;
    }
    return icons::info;
}

// The icon in its tile, and what this card is about.
void draw_head(Page& page, const Rect& where, const char* glyph, std::string_view title, std::string_view detail)
{
    icon_tile(page, {where.x + 38, where.y + 34, 76, 76}, glyph, theme::green_tint, theme::green);
    const float x = where.x + 136, width = where.width - 136 - theme::inner;
    heading(page, {x, where.y + 34}, width, title, style::card_title, 1);
    line(page, {x, where.y + 76}, width, detail, with(style::body, theme::second_ink));
}

// All of them where there is room, else how many there are.
std::vector<std::string> told_within(Page& page, const std::vector<std::string>& problems, const TextStyle& look, float width, float room)
{
    float height = 0;
    for (const auto& problem : problems) height += measure_wrapped(page, problem, look, width).height + problem_gap;
    if (height <= room + problem_gap) return problems;
    return {fmt::format(fmt::runtime(words::admin::sticks_will_not_do), counted_words(static_cast<std::int64_t>(problems.size()), words::admin::stick))};
}

// One below the other, at the foot of the place. The height that they take, with the gap above them.
float draw_problems(Page& page, const Rect& where, const std::vector<std::string>& problems, float room)
{
    if (problems.empty()) return 0;
    const auto look = with(style::second, theme::amber_ink);
    const auto told = told_within(page, problems, look, where.width, room - problem_gap);
    float height = 0;
    for (const auto& problem : told) height += measure_wrapped(page, problem, look, where.width).height + problem_gap;
    float y = where.bottom() - height + problem_gap;
    for (const auto& problem : told) y += text(page, {where.x, y}, where.width, problem, look, 4) + problem_gap;
    return height;
}

// Height as its words need it.
float draw_no_stick(Page& page, const Rect& where, const std::vector<std::string>& problems)
{
    const auto look = with(style::second, theme::amber_ink);
    const float width = where.width - 56;
    auto told = told_within(page, problems, look, width, where.height - 58 - 20);
    if (told.empty()) told.emplace_back(words::admin::put_stick_in_more);
    float height = 58 + 20 - problem_gap;
    for (const auto& problem : told) height += measure_wrapped(page, problem, look, width).height + problem_gap;
    const Rect hint{where.x, where.bottom() - height, where.width, height};
    fill(page, hint, theme::amber_tint, theme::button_radius);
    line(page, {hint.x + 28, hint.y + 20}, width, words::admin::put_stick_in, {Weight::semibold, theme::size_button, theme::amber_ink});
    float y = hint.y + 58;
    for (const auto& problem : told) y += text(page, {hint.x + 28, y}, width, problem, look, 4) + problem_gap;
    return height;
}

// With what is wrong with others below them.
float draw_sticks(Page& page, const Rect& where, const AdminView& view, Intent& asked)
{
    const auto count = std::min(view.sticks.size(), most_sticks);
    const float height = count == 1 ? theme::button_height : count == most_sticks && !view.stick_problems.empty() ? 48 : 60;
    const float all = static_cast<float>(count) * (height + 10) - 10;
    const float below = draw_problems(page, where, view.stick_problems, where.height - all);
    for (std::size_t i = 0; i < count; ++i) {
        const Rect place{where.x, where.bottom() - below - all + static_cast<float>(i) * (height + 10), where.width, height};
        if (button(page, place, view.sticks[i], ButtonLook::primary)) asked = intent::Export{i};
    }
    return all + below;
}

// What is exported is explained where there is room left for it.
Intent draw_export(Page& page, const Rect& where, const AdminView& view)
{
    Intent asked;
    card(page, where);
    draw_head(page, where, icons::usb, view.waiting, words::admin::waiting_more);
    const Rect below{where.x + 38, where.y + 134, where.width - 76, where.height - 134 - 34};
    const float used = view.sticks.empty() ? draw_no_stick(page, below, view.stick_problems) : draw_sticks(page, below, view, asked);
    const auto look = with(style::body, theme::second_ink);
    if (measure_wrapped(page, words::admin::sealed, look, below.width).height + used + 12 <= below.height)
        text(page, {below.x, below.y}, below.width, words::admin::sealed, look);
    return asked;
}

struct Way { std::string_view words; const char* icon; intent::AdminPlace place; };
constexpr Way ways[]{{words::admin::today, icons::present, intent::AdminPlace::today}, {words::admin::week, icons::calendar, intent::AdminPlace::week},
                     {words::admin::feedback, icons::smile, intent::AdminPlace::feedback}, {words::admin::corrections, icons::edit, intent::AdminPlace::corrections}};

// The ways to the other pages.
Intent draw_ways(Page& page, const Rect& where)
{
    Intent asked;
    card(page, where);
    const Rect place{where.x + 38, where.y + lower_margin, where.width - 76, 2 * way_height + way_gap};
    const float half = (place.width - way_gap) / 2;
    for (std::size_t i = 0; i < std::size(ways); ++i) {
        const Rect way{place.x + static_cast<float>(i % 2) * (half + way_gap), place.y + static_cast<float>(i / 2) * (way_height + way_gap), half, way_height};
        if (button(page, way, ways[i].words, ButtonLook::secondary, ways[i].icon)) asked = intent::OpenAdminPlace{ways[i].place};
    }
    return asked;
}

intent::AdminPlace place_of(AdminRowView::About about)
{
    switch (about) {
    case AdminRowView::About::visitors: return intent::AdminPlace::fire_list;
    case AdminRowView::About::exported:
    case AdminRowView::About::confirmed: return intent::AdminPlace::left;
    case AdminRowView::About::clock: return intent::AdminPlace::clock;
    case AdminRowView::About::programme:
    case AdminRowView::About::kiosk: break;
    }
    return intent::AdminPlace::kiosk;
}

// Each row leads to the page that says more.
Intent draw_rows(Page& page, const Rect& where, const std::vector<AdminRowView>& rows)
{
    Intent asked;
    card(page, where);
    heading(page, {where.x + 32, where.y + 26}, where.width - 64, words::admin::this_kiosk, style::way_in, 1);
    const float height = (where.height - 90) / static_cast<float>(std::max<std::size_t>(5, rows.size()));
    Rect place{where.x + 16, where.y + 72, where.width - 32, height};
    for (const auto& row : rows) {
        const auto tap = tap_area(page, place, row.title);
        if (tap.pressed) fill(page, place.inset(4), theme::green_tint, theme::key_radius);
        if (tap.tapped) asked = intent::OpenAdminPlace{place_of(row.about)};
        if (row.wants_attention) page.report(ElementRole::picture, words::admin::wants_attention, {where.x + 31, place.centre().y - 15, 30, 30});
        const auto ink = row.wants_attention ? theme::amber_ink : theme::ink;
        icon(page, {where.x + 46, place.centre().y}, icon_of(row.about), 30, row.wants_attention ? theme::amber_ink : theme::green);
        line(page, {where.x + 78, place.centre().y - 30}, where.width - 146, row.title, with(style::strong, ink));
        line(page, {where.x + 78, place.centre().y + 1}, where.width - 146, row.detail, style::second);
        icon(page, {where.right() - 44, place.centre().y}, icons::chevron_right, 28, theme::second_ink);
        place.y += height;
        if (&row != &rows.back()) rule(page, {where.x + 32, place.y}, where.width - 64);
    }
    return asked;
}

}

Intent draw_admin(Page& page, const BandView& band, const AdminView& view, float remaining)
{
    draw_admin_band(page, band, words::admin::title, static_cast<int>(std::ceil(remaining * static_cast<float>(view.stays_seconds))));
    const float right_width = page.content_width() * 0.363F, bottom = page.height() - 92;
    const Rect left{theme::edge, 112, page.content_width() - right_width - theme::gap, bottom - 112};
    const float lower_height = 2 * lower_margin + 2 * way_height + way_gap;
    const Rect upper{left.x, left.y, left.width, left.height - theme::gap - lower_height};
    Intent asked = draw_export(page, upper, view);
    asked = either(asked, draw_ways(page, {left.x, upper.bottom() + theme::gap, left.width, lower_height}));
    asked = either(asked, draw_rows(page, {page.right_edge() - right_width, 112, right_width, left.height}, view.rows));
    if (!view.fingerprint.empty()) {
        const float width = page.content_width() - 220 - theme::gap;
        line(page, {theme::edge, page.height() - 72}, width, words::admin::six_words, with(style::small, theme::second_ink));
        line(page, {theme::edge, page.height() - 48}, width, view.fingerprint, style::strong);
    }
    if (button(page, {page.right_edge() - 220, page.height() - 76, 220, 60}, words::admin::leave, ButtonLook::danger, icons::log_out))
        asked = intent::GoHome{};
    return asked;
}

Intent draw_exporting(Page& page, const BandView& band, const ExportingView& view)
{
    draw_admin_mark(page, band);
    const Rect where{theme::edge, 112, page.content_width(), page.height() - 290};
    card(page, where);
    const float x = where.x + 64, width = where.width - 128;
    float y = where.centre().y - 130;
    icon_tile(page, {x, y, 96, 96}, icons::usb, theme::green_tint, theme::green);
    heading(page, {x + 124, y + 4}, width - 124, view.title, sized(style::title, theme::size_heading), 1);
    line(page, {x + 124, y + 62}, width - 124, view.counts, with(style::lead, theme::second_ink));
    y += 96 + 64;
    bar(page, {x, y, width, 24}, view.done);
    line(page, {x, y + 44}, width, view.stage, with(style::lead, theme::second_ink));
    line(page, {x, y + 84}, width, view.far, style::lead);
    line(page, {x, y + 44}, width, words::exporting::leave_in, with(with(style::lead, theme::second_ink), Align::right));
    if (button(page, {theme::edge, page.height() - 114, page.content_width(), theme::button_height}, words::exporting::stop,
               ButtonLook::secondary, nullptr, !view.stopping && view.can_stop))
        return intent::StopExport{};
    return {};
}

}
