#include "domain/names.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

Intent draw_confirm(Page& page, const BandView& band, const ConfirmView& view)
{
    auto asked = draw_band_with_back(page, band, words::not_me);
    heading(page, {theme::edge, 106}, page.content_width(), words::confirm::title, style::heading, 1);
    const float width = (page.content_width() - theme::gap) / 2;
    const Rect person{theme::edge, 190, width, 240};
    card(page, person);
    initials_disc(page, {person.x + 96, person.centre().y}, 56, initials(view.name));
    const float name_width = person.width - 210;
    const auto height = measure_wrapped(page, view.name, style::card_title, name_width).height;
    heading(page, {person.x + 176, person.centre().y - height / 2 - 18}, name_width, view.name, style::card_title);
    line(page, {person.x + 176, person.centre().y + height / 2 - 8}, name_width, view.team, style::lead);

    const Rect what{person.right() + theme::gap, 190, width, 240};
    card(page, what);
    line(page, {what.x + 34, what.y + 20}, what.width - 68, view.has_moved ? words::confirm::for_what_now : words::confirm::for_what,
         view.has_moved ? with(style::second, theme::amber_ink) : style::second);
    const float used = heading(page, {what.x + 34, what.y + 56}, what.width - 68, view.topic, style::way_in);
    line(page, {what.x + 34, what.y + 66 + used}, what.width - 68, view.when, style::body);
    line(page, {what.x + 34, what.y + 98 + used}, what.width - 68, view.place, with(style::body, theme::second_ink));
    line(page, {what.x + 34, what.y + 130 + used}, what.width - 68, view.place_detail, with(style::body, theme::second_ink));

    if (view.gets_letters) {
        fill(page, {theme::edge, 456, page.content_width(), 100}, theme::blue_tint, theme::button_radius);
        icon(page, {theme::edge + 44, 506}, icons::lock, 32, theme::blue_ink);
        const auto note = with(style::body, theme::blue_ink);
        auto words = std::string{words::confirm::letters_note};
        if (!view.retention.empty()) words += ' ' + view.retention;
        const auto box = measure_wrapped(page, words, note, page.content_width() - 130);
        text(page, {theme::edge + 90, 506 - box.height / 2}, page.content_width() - 130, words, note);
    }
    if (button(page, {theme::edge, page.height() - 114, page.content_width(), theme::button_height}, words::confirm::yes,
               ButtonLook::primary, icons::sign_up))
        asked = intent::ConfirmSignUp{};
    return asked;
}

}
