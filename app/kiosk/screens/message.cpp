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

constexpr float label_height = 42, label_width = 330;

struct ToneLook { Colour ground, ink, badge, badge_ink; const char* icon; };

ToneLook look_of(MessageView::Tone tone)
{
    switch (tone) {
    case MessageView::Tone::confirmation: return {theme::green, theme::white, theme::white, theme::green, icons::check};
    case MessageView::Tone::refusal: return {theme::clay_tint, theme::clay_ink, theme::clay, theme::white, icons::warning};
    case MessageView::Tone::information: break;
    }
    return {theme::blue_tint, theme::blue_ink, theme::blue_ink, theme::white, icons::info};
}

}

Intent draw_message(Page& page, const BandView& band, const MessageView& view, const Intent& primary,
                    const Intent& secondary, float remaining)
{
    Intent asked;
    if (view.of_admin) draw_admin_mark(page, band);
    else draw_band(page, band);
    const auto look = look_of(view.tone);
    const Rect where{theme::edge, 112, page.content_width(), page.height() - 290};
    card(page, where, look.ground);
    const float x = where.x + 64, width = std::min(where.width - 128, 900.0F);
    const auto title = with(style::title, look.ink);
    const auto lead = sized(with(style::lead, look.ink), 27);
    const float title_height = measure_wrapped(page, view.title, title, width).height;
    const float words_height = view.words.empty() ? 0 : measure_wrapped(page, view.words, lead, width).height + 16;
    const float labelled_height = view.labelled.empty() ? 0 : static_cast<float>(view.labelled.size()) * label_height + 18;
    float y = where.centre().y - (84 + 32 + title_height + words_height + labelled_height) / 2;
    disc(page, {x + 42, y + 42}, 42, look.badge);
    icon(page, {x + 42, y + 42}, look.icon, 52, look.badge_ink);
    y += 84 + 32;
    y += heading(page, {x, y}, width, view.title, title, 3) + 16;
    y += text(page, {x, y}, width, view.words, lead, 5) + 18;
    for (const auto& [label, words] : view.labelled) {
        line(page, {x, y}, label_width, label, with(style::lead, look.ink));
        line(page, {x + label_width, y}, where.right() - 64 - x - label_width, words, {Weight::semibold, theme::size_lead, look.ink});
        y += label_height;
    }

    if (view.closes) bar(page, {theme::edge, page.height() - 142, page.content_width(), 6}, remaining);
    const float button_y = page.height() - 114;
    if (view.secondary.empty()) {
        if (button(page, {theme::edge, button_y, page.content_width(), theme::button_height}, view.primary, ButtonLook::primary)) asked = primary;
        return asked;
    }
    const float half = (page.content_width() - 18) / 2;
    if (button(page, {theme::edge, button_y, half, theme::button_height}, view.secondary, ButtonLook::secondary)) asked = secondary;
    if (button(page, {theme::edge + half + 18, button_y, half, theme::button_height}, view.primary, ButtonLook::primary)) asked = primary;
    return asked;
}

Intent draw_cannot_start(Page& page, std::string_view sentence)
{
    MessageView view;
    view.tone = MessageView::Tone::refusal;
    view.title = words::trouble::start;
    view.words = fmt::format(fmt::runtime(words::trouble::start_more), sentence);
    view.primary = words::trouble::try_again;
    view.closes = false;
    return draw_message(page, {std::string{words::product}, std::string{words::trouble::start_band}, {}, {}}, view, intent::GoHome{}, {}, 0);
}

Intent draw_still_there(Page& page, int seconds)
{
    const Rect where{theme::edge, theme::edge, page.content_width(), page.height() - 2 * theme::edge};
    card(page, where);
    const float middle = where.centre().y - 120;
    heading(page, {where.x + 60, middle - 60}, where.width - 120, words::still_there::title, with(sized(style::title, theme::size_display), Align::centre), 1);
    text(page, {where.x + 60, middle + 30}, where.width - 120, fmt::format(fmt::runtime(words::still_there::more), counted_words(seconds, words::second)), with(style::lead, Align::centre));
    const Rect yes{where.centre().x - 320, middle + 120, 640, 96};
    if (button(page, yes, words::still_there::yes, ButtonLook::primary)) return intent::StillHere{};
    if (button(page, {yes.x, yes.bottom() + 20, yes.width, 72}, words::finish_and_clear, ButtonLook::secondary)) return intent::GoHome{};
    return {};
}

}
