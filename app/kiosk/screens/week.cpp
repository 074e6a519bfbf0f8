#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/chart.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

constexpr float inner = 40, face_width = 124, feedback_row = 92;
constexpr std::size_t feedback_rows = 4;

void draw_faces(Page& page, const Rect& where, const std::array<int, 4>& faces)
{
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const float x = where.x + static_cast<float>(i) * face_width;
        disc(page, {x + 36, where.centre().y}, 24, theme::face_tints[i]);
        icon(page, {x + 36, where.centre().y}, icons::faces[i], 34, theme::face_inks[i]);
        line(page, {x + 70, where.centre().y - 17}, face_width - 70, fmt::format("{}", faces[i]), sized(style::strong, theme::size_lead));
    }
}

void draw_face_words(Page& page, Point at)
{
    for (std::size_t i = 0; i < 4; ++i)
        text(page, {at.x + static_cast<float>(i) * face_width, at.y}, face_width - 10, face_words(static_cast<Face>(i)), with(style::small, theme::second_ink), 2);
}

void draw_feedback_row(Page& page, const Rect& where, const FeedbackFiguresView::Row& row)
{
    const float faces = 4 * face_width;
    line(page, {where.x, where.centre().y - 32}, where.width - faces - theme::gap, row.topic, style::strong);
    line(page, {where.x, where.centre().y + 1}, where.width - faces - theme::gap, row.when, style::second);
    const Rect right{where.right() - faces, where.y, faces, where.height};
    if (row.faces) draw_faces(page, right, *row.faces);
    else line(page, {right.x, right.centre().y - 15}, faces, words::figures::too_few, with(style::second, theme::second_ink));
}

}

Intent draw_week(Page& page, const BandView& band, const WeekView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::week::title, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + inner, width = place.width - 2 * inner;
    heading(page, {x, place.y + 30}, width * 0.6F, view.title, style::card_title, 1);
    line(page, {x + width * 0.6F, place.y + 36}, width * 0.4F, view.totals, with(with(style::lead, theme::second_ink), Align::right));
    std::vector<ChartDay> days;
    for (const auto& day : view.days)
        days.push_back({day.name, day.sign_ups, day.visits, day.today,
                        fmt::format(fmt::runtime(words::week::of_day), day.name, counted_words(day.sign_ups, words::week::sign_up), counted_words(day.visits, words::week::visit))});
    chart(page, {x, place.y + 92, width, place.height - 92 - 24}, days, words::week::sign_ups_made, words::week::visits_begun);
    if (button(page, admin_foot(page, theme::edge + 244, 200), words::earlier, ButtonLook::quiet)) asked = intent::StepWeek{1};
    if (!view.is_this_week && button(page, admin_foot(page, theme::edge + 468, 200), words::week::later, ButtonLook::quiet)) asked = intent::StepWeek{-1};
    return asked;
}

Intent draw_feedback_figures(Page& page, const BandView& band, const FeedbackFiguresView& view, FeedbackFiguresDraft& draft, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::admin::feedback, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + inner, width = place.width - 2 * inner;
    heading(page, {x, place.y + 30}, width, words::figures::title, style::card_title, 1);
    line(page, {x, place.y + 76}, width, words::figures::lead, with(style::body, theme::second_ink));
    if (view.rows.empty()) {
        text(page, {x, place.y + 150}, width, words::figures::none, style::lead, 2);
        return asked;
    }
    draw_face_words(page, {x + width - 4 * face_width + 8, place.y + 122});
    if (draft.first >= view.rows.size()) draft.first = 0;
    float y = place.y + 178;
    for (std::size_t i = draft.first; i < std::min(view.rows.size(), draft.first + feedback_rows); ++i, y += feedback_row) {
        rule(page, {x, y}, width);
        draw_feedback_row(page, {x, y, width, feedback_row}, view.rows[i]);
    }
    if (draft.first + feedback_rows < view.rows.size() && button(page, admin_foot(page, theme::edge + 244, 200), words::more, ButtonLook::quiet)) draft.first += feedback_rows;
    else if (draft.first > 0 && button(page, admin_foot(page, theme::edge + 468, 200), words::week::later, ButtonLook::quiet)) draft.first -= feedback_rows;
    return asked;
}

}
