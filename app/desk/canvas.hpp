// What passes are drawn on: pages of a PDF, or a picture. Everything is in points, from the top left. Text is shaped by pango, so that a
// name comes out right whatever its script.
#pragma once

#include "domain/instant.hpp"
#include "domain/result.hpp"

#include <memory>
#include <string>

namespace refectory {

struct Colour { double red, green, blue; };

struct TextLook {
    enum class Face { words, letters };  // of letters each is as wide as the next
    enum class Weight { normal, medium, semibold, bold };

    double size;
    Weight weight;
    Colour colour;
    int lines;  // at most; what is longer ends with an ellipsis
    Face face = Face::words;
};

class Canvas {
public:
    class Text;

    // `made_at` is the document's date, so that the same drawing comes out as the same file.
    static Canvas pdf(double width, double height, const std::string& title, Instant made_at);
    static Canvas picture(double width, double height, double pixels_a_point);
    Canvas(Canvas&&) noexcept;
    ~Canvas();

    Text text(const std::string& words, const TextLook& look, double width) const;
    void line(double from_x, double from_y, double to_x, double to_y);
    void draw_lines(double thickness, Colour colour);  // those of above
    void rectangle(double left, double top, double width, double height);
    void fill(Colour colour);  // the rectangles of above
    void end_page();

    // As a file: the PDF, or a PNG. The canvas is not drawn on any more.
    Result<std::string> finish();

private:
    struct Release;
    template <class T>
    using Owned = std::unique_ptr<T, Release>;
    struct State;
    explicit Canvas(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Laid out, and not drawn yet. The canvas must live as long.
class Canvas::Text {
public:
    Text(Text&&) noexcept;
    ~Text();

    bool is_whole() const;
    double width() const;
    double height() const;
    double baseline() const;
    void draw(double left, double top) const;

private:
    friend class Canvas;
    struct Layout;
    explicit Text(std::unique_ptr<Layout> layout);
    std::unique_ptr<Layout> layout_;
};

}
