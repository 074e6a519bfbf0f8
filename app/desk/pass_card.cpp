#include "desk/pass_card.hpp"

#include "desk/pass_code.hpp"

#include <fmt/format.h>

#include <array>

namespace refectory {

namespace {

using pass_looks::Weight;
constexpr std::array name_looks{TextLook{17, Weight::bold, pass_looks::ink, 2}, TextLook{15, Weight::bold, pass_looks::ink, 2},
                                TextLook{13, Weight::bold, pass_looks::ink, 3}};

std::string words_of(Date date)
{
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{}\u00a0{}\u00a0{}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()));
}

}

std::string number_words(const PassCard& pass)
{
    return fmt::format("Pass {}", pass.pass.number.value);
}

std::string dates_words(const PassCard& pass)
{
    return fmt::format("{} to {}", words_of(pass.pass.valid_from), words_of(pass.pass.valid_until));
}

Canvas::Text name_text(const Canvas& canvas, const std::string& name, double width)
{
    for (const auto& look : name_looks)
        if (auto text = canvas.text(name, look, width); text.is_whole()) return text;
    return canvas.text(name, name_looks.back(), width);
}

double draw_below(const Canvas::Text& text, double left, double top)
{
    text.draw(left, top);
    return top + text.height();
}

void draw_code(Canvas& canvas, const std::string& text, double left, double top, double module)
{
    modules_of_pass(text).each_bar([&](int x, int y, int width) {
        canvas.rectangle(left + module * (x - quiet_zone), top + module * (y - quiet_zone), module * width, module);
    });
    canvas.fill({0, 0, 0});
}

}
