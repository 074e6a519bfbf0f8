// Dear ImGui's context with our fonts, for as long as the object lives. It has no window and no renderer of its own: the
// platform's surfaces draw what it makes, and without one the frames are only hit-tested and read.
#pragma once

#include "kiosk/widgets/font_files.hpp"

#include <memory>

struct ImGuiContext;

namespace refectory::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* medium = nullptr;
    ImFont* semibold = nullptr;
    ImFont* bold = nullptr;
    ImFont* display = nullptr;  // Inter Display Bold, for headings
    ImFont* icons = nullptr;
};

class Context {
public:
    // Fails where a font is not installed, and says which.
    static Result<std::unique_ptr<Context>> create();
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    const Fonts& fonts() const { return fonts_; }

private:
    Context();

    FontFiles files_;
    ImGuiContext* context_;
    Fonts fonts_;
};

}
