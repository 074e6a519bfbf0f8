#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"
#include "kiosk/words.hpp"

namespace refectory {

using namespace ui;

namespace {

void draw_frame_corners(Page& page, const Rect& where)
{
    constexpr float thick = 7, length = 70;
    for (const float x : {where.x, where.right() - thick}) {
        fill(page, {x, where.y, thick, length}, theme::white, 3);
        fill(page, {x, where.bottom() - length, thick, length}, theme::white, 3);
    }
    for (const float y : {where.y, where.bottom() - thick}) {
        fill(page, {where.x, y, length, thick}, theme::white, 3);
        fill(page, {where.right() - length, y, length, thick}, theme::white, 3);
    }
}

}

Intent draw_visiting(Page& page, const BandView& band)
{
    auto asked = draw_band_with_back(page, band, words::back);
    const float right_width = 440;
    const Rect stage{theme::edge, 112, page.content_width() - right_width - theme::edge, page.height() - 152};
    card(page, stage, theme::green);
    const Rect frame{stage.centre().x - 135, stage.centre().y - 165, 270, 270};
    draw_frame_corners(page, frame);
    icon(page, frame.centre(), icons::qr_code, 150, theme::white.faded(0.9F));
    line(page, {stage.x, frame.bottom() + 54}, stage.width, words::visiting::hold, with({Weight::semibold, theme::size_button, theme::white}, Align::centre));

    const float x = page.right_edge() - right_width;
    float y = 112;
    y += heading(page, {x, y}, right_width, words::visiting::title, sized(style::title, 46)) + 14;
    y += text(page, {x, y}, right_width, words::visiting::lead, with(style::lead, theme::second_ink)) + 24;
    const Rect no_pass{x, y, right_width, 210};
    card(page, no_pass);
    icon(page, {x + 48, y + 58}, icons::dialpad, 40, theme::green);
    line(page, {x + 86, y + 28}, right_width - 110, words::visiting::no_pass, {Weight::semibold, theme::size_lead, theme::ink});
    line(page, {x + 86, y + 62}, right_width - 110, words::visiting::no_pass_more, style::second);
    if (button(page, {x + 30, y + 112, right_width - 60, 72}, words::visiting::type_instead, ButtonLook::secondary)) asked = intent::UseCode{};
    y += 230;
    card(page, {x, y, right_width, 116});
    icon(page, {x + 48, y + 58}, icons::log_out, 38, theme::green);
    line(page, {x + 86, y + 26}, right_width - 110, words::visiting::leaving, {Weight::semibold, theme::size_lead, theme::ink});
    line(page, {x + 86, y + 60}, right_width - 110, words::visiting::leaving_more, style::second);
    return asked;
}

}
