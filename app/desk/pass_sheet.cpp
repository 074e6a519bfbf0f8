#include "desk/pass_sheet.hpp"

#include "desk/pass_code.hpp"
#include "domain/secret.hpp"

#include <algorithm>
#include <cassert>

namespace refectory {

namespace {

constexpr double page_width = 210 * millimetre, page_height = 297 * millimetre, margin = 10 * millimetre;
constexpr std::size_t columns = 2, rows = 4, cards_a_page = columns * rows;
constexpr double card_width = (page_width - 2 * margin) / columns, card_height = (page_height - 2 * margin) / rows;
constexpr double padding = 6 * millimetre, text_width = 44 * millimetre, inner_width = card_width - 2 * padding;

constexpr Colour grey{0.6, 0.6, 0.6};

// In the margin at each end of a cut, and a small cross where two of them meet: nothing is left of them on a pass.
void draw_cut_marks(Canvas& page)
{
    constexpr double from = 4 * millimetre, until = 8 * millimetre, arm = 1.5 * millimetre;
    const auto cut_at = [](double size, std::size_t number) { return margin + size * static_cast<double>(number); };
    for (std::size_t column = 0; column <= columns; ++column) {
        const double x = cut_at(card_width, column);
        page.line(x, from, x, until);
        page.line(x, page_height - from, x, page_height - until);
        for (std::size_t row = 1; row < rows; ++row) page.line(x, cut_at(card_height, row) - arm, x, cut_at(card_height, row) + arm);
    }
    for (std::size_t row = 0; row <= rows; ++row) {
        const double y = cut_at(card_height, row);
        page.line(from, y, until, y);
        page.line(page_width - from, y, page_width - until, y);
        for (std::size_t column = 1; column < columns; ++column) page.line(cut_at(card_width, column) - arm, y, cut_at(card_width, column) + arm, y);
    }
    page.draw_lines(0.4, grey);
}

void draw_letters(const Canvas& page, const std::string& letters, double right, double baseline)
{
    const auto typed = page.text(in_two_groups(letters), pass_looks::letters, inner_width);
    const auto before = page.text("or type", pass_looks::hint, inner_width);
    const double left = right - typed.width();
    typed.draw(left, baseline - typed.baseline());
    before.draw(left - 2.5 * millimetre - before.width(), baseline - before.baseline());
}

void draw_card(Canvas& page, const PassCard& pass, double left, double top)
{
    constexpr double module = printed_module * millimetre;
    const double x = left + padding, right = left + card_width - padding;
    double y = top + padding;
    y = draw_below(page.text(number_words(pass), pass_looks::number, text_width), x, y) + 2 * millimetre;
    y = draw_below(name_text(page, pass.name, text_width), x, y) + 1 * millimetre;
    y = draw_below(page.text(pass.organisation, pass_looks::organisation, text_width), x, y) + 3 * millimetre;
    draw_below(page.text(dates_words(pass), pass_looks::dates, text_width), x, y);
    draw_code(page, pass.text, right - module * (modules_of_pass(pass.text).side - 2 * quiet_zone), top + padding, module);
    if (!pass.letters.empty()) draw_letters(page, pass.letters, right, top + 51 * millimetre);
    const auto foot = page.text(pass_hint, pass_looks::hint, inner_width);
    foot.draw(x, top + card_height - padding - foot.height());
}

void draw_page(Canvas& page, std::span<const PassCard> passes)
{
    draw_cut_marks(page);
    for (std::size_t i = 0; i < passes.size(); ++i)
        draw_card(page, passes[i], margin + card_width * static_cast<double>(i % columns), margin + card_height * static_cast<double>(i / columns));
    page.end_page();
}

}

Result<std::string> draw_pass_sheet(std::span<const PassCard> passes, Instant made_at)
{
    assert(!passes.empty());
    auto sheet = Canvas::pdf(page_width, page_height, "Passes", made_at);
    for (; !passes.empty(); passes = passes.subspan(std::min(passes.size(), cards_a_page)))
        draw_page(sheet, passes.first(std::min(passes.size(), cards_a_page)));
    return sheet.finish();
}

}
