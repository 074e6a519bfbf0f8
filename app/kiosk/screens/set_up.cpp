#include "kiosk/admin_words.hpp"
#include "kiosk/screens/looks.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/widgets/band.hpp"
#include "kiosk/widgets/button.hpp"
#include "kiosk/widgets/field.hpp"
#include "kiosk/widgets/icons.hpp"
#include "kiosk/widgets/shapes.hpp"

#include <fmt/format.h>

namespace refectory {

using namespace ui;

namespace {

// Of the grid that several go into; the wide one has room for the longest code.
constexpr std::size_t grid_rows = 6, few_rows = 3, wide_columns = 2, narrow_columns = 4;
constexpr std::size_t longest_typed = 20;  // no word is longer
constexpr float slot_gap = 12;

void draw_waiting(Page& page, const Rect& where, std::string_view problem)
{
    fill(page, where, theme::amber_tint, theme::button_radius);
    line(page, {where.x + 28, where.y + 22}, where.width - 56, words::set_up::put_stick_in, {Weight::semibold, theme::size_button, theme::amber_ink});
    text(page, {where.x + 28, where.y + 62}, where.width - 56, problem.empty() ? words::set_up::put_stick_in_more : problem,
         with(style::second, theme::amber_ink), 2);
}

// The set-up files of all of a desk's kiosks on one stick.
Intent draw_kiosks(Page& page, const Rect& where, const std::vector<std::string>& kiosks)
{
    Intent asked;
    const auto columns = kiosks.size() <= wide_columns * grid_rows ? wide_columns : narrow_columns;
    const float width = (where.width - static_cast<float>(columns - 1) * slot_gap) / static_cast<float>(columns);
    const float height = where.height / (kiosks.size() <= wide_columns * few_rows ? few_rows : grid_rows);
    for (std::size_t i = 0; i < std::min(kiosks.size(), columns * grid_rows); ++i) {
        const Rect place{where.x + static_cast<float>(i % columns) * (width + slot_gap), where.y + static_cast<float>(i / columns) * height, width, height - slot_gap};
        if (button(page, place, kiosks[i], ButtonLook::secondary)) asked = intent::ChooseSetUp{i};
    }
    return asked;
}

// In place of the sentences for one: each of the buttons is to be as tall as a finger.
Intent draw_several(Page& page, const Rect& where, const std::vector<std::string>& kiosks)
{
    heading(page, {where.x, where.y}, where.width, words::set_up::title, style::title, 1);
    const auto which = kiosks.size() > narrow_columns * grid_rows ? words::set_up::which_of_more : words::set_up::which;
    line(page, {where.x, where.y + 66}, where.width, which, sized(with(style::lead, theme::second_ink), 27));
    return draw_kiosks(page, {where.x, where.y + 124, where.width, where.height - 124}, kiosks);
}

// A place for each of the words: those that were taken, the one that is typed now, and those to come.
void draw_slot(Page& page, const Rect& where, std::size_t number, std::string_view word, bool current)
{
    if (word.empty()) framed(page, where, theme::card, current ? theme::green : theme::line, theme::key_radius, current ? 3 : 2);
    else fill(page, where, theme::green_tint, theme::key_radius);
    draw_line(page, {where.x + 16, where.centre().y - 12}, fmt::format("{}", number), {Weight::semibold, theme::size_small, theme::second_ink, Align::left, 1.21F});
    if (!word.empty()) line(page, {where.x + 42, where.centre().y - 15}, where.width - 54, word, with(style::strong, theme::green));
}

bool draw_word(Page& page, const Rect& where, std::string_view word)
{
    const auto tap = tap_area(page, where, word);
    card(page, tap.pressed ? where.moved(0, 2) : where, theme::card, theme::button_radius);
    draw_line(page, {where.x + 28, where.centre().y - 17}, word, {Weight::semibold, theme::size_lead, theme::ink});
    icon(page, {where.right() - 44, where.centre().y}, icons::chevron_right, 30, theme::second_ink);
    return tap.tapped;
}

Intent take_press(const KeyPress& press, SetUpWordsDraft& draft, const SetUpWordsView& view)
{
    if (press.continued) return draft.whole(view) ? Intent{intent::SetUpNow{}} : Intent{intent::TakeSetUpWord{}};
    if (!press.any()) return {};
    if (press.erased && draft.typing.text.empty() && !draft.words.empty()) {
        draft.typing.text = std::move(draft.words.back());
        draft.words.pop_back();
    } else {
        apply(press, draft.typing.text, longest_typed, draft.typing.keyboard, Capitals::sentences);
    }
    draft.typing.keyboard.shift = false;
    return intent::Search{};
}

}

Intent draw_first_start(Page& page, const BandView& band, const FirstStartView& view)
{
    Intent asked;
    mark(page, band.title, words::set_up::new_kiosk, icons::restaurant, theme::green);
    date_and_clock(page, band.date, band.clock);
    const Rect where{theme::edge, 112, page.content_width(), page.height() - 152};
    card(page, where);
    const float x = where.x + 64, width = where.width - 128;
    if (view.kiosks.size() > 1) return draw_several(page, {x, where.y + 48, width, where.height - 48 - 30}, view.kiosks);
    icon_tile(page, {x, where.y + 56, 96, 96}, icons::usb, theme::green_tint, theme::green);
    heading(page, {x, where.y + 184}, width, words::set_up::title, style::title, 1);
    float y = where.y + 256;
    y += text(page, {x, y}, std::min(width, 900.0F), words::set_up::more, sized(with(style::lead, theme::second_ink), 27), 2) + 10;
    text(page, {x, y}, std::min(width, 900.0F), view.after_damage ? words::set_up::after_damage : words::set_up::nothing_else, with(style::lead, theme::second_ink), 2);
    if (view.kiosks.empty()) {
        draw_waiting(page, {x, where.bottom() - 56 - 124, width, 124}, view.problem);
        return asked;
    }
    const Rect place{x, where.bottom() - 56 - theme::button_height, width, theme::button_height};
    if (button(page, place, fmt::format(fmt::runtime(words::set_up::set_up_as), view.kiosks.front()), ButtonLook::primary, icons::arrow_forward))
        asked = intent::ChooseSetUp{0};
    return asked;
}

Intent draw_set_up_words(Page& page, const BandView& band, const SetUpWordsView& view, SetUpWordsDraft& draft)
{
    auto asked = draw_band_with_back(page, band, words::back);
    heading(page, {theme::edge, 106}, page.content_width(), fmt::format(fmt::runtime(words::set_up::words_title), view.kiosk), style::heading, 1);
    const auto count = static_cast<float>(view.count);
    const float each = (page.content_width() - (count - 1) * slot_gap) / count;
    for (std::size_t i = 0; i < view.count; ++i)
        draw_slot(page, {theme::edge + static_cast<float>(i) * (each + slot_gap), 174, each, 60}, i + 1,
                  i < draft.words.size() ? draft.words[i] : std::string_view{}, i == draft.words.size());
    const Rect field{theme::edge, 262, page.content_width(), 84};
    const bool whole = draft.whole(view);
    if (!whole) text_field(page, field, draft.typing.text, words::set_up::hint);
    else if (button(page, field, words::set_up::now, ButtonLook::primary)) asked = intent::SetUpNow{};
    if (!view.problem.empty()) draw_problem(page, {theme::edge, 376}, page.content_width(), view.problem);
    else if (!view.word.empty() && !whole) {
        if (draw_word(page, {theme::edge, 370, (page.content_width() - 16) / 2, 66}, view.word)) asked = intent::TakeSetUpWord{};
    } else line(page, {theme::edge, 380}, page.content_width(), whole ? words::set_up::whole : words::set_up::more_words, with(style::body, theme::second_ink));

    auto pressed = take_press(keyboard(page, draft.typing.keyboard, words::continue_), draft, view);
    return std::holds_alternative<intent::Nothing>(pressed) ? asked : pressed;
}

}
