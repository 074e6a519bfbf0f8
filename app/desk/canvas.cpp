#include "desk/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <utility>

namespace refectory {

namespace {

constexpr const char* words_face = "Inter, Noto Sans, sans-serif";
constexpr const char* letters_face = "Noto Sans Mono, DejaVu Sans Mono, monospace";

double in_points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int in_pango_units(double points) { return static_cast<int>(points * PANGO_SCALE); }

PangoWeight weight_of(TextLook::Weight weight)
{
    switch (weight) {
    case TextLook::Weight::normal: return PANGO_WEIGHT_NORMAL;
    case TextLook::Weight::medium: return PANGO_WEIGHT_MEDIUM;
    case TextLook::Weight::semibold: return PANGO_WEIGHT_SEMIBOLD;
    case TextLook::Weight::bold: return PANGO_WEIGHT_BOLD;
    }
    std::unreachable();
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int count)
{
    static_cast<std::string*>(text)->append(bytes, bytes + count);
    return CAIRO_STATUS_SUCCESS;
}

}

struct Canvas::Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(auto* object) const { g_object_unref(object); }
};
// The PDF comes as it is drawn; a picture when it is finished.
struct Canvas::State {
    std::string file;
    bool is_picture = false;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> cairo;
    Owned<PangoFontMap> fonts;
    Owned<PangoContext> context;

    void begin(double pixels_a_point)
    {
        cairo.reset(cairo_create(surface.get()));
        cairo_scale(cairo.get(), pixels_a_point, pixels_a_point);
        fonts.reset(pango_cairo_font_map_new());
        context.reset(pango_font_map_create_context(fonts.get()));
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_cairo_update_context(cairo.get(), context.get());
    }
};

Canvas::Canvas(std::unique_ptr<State> state) : state_(std::move(state)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

Canvas Canvas::pdf(double width, double height, const std::string& title, Instant made_at)
{
    auto state = std::make_unique<State>();
    state->surface.reset(cairo_pdf_surface_create_for_stream(append, &state->file, width, height));
    cairo_pdf_surface_set_metadata(state->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(state->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, iso_instant(made_at).c_str());
    state->begin(1);
    return Canvas{std::move(state)};
}

Canvas Canvas::picture(double width, double height, double pixels_a_point)
{
    auto state = std::make_unique<State>();
    const auto pixels = [&](double points) { return static_cast<int>(std::lround(points * pixels_a_point)); };
    state->is_picture = true;
    state->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(width), pixels(height)));
    state->begin(pixels_a_point);
    return Canvas{std::move(state)};
}

void Canvas::line(double from_x, double from_y, double to_x, double to_y)
{
    cairo_move_to(state_->cairo.get(), from_x, from_y);
    cairo_line_to(state_->cairo.get(), to_x, to_y);
}

void Canvas::draw_lines(double thickness, Colour colour)
{
    cairo_set_source_rgb(state_->cairo.get(), colour.red, colour.green, colour.blue);
    cairo_set_line_width(state_->cairo.get(), thickness);
    cairo_stroke(state_->cairo.get());
}

void Canvas::rectangle(double left, double top, double width, double height)
{
    cairo_rectangle(state_->cairo.get(), left, top, width, height);
}

void Canvas::fill(Colour colour)
{
    cairo_set_source_rgb(state_->cairo.get(), colour.red, colour.green, colour.blue);
    cairo_fill(state_->cairo.get());
}

void Canvas::end_page()
{
    cairo_show_page(state_->cairo.get());
}

Result<std::string> Canvas::finish()
{
    auto* surface = state_->surface.get();
    const bool is_drawn = cairo_status(state_->cairo.get()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_flush(surface);
    const bool is_written = !state_->is_picture || cairo_surface_write_to_png_stream(surface, append, &state_->file) == CAIRO_STATUS_SUCCESS;
    cairo_surface_finish(surface);
    if (!is_drawn || !is_written || cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) return failure("It could not be drawn.");
    return std::move(state_->file);
}

struct Canvas::Text::Layout {
    Owned<PangoLayout> layout;
    cairo_t* cairo;
    Colour colour;
};

Canvas::Text::Text(std::unique_ptr<Layout> layout) : layout_(std::move(layout)) {}
Canvas::Text::Text(Text&&) noexcept = default;
Canvas::Text::~Text() = default;

Canvas::Text Canvas::text(const std::string& words, const TextLook& look, double width) const
{
    auto text = std::make_unique<Text::Layout>(Owned<PangoLayout>{pango_layout_new(state_->context.get())}, state_->cairo.get(), look.colour);
    auto* layout = text->layout.get();
    const Owned<PangoFontDescription> font{pango_font_description_from_string(look.face == TextLook::Face::words ? words_face : letters_face)};
    pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), weight_of(look.weight));
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_width(layout, in_pango_units(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout, -look.lines);
    return Text{std::move(text)};
}

bool Canvas::Text::is_whole() const
{
    return !pango_layout_is_ellipsized(layout_->layout.get());
}

double Canvas::Text::width() const
{
    int width = 0;
    pango_layout_get_size(layout_->layout.get(), &width, nullptr);
    return in_points(width);
}

double Canvas::Text::height() const
{
    int height = 0;
    pango_layout_get_size(layout_->layout.get(), nullptr, &height);
    return in_points(height);
}

double Canvas::Text::baseline() const
{
    return in_points(pango_layout_get_baseline(layout_->layout.get()));
}

void Canvas::Text::draw(double left, double top) const
{
    cairo_set_source_rgb(layout_->cairo, layout_->colour.red, layout_->colour.green, layout_->colour.blue);
    cairo_move_to(layout_->cairo, left, top);
    pango_cairo_show_layout(layout_->cairo, layout_->layout.get());
}

}
