#include "desk/pass_sheet.hpp"

#include "desk/pass_picture.hpp"
#include "domain/secret.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <cassert>

namespace refectory {

namespace {

// Everything is in points, as PDFs have it.
constexpr double millimetre = 72 / 25.4;
constexpr double page_width = 210 * millimetre, page_height = 297 * millimetre, margin = 10 * millimetre;
constexpr std::size_t columns = 2, rows = 4, cards_a_page = columns * rows;
constexpr double card_width = (page_width - 2 * margin) / columns, card_height = (page_height - 2 * margin) / rows;
constexpr double padding = 6 * millimetre, text_width = 44 * millimetre, inner_width = card_width - 2 * padding;

struct Colour { double red, green, blue; };
constexpr Colour ink{0.114, 0.106, 0.094}, second_ink{0.353, 0.333, 0.302}, green{0.055, 0.353, 0.278}, grey{0.6, 0.6, 0.6};

constexpr const char* words_face = "Inter, Noto Sans, sans-serif";
constexpr const char* letters_face = "Noto Sans Mono, DejaVu Sans Mono, monospace";  // each letter is as wide as the next

struct Look {
    double size;
    PangoWeight weight;
    Colour colour;
    int lines;  // at most; what is longer ends with an ellipsis
    const char* face = words_face;
};
constexpr Look number_look{9, PANGO_WEIGHT_SEMIBOLD, green, 1}, organisation_look{9.5, PANGO_WEIGHT_NORMAL, second_ink, 3},
    dates_look{9.5, PANGO_WEIGHT_MEDIUM, ink, 2}, hint_look{8, PANGO_WEIGHT_NORMAL, second_ink, 1},
    letters_look{17, PANGO_WEIGHT_BOLD, ink, 1, letters_face};
// A name is set as large as it fits in.
constexpr std::array name_looks{Look{17, PANGO_WEIGHT_BOLD, ink, 2}, Look{15, PANGO_WEIGHT_BOLD, ink, 2}, Look{13, PANGO_WEIGHT_BOLD, ink, 3}};

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(auto* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

double in_points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int in_pango_units(double points) { return static_cast<int>(points * PANGO_SCALE); }

// With blanks at which no line ends.
std::string words_of(Date date)
{
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{}\u00a0{}\u00a0{}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()));
}

// Text shaped by pango, so that a name comes out right whatever its script, in one size.
class Text {
public:
    Text(PangoContext& context, const std::string& words, const Look& look, double width)
        : layout_(pango_layout_new(&context)), colour_(look.colour)
    {
        const Owned<PangoFontDescription> font{pango_font_description_from_string(look.face)};
        pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), look.weight);
        pango_layout_set_font_description(layout_.get(), font.get());
        pango_layout_set_text(layout_.get(), words.data(), static_cast<int>(words.size()));
        pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
        pango_layout_set_width(layout_.get(), in_pango_units(width));
        pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
        pango_layout_set_height(layout_.get(), -look.lines);
    }

    bool is_whole() const { return !pango_layout_is_ellipsized(layout_.get()); }
    double width() const { return size().first; }
    double height() const { return size().second; }
    double baseline() const { return in_points(pango_layout_get_baseline(layout_.get())); }

    void draw(cairo_t* cairo, double left, double top) const
    {
        cairo_set_source_rgb(cairo, colour_.red, colour_.green, colour_.blue);
        cairo_move_to(cairo, left, top);
        pango_cairo_show_layout(cairo, layout_.get());
    }

private:
    std::pair<double, double> size() const
    {
        int width = 0, height = 0;
        pango_layout_get_size(layout_.get(), &width, &height);
        return {in_points(width), in_points(height)};
    }

    Owned<PangoLayout> layout_;
    Colour colour_;
};

class Sheet {
public:
    explicit Sheet(cairo_surface_t* surface)
        : cairo_(cairo_create(surface)), fonts_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(fonts_.get()))
    {
        pango_context_set_round_glyph_positions(context_.get(), FALSE);
        pango_cairo_update_context(cairo_.get(), context_.get());
    }

    void draw_page(std::span<const SheetPass> passes)
    {
        draw_cut_marks();
        for (std::size_t i = 0; i < passes.size(); ++i)
            draw_card(passes[i], margin + card_width * static_cast<double>(i % columns), margin + card_height * static_cast<double>(i / columns));
        cairo_show_page(cairo_.get());
    }
    bool is_well() const { return cairo_status(cairo_.get()) == CAIRO_STATUS_SUCCESS; }

