#include "kiosk/admin_words.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"

#include "domain/names.hpp"

namespace refectory {

using namespace ui;

namespace {

struct WhoWords { std::string_view title, nobody_found; };

WhoWords words_of(WhoFor reason)
{
    switch (reason) {
    case WhoFor::visit: return {words::who::title, words::code::nobody_found};
    case WhoFor::new_letters: return {words::new_letters::who, words::new_letters::nobody_found};
    case WhoFor::correction: return {words::corrections::whose, words::new_letters::nobody_found};
    case WhoFor::sign_up:
    case WhoFor::own_sign_ups: break;
    }
    return {words::who::title, words::who::nobody_found};
}

bool draw_person(Page& page, const Rect& where, const FoundPerson& person)
{
    const auto tap = tap_area(page, where, person.name);
    card(page, tap.pressed ? where.moved(0, 2) : where, theme::card, theme::button_radius);
    const TextStyle name{Weight::semibold, theme::size_lead, theme::ink};
    const auto shown = shortened(page, person.name, name, where.width * 0.6F);
    const float width = measure(page, shown, name).width;
    draw_line(page, {where.x + 28, where.centre().y - 17}, shown, name);
    line(page, {where.x + 42 + width, where.centre().y - 13}, where.width - width - 110, person.team, style::second);
    icon(page, {where.right() - 44, where.centre().y}, icons::chevron_right, 30, theme::second_ink);
    return tap.tapped;
}

}

Intent draw_who(Page& page, const BandView& band, const WhoView& view, TypingDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 106}, page.content_width(), words_of(view.reason).title, style::heading, 1);
    text_field(page, {theme::edge, 176, page.content_width(), 84}, draft.text, words::who::hint);

    const float width = (page.content_width() - 16) / 2;
    for (std::size_t i = 0; i < view.found.size(); ++i) {
        const Rect where{theme::edge + static_cast<float>(i % 2) * (width + 16), 282 + static_cast<float>(i / 2) * 74, width, 66};
        if (draw_person(page, where, view.found[i])) asked = intent::ChoosePerson{view.found[i].person};
    }
    const float y = view.found.size() > 2 ? 424.0F : view.found.empty() ? 316.0F : 356.0F;
    if (view.searched && view.found.empty())
        text(page, {theme::edge, 284}, page.content_width(),
             words_of(view.reason).nobody_found, style::lead, 1);
    if (view.searched && view.reason == WhoFor::sign_up && link(page, {theme::edge, y - 4}, icons::person_add, words::who::add_me))
        asked = intent::AddMe{};
    if (view.reason == WhoFor::sign_up && view.found.size() <= 2)
        line(page, {theme::edge, y + 50}, page.content_width(), view.retention, style::small);

    const auto press = keyboard(page, draft.keyboard, words::continue_);
    if (press.continued && view.found.size() == 1) return intent::ChoosePerson{view.found.front().person};
    if (!press.continued && press.any()) {
        apply(press, draft.text, longest_name, draft.keyboard, Capitals::words);
        return intent::Search{};
    }
    return asked;
}

}
