#include "domain/names.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/words.hpp"

#include <algorithm>

namespace refectory {

using namespace ui;

namespace {

constexpr float chip_height = 52, chip_gap = 10, turns_width = 200;

struct Chip { std::size_t page; Rect where; };

// In rows, as many to a page as there is room for.
std::vector<Chip> lay_out(Page& page, const Rect& room, const std::vector<std::string>& teams)
{
    std::vector<Chip> chips;
    float x = room.x, y = room.y;
    std::size_t page_number = 0;
    for (const auto& team : teams) {
        const float width = std::min(room.width, measure(page, team, {Weight::semibold, theme::size_second, theme::ink}).width + 48);
        if (x + width > room.right()) {
            x = room.x;
            y += chip_height + chip_gap;
        }
        if (y + chip_height > room.bottom()) {
            y = room.y;
            ++page_number;
        }
        chips.push_back({page_number, {x, y, width, chip_height}});
        x += width + chip_gap;
    }
    return chips;
}

void draw_teams(Page& page, const Rect& where, const std::vector<std::string>& teams, AddMeDraft& draft)
{
    auto chips = lay_out(page, where, teams);
    if (chips.empty()) return;
    if (chips.back().page > 0) chips = lay_out(page, {where.x, where.y, where.width - turns_width - chip_gap, where.height}, teams);
    draft.teams_page = std::min(draft.teams_page, chips.back().page);
    for (std::size_t i = 0; i < chips.size(); ++i)
        if (chips[i].page == draft.teams_page && choice(page, chips[i].where, teams[i], draft.team == i)) draft.team = i;
    if (draft.team && chips[*draft.team].page != draft.teams_page)
        line(page, {where.x + where.width / 2, where.y - 36}, where.width / 2, teams[*draft.team], with(with(style::strong, theme::green), Align::right));
    const Rect turn{where.right() - turns_width, where.y, turns_width, chip_height};
    const bool is_first = draft.teams_page == 0, is_last = draft.teams_page == chips.back().page;
    if (!is_first && button(page, turn, words::earlier, ButtonLook::quiet, icons::arrow_back)) --draft.teams_page;
    if (!is_last && button(page, turn.moved(0, chip_height + chip_gap), words::more, ButtonLook::quiet, icons::arrow_forward)) ++draft.teams_page;
}

}

Intent draw_add_me(Page& page, const BandView& band, const AddMeView& view, AddMeDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 100}, page.content_width() / 2, words::add_me::title, style::heading, 1);
    draw_problem(page, {page.width() / 2, 112}, page.content_width() / 2, view.problem);
    text_field(page, {theme::edge, 170, page.content_width(), 76}, draft.name.text, words::add_me::name);
    line(page, {theme::edge, 254}, page.content_width(), view.retention, style::small);
    text(page, {theme::edge, 290}, page.content_width() / 2, words::add_me::team, style::strong, 1);
    draw_teams(page, {theme::edge, 326, page.content_width(), 132}, view.teams, draft);
    const auto press = keyboard(page, draft.name.keyboard, words::continue_);
    if (press.continued) return intent::SubmitNewPerson{};
    apply(press, draft.name.text, longest_name, draft.name.keyboard, Capitals::words);
    return asked;
}

}
