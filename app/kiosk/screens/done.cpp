#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/qr.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

void draw_outcome(Page& page, const Rect& where, const DoneView& view)
{
    const auto ground = view.has_place ? theme::green : theme::amber_tint;
    const auto ink = view.has_place ? theme::white : theme::amber_ink;
    card(page, where, ground);
    const float badge = view.has_place ? 86.0F : 76.0F;
    disc(page, {where.x + 90, where.y + badge}, 42, view.has_place ? theme::white : theme::amber);
    icon(page, {where.x + 90, where.y + badge}, view.has_place ? icons::check : icons::schedule, 54, view.has_place ? theme::green : theme::white);
    const auto words = view.has_place ? std::string{words::done::place} : fmt::format(fmt::runtime(words::done::waits), view.waiting_number);
    const auto title = view.has_place ? sized(style::title, theme::size_display) : sized(style::title, 36);
    float y = where.y + (view.has_place ? 140.0F : 134.0F);
    y += heading(page, {where.x + 48, y}, where.width - 96, words, with(title, ink)) + 8;
    const auto more = view.has_place ? fmt::format("{}. {}, {}", view.topic, view.when, view.place) : std::string{words::done::waits_more};
    text(page, {where.x + 48, y}, where.width - 96, more, with(style::lead, ink), 2);
}

void draw_letters(Page& page, const Rect& where, const DoneView& view)
{
    card(page, where);
    const float x = where.x + 48;
    if (view.letters.empty()) {
        const float used = text(page, {x, where.y + 40}, where.width - 96, words::done::letters_known, style::strong);
        text(page, {x, where.y + 48 + used}, where.width - 96, words::done::letters_lost, style::second);
        return;
    }
    line(page, {x, where.y + 32}, where.width - 96, words::done::your_letters, with(style::body, theme::second_ink));
    const TextStyle letter{Weight::display, 64, theme::ink, Align::left, 1.21F};
    for (std::size_t i = 0; i < view.letters.size(); ++i)
        draw_centred(page, {x - 8 + static_cast<float>(i) * 64, where.y + 74, 64, 78}, std::string_view{view.letters}.substr(i, 1), letter);
    page.report(ElementRole::text, view.letters, {x, where.y + 74, 250, 78});
    text(page, {x + 290, where.y + 80}, where.width - 386, words::done::remember, style::second, 3);
}

void draw_calendar(Page& page, const Rect& where, const DoneView& view)
{
    card(page, where);
    const float size = std::min(where.width - 60, where.height - 170);
    qr(page, {where.centre().x - size / 2, where.y + 26, size, size}, view.calendar, words::done::calendar);
    line(page, {where.x + 20, where.bottom() - 122}, where.width - 40, words::done::calendar, with({Weight::bold, theme::size_lead, theme::ink}, Align::centre));
    line(page, {where.x + 20, where.bottom() - 80}, where.width - 40, words::done::camera, with(style::second, Align::centre));
}

}

Intent draw_done(Page& page, const BandView& band, const DoneView& view, float remaining)
{
    Intent asked;
    draw_band(page, band);
    const float right_width = 440, left_width = page.content_width() - right_width - theme::edge;
    draw_outcome(page, {theme::edge, 112, left_width, 306}, view);
    draw_letters(page, {theme::edge, 442, left_width, 178}, view);
    draw_calendar(page, {page.right_edge() - right_width, 112, right_width, 508}, view);
    bar(page, {theme::edge, page.height() - 142, page.content_width(), 6}, remaining);
    const float width = (page.content_width() - 18) / 2, y = page.height() - 114;
    if (view.ask.empty()) {
        if (button(page, {theme::edge, y, page.content_width(), theme::button_height}, words::finish, ButtonLook::primary)) asked = intent::GoHome{};
        return asked;
    }
    if (button(page, {theme::edge, y, width, theme::button_height}, words::finish, ButtonLook::primary)) asked = intent::GoHome{};
    if (button(page, {theme::edge + width + 18, y, width, theme::button_height}, view.ask, ButtonLook::secondary, icons::chat)) asked = intent::Ask{};
    return asked;
}

}
