#include "kiosk/admin_words.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

using namespace ui;

namespace {

constexpr float inner = 32, counts_height = 132, row_height = 82;
// A fire list names everybody: the more there are, the smaller they stand.
struct FireGrid { std::size_t columns, rows; bool has_details; };
constexpr FireGrid fire_grids[]{{2, 6, true}, {3, 6, true}, {4, 12, false}, {5, 14, false}, {6, 17, false}};

void draw_counts(Page& page, const Rect& where, const std::vector<TodayView::Count>& counts)
{
    card(page, where);
    const float width = where.width / static_cast<float>(counts.size());
    float x = where.x;
    for (const auto& count : counts) {
        const auto number = with(sized(style::title, theme::size_title), theme::green);
        const float number_width = measure(page, count.number, number).width;
        line(page, {x + inner, where.centre().y - 30}, width - inner, count.number, number);
        line(page, {x + inner + number_width + 14, where.centre().y - 9}, width - inner - number_width - 14, count.words, with(style::body, theme::second_ink));
        x += width;
        if (&count != &counts.back()) fill(page, {x, where.y + 30, 1, where.height - 60}, theme::line);
    }
}

// As many rows as there is room for; how many more there are is said in the last.
template <class Row>
void draw_rows(Page& page, const Rect& where, const std::vector<Row>& rows, const auto& draw_row)
{
    const auto room = static_cast<std::size_t>(where.height / row_height);
    const auto shown = rows.size() > room ? room - 1 : rows.size();
    float y = where.y;
    for (std::size_t i = 0; i < shown; ++i, y += row_height) {
        draw_row(Rect{where.x, y, where.width, row_height}, rows[i]);
        if (i + 1 < rows.size()) rule(page, {where.x, y + row_height}, where.width);
    }
    if (shown < rows.size()) line(page, {where.x, y + 22}, where.width, fmt::format(fmt::runtime(words::today::and_more), rows.size() - shown), style::strong);
}

bool draw_who_is_in(Page& page, const Rect& where, const TodayView& view)
{
    card(page, where);
    heading(page, {where.x + inner, where.y + 26}, where.width - 2 * inner, words::today::who_is_in, style::way_in, 1);
    const Rect rows{where.x + inner, where.y + 72, where.width - 2 * inner, where.height - 72 - 116};
    if (view.in.empty()) line(page, {rows.x, rows.y + 14}, rows.width, words::admin::nobody_is_in, with(style::body, theme::second_ink));
    draw_rows(page, rows, view.in, [&](const Rect& place, const AdminLineView& row) { draw_admin_line(page, place, icons::present, row); });
    return button(page, {rows.x, where.bottom() - inner - 72, rows.width, 72}, words::today::fire_list, ButtonLook::primary, icons::groups);
}

void draw_expected_row(Page& page, const Rect& where, const TodayView::Expected& row)
{
    const float time = 100;
    icon(page, {where.x + 15, where.centre().y}, row.is_here ? icons::present : icons::schedule, 30, row.is_here ? theme::green : theme::second_ink);
    line(page, {where.x + 46, where.centre().y - 30}, where.width - 46 - time, row.name, style::strong);
    line(page, {where.right() - time, where.centre().y - 28}, time, row.time, with(style::second, Align::right));
    line(page, {where.x + 46, where.centre().y + 1}, where.width - 46, row.standing, with(style::second, row.is_here ? theme::green : theme::second_ink));
}

void draw_expected(Page& page, const Rect& where, const TodayView& view)
{
    card(page, where);
    heading(page, {where.x + inner, where.y + 26}, where.width - 2 * inner, words::today::expected, style::way_in, 1);
    const Rect rows{where.x + inner, where.y + 72, where.width - 2 * inner, where.height - 72 - 16};
    if (view.expected.empty()) text(page, {rows.x, rows.y + 14}, rows.width, words::today::nobody_expected, with(style::body, theme::second_ink), 2);
    draw_rows(page, rows, view.expected, [&](const Rect& place, const TodayView::Expected& row) { draw_expected_row(page, place, row); });
}

void draw_present(Page& page, const Rect& where, const AdminLineView& row, const FireGrid& grid)
{
    if (!grid.has_details) {
        line(page, {where.x, where.centre().y - 13}, where.width, row.title, sized(style::strong, theme::size_small));
        return;
    }
    icon(page, {where.x + 22, where.centre().y}, icons::present, 40, row.wants_attention ? theme::amber_ink : theme::green);
    line(page, {where.x + 62, where.centre().y - 32}, where.width - 80, row.title, sized(style::way_in, theme::size_way_in));
    line(page, {where.x + 62, where.centre().y + 3}, where.width - 80, row.detail, with(style::body, theme::second_ink));
}

}

Intent draw_today(Page& page, const BandView& band, const TodayView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::today::title, seconds);
    const auto place = admin_place(page);
    const float right_width = place.width * 0.42F, left_width = place.width - right_width - theme::gap;
    draw_counts(page, {place.x, place.y, left_width, counts_height}, view.counts);
    const float y = place.y + counts_height + theme::gap;
    if (draw_who_is_in(page, {place.x, y, left_width, place.bottom() - y}, view)) asked = intent::OpenAdminPlace{intent::AdminPlace::fire_list};
    draw_expected(page, {place.right() - right_width, place.y, right_width, place.height}, view);
    return asked;
}

Intent draw_fire_list(Page& page, const BandView& band, const FireListView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::fire_list::title, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + 48, width = place.width - 96;
    heading(page, {x, place.y + 32}, width, view.title, style::heading, 1);
    line(page, {x, place.y + 90}, width, view.as_of, with(style::lead, theme::second_ink));
    const auto holds_all = [&](const FireGrid& grid) { return grid.columns * grid.rows >= view.in.size(); };
    const auto* fitting = std::ranges::find_if(fire_grids, holds_all);
    const auto& grid = fitting == std::end(fire_grids) ? fire_grids[std::size(fire_grids) - 1] : *fitting;
    const float top = place.y + 146, height = (place.bottom() - 20 - top) / static_cast<float>(grid.rows);
    const float column = (width - static_cast<float>(grid.columns - 1) * theme::gap) / static_cast<float>(grid.columns);
    const auto place_of = [&](std::size_t i) {
        return Rect{x + static_cast<float>(i / grid.rows) * (column + theme::gap), top + static_cast<float>(i % grid.rows) * height, column, height};
    };
    const auto room = grid.columns * grid.rows, named = view.in.size() > room ? room - 1 : view.in.size();
    for (std::size_t i = 0; i < named; ++i) draw_present(page, place_of(i), view.in[i], grid);
    if (named < view.in.size()) draw_present(page, place_of(named), {fmt::format(fmt::runtime(words::today::and_more), view.in.size() - named), {}, false}, grid);
    return asked;
}

}
