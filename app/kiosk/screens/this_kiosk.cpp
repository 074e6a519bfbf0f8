#include "kiosk/admin_words.hpp"
#include "kiosk/screens/admin_frame.hpp"
#include "kiosk/screens/admin_screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/widgets/text.hpp"

namespace refectory {

using namespace ui;

namespace {

constexpr float inner = 40;
constexpr std::size_t columns = 2, rows = 4;

const char* icon_of(ThisKioskView::About about)
{
    using enum ThisKioskView::About;
    switch (about) {
    case version: return icons::info;
    case programme: return icons::calendar;
    case disk: return icons::disk;
    case clock: return icons::schedule;
    case scanner: return icons::qr_code;
    case backup: return icons::backup;
    case doubted: return icons::hours;
    case place: return icons::place;
    }
    return icons::info;
}

void draw_parcel(Page& page, const Rect& where, const LeftView::Parcel& parcel)
{
    const auto standing = parcel.is_confirmed ? words::left::confirmed : words::left::on_its_way;
    const char* glyph = parcel.is_confirmed ? icons::check : icons::schedule;
    const float width = pill_width(page, glyph, standing);
    line(page, {where.x, where.centre().y - 30}, where.width - width - theme::gap, parcel.title, style::strong);
    line(page, {where.x, where.centre().y + 1}, where.width - width - theme::gap, parcel.detail, style::second);
    pill(page, {where.right() - width, where.centre().y - 19}, glyph, standing, parcel.is_confirmed ? theme::green_tint : theme::amber_tint,
         parcel.is_confirmed ? theme::green : theme::amber_ink);
}

}

Intent draw_left(Page& page, const BandView& band, const LeftView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::left::title, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + inner, width = place.width - 2 * inner;
    heading(page, {x, place.y + 30}, width, words::left::title, style::card_title, 1);
    line(page, {x, place.y + 76}, width, view.standing, with(style::body, theme::second_ink));
    if (view.parcels.empty()) line(page, {x, place.y + 140}, width, words::left::none, style::lead);
    float y = place.y + 124;
    for (const auto& parcel : view.parcels) {
        rule(page, {x, y}, width);
        draw_parcel(page, {x, y, width, 77}, parcel);
        y += 77;
    }
    return asked;
}

Intent draw_this_kiosk(Page& page, const BandView& band, const ThisKioskView& view, int seconds)
{
    auto asked = draw_admin_frame(page, band, words::kiosk::title, seconds);
    const auto place = admin_place(page);
    card(page, place);
    const float x = place.x + inner, width = place.width - 2 * inner;
    heading(page, {x, place.y + 30}, width, words::kiosk::title, style::card_title, 1);
    const float column = (width - 2 * theme::gap) / static_cast<float>(columns), top = place.y + 92;
    const float height = (place.bottom() - 16 - top) / static_cast<float>(rows);
    for (std::size_t i = 0; i < std::min(columns * rows, view.rows.size()); ++i) {
        const Rect where{x + static_cast<float>(i % columns) * (column + 2 * theme::gap), top + static_cast<float>(i / columns) * height, column, height};
        rule(page, {where.x, where.y}, where.width);
        draw_admin_line(page, where, icon_of(view.rows[i].about), view.rows[i]);
    }
    if (button(page, admin_foot(page, theme::edge + 244, 260), words::kiosk::see_clock, ButtonLook::quiet, icons::schedule))
        asked = intent::OpenAdminPlace{intent::AdminPlace::clock};
    if (button(page, admin_foot(page, theme::edge + 244 + 284, 310), words::kiosk::new_pin, ButtonLook::quiet, icons::lock))
        asked = intent::OpenAdminPlace{intent::AdminPlace::new_pin};
    return asked;
}

}
