#include "desk/pass_picture.hpp"

#include "desk/pass_code.hpp"
#include "domain/secret.hpp"

#include <cmath>

namespace refectory {

namespace {

constexpr double phone_module = 4, pixels_a_point = 4;
constexpr double phone_padding = quiet_zone * phone_module, after_name = 3, after_organisation = 6, around_code = quiet_zone * phone_module, after_letters = 8;

void draw_in_middle(const Canvas::Text& text, double width, double top)
{
    text.draw((width - text.width()) / 2, top);
}

// Returns how high the picture is. The code's modules begin at whole pixels, or a scanner would read grey between them.
double draw_upright(Canvas& canvas, const PassCard& pass, double code, double width)
{
    const double inner = width - 2 * phone_padding;
    double y = draw_below(canvas.text(number_words(pass), pass_looks::number, inner), phone_padding, phone_padding) + after_name;
    if (!pass.name.empty()) y = draw_below(name_text(canvas, pass.name, inner), phone_padding, y) + after_name;
    if (!pass.organisation.empty()) y = draw_below(canvas.text(pass.organisation, pass_looks::organisation, inner), phone_padding, y) + after_organisation;
    y = draw_below(canvas.text(dates_words(pass), pass_looks::dates, inner), phone_padding, y);
    y = std::ceil(y + around_code);
    draw_code(canvas, pass.text, phone_padding, y, phone_module);
    y += code + around_code;
    if (!pass.letters.empty()) {
        const auto before = canvas.text("or type", pass_looks::hint, inner), typed = canvas.text(in_two_groups(pass.letters), pass_looks::letters, inner);
        draw_in_middle(before, width, y);
        draw_in_middle(typed, width, y + before.height());
        y += before.height() + typed.height() + after_letters;
    }
    auto look = pass_looks::hint;
    look.lines = 2;
    return std::ceil(draw_below(canvas.text(pass_hint, look, inner), phone_padding, y) + phone_padding);
}

}

Result<std::string> draw_pass_picture(const PassCard& pass)
{
    const double width = phone_module * modules_of_pass(pass.text).side, code = width - 2 * phone_padding;
    auto measured = Canvas::picture(1, 1, pixels_a_point);
    const double height = draw_upright(measured, pass, code, width);
    auto canvas = Canvas::picture(width, height, pixels_a_point);
    canvas.rectangle(0, 0, width, height);
    canvas.fill({1, 1, 1});
    draw_upright(canvas, pass, code, width);
    return canvas.finish();
}

}
