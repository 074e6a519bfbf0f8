#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

#include <algorithm>

namespace refectory {

using namespace ui;

namespace {

constexpr std::size_t most_items = 6;

void draw_timetable(Page& page, const Rect& where, const VisitView& view)
{
    card(page, where);
    if (!view.scheduled) {
        const float width = where.width - 80;
        icon(page, {where.x + 62, where.y + 74}, icons::info, 44, theme::blue_ink);
        heading(page, {where.x + 40, where.y + 118}, width, words::visit::unscheduled, style::card_title);
        text(page, {where.x + 40, where.y + 170}, width, words::visit::unscheduled_more, style::lead);
        return;
    }
    const auto count = std::min(view.timetable.size(), most_items);
    const float step = std::min(84.0F, (where.height - 50) / static_cast<float>(count));
    const float dot_x = where.x + 155;
    fill(page, {dot_x - 1, where.y + 40, 3, step * static_cast<float>(count - 1)}, theme::line);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& item = view.timetable[i];
        const float y = where.y + 24 + static_cast<float>(i) * step;
        const bool refused = item.consent == Consent::not_given;
        line(page, {where.x + 10, y}, 114, item.time, with({Weight::semibold, theme::size_body, theme::ink}, Align::right));
        disc(page, {dot_x, y + 16}, 12, theme::card);
        disc(page, {dot_x, y + 16}, 9, refused ? theme::clay : theme::green);
        const float x = where.x + 188, width = where.width - 210;
        line(page, {x, y}, width, item.title, style::strong);
        if (refused) pill(page, {x, y + 34}, icons::block, words::visit::no_consent, theme::clay_tint, theme::clay_ink, 36);
        else if (!item.detail.empty()) line(page, {x, y + 30}, width, item.detail, style::second);
    }
}

// A card with an icon, a strong line and more words below it; returns where the next one begins.
float draw_fact(Page& page, const Rect& where, const char* glyph, std::string_view strong, std::string_view more)
{
    if (strong.empty()) return where.y;
    const float width = where.width - 110;
    const float more_height = more.empty() ? 0 : measure_wrapped(page, more, style::second, width).height;
    const Rect place{where.x, where.y, where.width, 62 + std::min(more_height, 82.0F)};
    card(page, place);
    icon(page, {place.x + 46, place.centre().y}, glyph, 34, theme::green);
    line(page, {place.x + 80, place.y + 15}, width, strong, style::strong);
    text(page, {place.x + 80, place.y + 45}, width, more, style::second, 3);
    return place.bottom() + 12;
}

float draw_note(Page& page, const Rect& where, const VisitView& view, VisitDraft& draft)
{
    const float width = where.width - 110;
    const auto words = view.note_changed.empty() ? view.note : view.note + " " + view.note_changed;
    const float height = std::min(measure_wrapped(page, words, style::second, width).height, 4 * style::second.size * style::second.line);
    const Rect place{where.x, where.y, where.width, 128 + height};
    card(page, place);
    icon(page, {place.x + 46, place.y + 46}, icons::lock, 34, theme::green);
    line(page, {place.x + 80, place.y + 18}, width, words::visit::confidentiality, style::strong);
    text(page, {place.x + 80, place.y + 50}, width, words, style::second, 4);
    if (tick_box(page, {place.x + 30, place.bottom() - 66, where.width - 60, 54}, words::visit::agree, draft.agreed)) draft.agreed = !draft.agreed;
    return place.bottom() + 12;
}

}

Intent draw_visit(Page& page, const BandView& band, const VisitView& view, VisitDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::not_me);
    heading(page, {theme::edge, 102}, page.content_width(), view.greeting, style::heading, 1);
    line(page, {theme::edge, 160}, page.content_width(), view.host.empty() ? view.day : view.day + ". " + view.host + ".", with(style::lead, theme::second_ink));
    const float bottom = page.height() - 132, right_width = 468;
    const Rect left{theme::edge, 212, page.content_width() - right_width - 32, bottom - 212};
    draw_timetable(page, left, view);

    Rect right{page.right_edge() - right_width, 212, right_width, 0};
    right.y = draw_fact(page, right, icons::voice, view.talk, view.talk_detail);
    right.y = draw_note(page, right, view, draft);
    if (!view.questions.empty() && right.y + 90 < bottom) right.y = draw_fact(page, right, icons::questions, words::visit::questions, view.questions.front());
    if (!view.hours_given.empty() && right.y + 62 < bottom) draw_fact(page, right, icons::hours, view.hours_given, {});
    draw_problem(page, {right.x, bottom - 60}, right_width, view.problem);
    if (button(page, {theme::edge, page.height() - 114, page.content_width(), theme::button_height}, words::visit::check_in,
               ButtonLook::primary, icons::log_in))
        asked = intent::CheckInNow{};
    return asked;
}

}