private:
    void draw_cut_marks();
    void draw_card(const SheetPass& pass, double left, double top);
    void draw_qr(const std::string& text, double right, double top);
    void draw_letters(const std::string& letters, double right, double baseline);
    // Returns where the next one may begin.
    double draw_below(const Text& text, double left, double top)
    {
        text.draw(cairo_.get(), left, top);
        return top + text.height();
    }
    Text name_of(const std::string& name) const
    {
        for (const auto& look : name_looks)
            if (Text text{*context_, name, look, text_width}; text.is_whole()) return text;
        return {*context_, name, name_looks.back(), text_width};
    }
    void line(double from_x, double from_y, double to_x, double to_y)
    {
        cairo_move_to(cairo_.get(), from_x, from_y);
        cairo_line_to(cairo_.get(), to_x, to_y);
    }

    Owned<cairo_t> cairo_;
    Owned<PangoFontMap> fonts_;
    Owned<PangoContext> context_;
};

// In the margin at each end of a cut, and a small cross where two of them meet: nothing is left of them on a pass.
void Sheet::draw_cut_marks()
{
    constexpr double from = 4 * millimetre, until = 8 * millimetre, arm = 1.5 * millimetre;
    const auto cut_at = [](double size, std::size_t number) { return margin + size * static_cast<double>(number); };
    for (std::size_t column = 0; column <= columns; ++column) {
        const double x = cut_at(card_width, column);
        line(x, from, x, until);
        line(x, page_height - from, x, page_height - until);
        for (std::size_t row = 1; row < rows; ++row) line(x, cut_at(card_height, row) - arm, x, cut_at(card_height, row) + arm);
    }
    for (std::size_t row = 0; row <= rows; ++row) {
        const double y = cut_at(card_height, row);
        line(from, y, until, y);
        line(page_width - from, y, page_width - until, y);
        for (std::size_t column = 1; column < columns; ++column) line(cut_at(card_width, column) - arm, y, cut_at(card_width, column) + arm, y);
    }
    cairo_set_source_rgb(cairo_.get(), grey.red, grey.green, grey.blue);
    cairo_set_line_width(cairo_.get(), 0.4);
    cairo_stroke(cairo_.get());
}

void Sheet::draw_card(const SheetPass& pass, double left, double top)
{
    const double x = left + padding, right = left + card_width - padding;
    double y = top + padding;
    y = draw_below({*context_, fmt::format("Pass {}", pass.pass.number.value), number_look, text_width}, x, y) + 2 * millimetre;
    y = draw_below(name_of(pass.name), x, y) + 1 * millimetre;
    y = draw_below({*context_, pass.organisation, organisation_look, text_width}, x, y) + 3 * millimetre;
    draw_below({*context_, fmt::format("{} to {}", words_of(pass.pass.valid_from), words_of(pass.pass.valid_until)), dates_look, text_width}, x, y);

    draw_qr(pass.text, right, top + padding);
    if (!pass.letters.empty()) draw_letters(pass.letters, right, top + 51 * millimetre);
    const Text foot{*context_, "Show this at the kiosk when you come and when you go.", hint_look, inner_width};
    foot.draw(cairo_.get(), x, top + card_height - padding - foot.height());
}

// Black on white, a bar for each run of dark modules; the dark ones end at the right and begin at the top that are named.
void Sheet::draw_qr(const std::string& text, double right, double top)
{
    constexpr double module = printed_module * millimetre;
    const auto modules = modules_of_pass(text);
    const double left = right - module * (modules.side - quiet_zone), above = top - module * quiet_zone;
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) {
            if (!modules.is_dark(x, y)) continue;
            const int from = x;
            while (modules.is_dark(x, y)) ++x;
            cairo_rectangle(cairo_.get(), left + module * from, above + module * y, module * (x - from), module);
        }
    }
    cairo_set_source_rgb(cairo_.get(), 0, 0, 0);
    cairo_fill(cairo_.get());
}

void Sheet::draw_letters(const std::string& letters, double right, double baseline)
{
    const Text typed{*context_, in_two_groups(letters), letters_look, inner_width};
    const Text before{*context_, "or type", hint_look, inner_width};
    const double left = right - typed.width();
    typed.draw(cairo_.get(), left, baseline - typed.baseline());
    before.draw(cairo_.get(), left - 2.5 * millimetre - before.width(), baseline - before.baseline());
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int count)
{
    static_cast<std::string*>(text)->append(bytes, bytes + count);
    return CAIRO_STATUS_SUCCESS;
}

}

Result<std::string> draw_pass_sheet(std::span<const SheetPass> passes, Instant made_at)
{
    assert(!passes.empty());
    std::string pdf;
    const Owned<cairo_surface_t> surface{cairo_pdf_surface_create_for_stream(append, &pdf, page_width, page_height)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, "Passes");
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, iso_instant(made_at).c_str());
    Sheet sheet{surface.get()};
    for (; !passes.empty(); passes = passes.subspan(std::min(passes.size(), cards_a_page)))
        sheet.draw_page(passes.first(std::min(passes.size(), cards_a_page)));
    cairo_surface_finish(surface.get());
    if (!sheet.is_well() || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return failure("The sheet of passes could not be drawn.");
    return pdf;
}

}
