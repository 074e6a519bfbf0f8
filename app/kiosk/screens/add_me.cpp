#include "domain/names.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

namespace {

void draw_teams(Page& page, const Rect& where, const std::vector<std::string>& teams, std::optional<std::size_t>& chosen)
{
    float x = where.x, y = where.y;
    constexpr float height = 52, gap = 10;
    for (std::size_t i = 0; i < teams.size(); ++i) {
        const float width = measure(page, teams[i], {Weight::semibold, theme::size_second, theme::ink}).width + 48;
        if (x + width > where.right()) {
            x = where.x;
            y += height + gap;
        }
        if (y + height > where.bottom()) return;
        if (choice(page, {x, y, width, height}, teams[i], chosen == i)) chosen = i;
        x += width + gap;
    }
}

}

Intent draw_add_me(Page& page, const BandView& band, const AddMeView& view, AddMeDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 100}, page.content_width() / 2, words::add_me::title, style::heading, 1);
    draw_problem(page, {page.width() / 2, 112}, page.content_width() / 2, view.problem);
    text_field(page, {theme::edge, 170, page.content_width(), 76}, draft.name.text, words::add_me::name);
    line(page, {theme::edge, 254}, page.content_width(), view.retention, style::small);
    text(page, {theme::edge, 290}, page.content_width(), words::add_me::team, style::strong, 1);
    draw_teams(page, {theme::edge, 326, page.content_width(), 132}, view.teams, draft.team);
    const auto press = keyboard(page, draft.name.keyboard, words::continue_);
    if (press.continued) return intent::SubmitNewPerson{};
    apply(press, draft.name.text, longest_name, draft.name.keyboard, Capitals::words);
    return asked;
}

}
