// Dear ImGui's context with our fonts, for as long as the object lives. It has no window and no renderer of its own: the
// platform's surfaces draw what it makes, and without one the frames are only hit-tested and read.
#pragma once

#include "domain/result.hpp"

#include <map>
#include <memory>
#include <string>

struct ImFont;
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
    // As it lies on the disk: only what is drawn of it is read, once, however many fonts stand on it.
    struct FontFile {
        void* data;
        std::size_t size;
        FontFile(void* mapped, std::size_t bytes) : data(mapped), size(bytes) {}
        FontFile(const FontFile&) = delete;
        FontFile& operator=(const FontFile&) = delete;
        ~FontFile();
    };

    Context();
    Result<const FontFile*> file_at(const std::string& path);
    Result<ImFont*> load(const std::string& path, bool merged);
    Result<ImFont*> load_face(const char* face, const char* behind);

    std::map<std::string, FontFile, std::less<>> files_;  // for as long as the context is there
    ImGuiContext* context_;
    Fonts fonts_;
};

}
