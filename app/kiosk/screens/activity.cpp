#include "kiosk/phrases.hpp"
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

float draw_point(Page& page, Point at, float width, const char* glyph, std::string_view strong, std::string_view more)
{
    if (strong.empty()) return 0;
    icon(page, {at.x + 15, at.y + 31}, glyph, 30, theme::green);
    line(page, {at.x + 46, at.y}, width - 46, strong, style::strong);
    if (!more.empty()) line(page, {at.x + 46, at.y + 31}, width - 46, more, style::second);
    return 75;
}

std::string questions_words(int questions)
{
    if (questions == 0) return std::string{words::activity::no_questions};
    if (questions == 1) return std::string{words::activity::one_question};
    return fmt::format(fmt::runtime(words::activity::questions), questions);
}

void draw_what(Page& page, const ActivityView& view, float width)
{
    const float x = theme::edge;
    const auto look = look_of(view.card.kind);
    float pill_x = x + pill(page, {x, 118}, look.icon, kind_words(view.card.kind), look.tint, look.ink) + 12;
    if (!view.card.state.empty()) pill(page, {pill_x, 118}, icons::info, view.card.state, theme::clay_tint, theme::clay_ink);
    float y = 168;
    y += heading(page, {x, y}, width, view.card.topic, style::heading) + 8;
    y += text(page, {x, y}, width, view.description, style::lead, 4) + 14;
    if (!view.card.reason.empty()) {
        const auto height = measure_wrapped(page, view.card.reason, style::strong, width - 48).height;
        fill(page, {x, y, width, height + 28}, theme::clay_tint, theme::key_radius);
        text(page, {x + 24, y + 14}, width - 48, view.card.reason, with(style::strong, theme::clay_ink), 3);
        y += height + 44;
    }
    const auto length = view.countdown.empty() ? view.length : view.length + ", " + view.countdown;
    y += draw_point(page, {x, y}, width, icons::schedule, view.card.when, length);
    y += draw_point(page, {x, y}, width, icons::place, sentence_case(view.card.place), view.place_detail);
    y += draw_point(page, {x, y}, width, icons::voice, view.expectation, view.agreed);
    draw_point(page, {x, y}, width, icons::questions, questions_words(view.questions),
               view.questions == 0 ? words::activity::first_question_hint : words::activity::question_hint);
}

void draw_academic(Page& page, const Rect& where, const ActivityView& view)
{
    card(page, where);
    initials_disc(page, {where.x + 76, where.y + 70}, 42, view.academic_initials);
    const float x = where.x + 138, width = where.width - 160;
    line(page, {x, where.y + 25}, width, view.card.academic, {Weight::bold, theme::size_lead, theme::ink});
    line(page, {x, where.y + 60}, width, view.academic_post, style::second);
    line(page, {x, where.y + 87}, width, view.academic_organisation, style::second);
    if (view.knows_about.empty()) return;
    line(page, {where.x + 34, where.y + 134}, width, words::activity::knows_about, style::second);
    float pill_x = where.x + 34, pill_y = where.y + 170;
    for (const auto& interest : view.knows_about) {
        const float needed = pill_width(page, nullptr, interest);
        if (pill_x + needed > where.right() - 24) {
            pill_x = where.x + 34;
            pill_y += 42;
        }
        if (pill_y + 36 > where.bottom() - 8) break;
        pill_x += pill(page, {pill_x, pill_y}, nullptr, interest, theme::amber_tint, theme::amber_ink, 35) + 8;
    }
}

Intent draw_ways(Page& page, const Rect& where, const ActivityView& view)
{
    Intent asked;
    card(page, where);
    const float x = where.x + 34, width = where.width - 68;
    if (!view.card.open) {
        text(page, {x, where.y + 34}, width, view.card.state.empty() ? words::activity::cannot_sign_up : std::string_view{view.card.state}, style::card_title);
        if (view.card.state == words::state::cancelled)
            text(page, {x, where.y + 90}, width, words::activity::cancelled_more, style::lead);
        return asked;
    }
    draw_places(page, {x, where.y + 24}, view.card, theme::green, theme::ink);
    const auto words = view.card.left > 0 ? words::activity::sign_me_up : words::activity::join_waiting_list;
    if (button(page, {x, where.bottom() - 196, width, 88}, words, ButtonLook::primary, icons::sign_up)) asked = intent::SignMeUp{};
    if (button(page, {x, where.bottom() - 96, width, 72}, words::activity::ask, ButtonLook::secondary, icons::chat)) asked = intent::Ask{};
    return asked;
}

}

Intent draw_activity(Page& page, const BandView& band, const ActivityView& view)
{
    auto asked = draw_band_with_back(page, band, words::back);
    const float right_width = 440;
    draw_what(page, view, page.content_width() - right_width - 60);
    const float x = page.right_edge() - right_width;
    const bool has_academic = !view.card.academic.empty();
    if (has_academic) draw_academic(page, {x, 112, right_width, 262}, view);
    const float top = has_academic ? 392 : 112;
    auto from_ways = draw_ways(page, {x, top, right_width, 321}, view);
    return std::holds_alternative<intent::Nothing>(from_ways) ? asked : from_ways;
}

}
