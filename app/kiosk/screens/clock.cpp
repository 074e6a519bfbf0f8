#include "kiosk/admin_words.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

constexpr float inner = 36, key_height = 72, gap = 14;

struct Stepper { std::string_view name; intent::ClockField field; };
constexpr Stepper steppers[]{{words::clock::day, intent::ClockField::day}, {words::clock::month, intent::ClockField::month},
                             {words::clock::year, intent::ClockField::year}, {words::clock::hour, intent::ClockField::hour},
                             {words::clock::minute, intent::ClockField::minute}};

bool draw_key(Page& page, const Rect& where, std::string_view name, int by)
{
    const auto words = fmt::format(fmt::runtime(by > 0 ? words::clock::more : words::clock::less), name, std::abs(by));
    const auto tap = tap_area(page, where, words);
    framed(page, tap.pressed ? where.moved(0, 2) : where, tap.pressed ? theme::green_tint : theme::card, theme::green, theme::button_radius, 2);
    draw_centred(page, where, fmt::format("{}{}", by > 0 ? "+" : "−", std::abs(by)), {Weight::semibold, theme::size_lead, theme::green, Align::left, 1.21F});
    return tap.tapped;
}

// The steps above and below the value: one, and for minutes ten as well.
Intent draw_stepper(Page& page, const Rect& where, const Stepper& stepper, std::string_view value)
{
    Intent asked;
    line(page, {where.x, where.y}, where.width, stepper.name, with(with(style::second, theme::second_ink), Align::centre));
    const bool has_tens = stepper.field == intent::ClockField::minute;
    const float width = has_tens ? (where.width - gap) / 2 : where.width, upper = where.y + 36, middle = upper + key_height;
    for (const int sign : {1, -1}) {
        const float y = sign > 0 ? upper : middle + 84;
        if (draw_key(page, {where.right() - width, y, width, key_height}, stepper.name, sign)) asked = intent::StepClock{stepper.field, sign};
        if (has_tens && draw_key(page, {where.x, y, width, key_height}, stepper.name, 10 * sign)) asked = intent::StepClock{stepper.field, 10 * sign};
    }
    line(page, {where.x, middle + 21}, where.width, value, with(style::card_title, Align::centre));
    return asked;
}

Intent draw_setting(Page& page, const Rect& where, const ClockView& view)
{
    Intent asked;
    card(page, where);
    const float x = where.x + inner, width = where.width - 2 * inner;
    heading(page, {x, where.y + 30}, width, words::clock::title, style::card_title, 1);
    line(page, {x, where.y + 76}, width, words::clock::lead, with(style::body, theme::second_ink));
    const float column = (width - 5 * gap) / 6;
    float at = x;
    for (std::size_t i = 0; i < view.values.size(); ++i) {
        const float own = steppers[i].field == intent::ClockField::minute ? 2 * column + gap : column;
        asked = either(asked, draw_stepper(page, {at, where.y + 124, own, 0}, steppers[i], view.values[i]));
        at += own + gap;
    }
    draw_problem(page, {x, where.y + 404}, width, view.problem);
    if (button(page, {x, where.bottom() - inner - theme::button_height, width, theme::button_height}, words::clock::set, ButtonLook::primary, nullptr, view.can_be_set))
        asked = intent::SetClock{};
    return asked;
}

Intent draw_standing(Page& page, const Rect& where, const ClockView& view)
{
    Intent asked;
    card(page, where);
    const float x = where.x + 32, width = where.width - 64;
    draw_admin_line(page, {x, where.y + 18, width, 86}, icons::schedule, {view.standing, view.standing_more, view.is_doubted});
    float y = where.y + 112;
    if (view.is_doubted) {
        if (button(page, {x, y + 4, width, 72}, words::clock::confirm, ButtonLook::secondary, icons::check)) asked = intent::ConfirmClock{};
        y += 96;
    }
    rule(page, {x, y}, width);
    text(page, {x, y + 20}, width, words::clock::marked, style::strong, 1);
    y += 58;
    if (view.doubted.empty()) text(page, {x, y}, width, words::clock::nothing_marked, with(style::body, theme::second_ink), 3);
    for (const auto& day : view.doubted) {
        line(page, {x, y}, width - 100, day.title, with(style::body, theme::second_ink));
        line(page, {x + width - 120, y}, 120, day.detail, with(style::strong, Align::right));
        y += 44;
    }
    return asked;
}

}

Intent draw_clock(Page& page, const BandView& band, const ClockView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::clock::title, seconds);
    const auto place = admin_place(page);
    const float right_width = place.width * 0.363F, left_width = place.width - right_width - theme::gap;
    asked = either(asked, draw_setting(page, {place.x, place.y, left_width, place.height}, view));
    return either(asked, draw_standing(page, {place.right() - right_width, place.y, right_width, place.height}, view));
}

}
