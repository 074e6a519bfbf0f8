#include "kiosk/widgets/font_files.hpp"

#include "kiosk/widgets/icons.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>  // ImFontLoader, to keep what a font is made of

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace refectory::ui {

namespace {

constexpr std::size_t smallest_font = 1024;  // bytes; what is shorter has no letters

bool looks_like_a_font(const void* data, std::size_t size)
{
    constexpr std::string_view open_type = "OTTO", true_type{"\0\1\0\0", 4};
    if (size < smallest_font) return false;
    const std::string_view beginning{static_cast<const char*>(data), 4};
    return beginning == open_type || beginning == true_type;
}

const ImFontLoader& stock_loader()
{
    return *ImFontAtlasGetFontLoaderForStbTruetype();
}

// Dear ImGui either copies a font's file or frees it in the end; of this one it does neither.
ImFontLoader loader_of_mapped_files()
{
    auto loader = stock_loader();
    loader.FontSrcInit = [](ImFontAtlas* atlas, ImFontConfig* source) {
        source->FontDataOwnedByAtlas = false;
        return stock_loader().FontSrcInit(atlas, source);
    };
    return loader;
}

ImFontLoader loader_of_icons()
{
    auto loader = loader_of_mapped_files();
    loader.FontSrcContainsGlyph = [](ImFontAtlas* atlas, ImFontConfig* source, ImWchar asked) {
        return stock_loader().FontSrcContainsGlyph(atlas, source, static_cast<ImWchar>(asked + icons_are_lowered_by));
    };
    loader.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar asked, ImFontGlyph* glyph, float* advance) {
        return stock_loader().FontBakedLoadGlyph(atlas, source, baked, data, static_cast<ImWchar>(asked + icons_are_lowered_by), glyph, advance);
    };
    return loader;
}

const ImFontLoader& loader_of(FontFiles::As as)
{
    static const ImFontLoader mapped = loader_of_mapped_files(), icons = loader_of_icons();
    return as == FontFiles::As::icons ? icons : mapped;
}

}

FontFiles::~FontFiles()
{
    for (const auto& [path, file] : files_) ::munmap(file.data, file.size);
}

Result<FontFiles::File> FontFiles::file_at(const std::string& path)
{
    if (const auto known = files_.find(path); known != files_.end()) return known->second;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(fmt::format("The font {} is not installed.", path));
    struct stat about{};
    File file;
    if (::fstat(descriptor, &about) == 0) file.size = static_cast<std::size_t>(about.st_size);
    if (file.size > 0) file.data = ::mmap(nullptr, file.size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (file.data == nullptr || file.data == MAP_FAILED) return failure(fmt::format("The font {} could not be read.", path));
    files_.emplace(path, file);
    return file;
}

Result<ImFont*> FontFiles::add(const std::string& path, float size, As as)
{
    REFECTORY_TRY_ASSIGN(const auto file, file_at(path));
    ImFontConfig config;
    config.MergeMode = as == As::behind_the_last;
    // Few of its letters are ever drawn: a start need not wait until the disk has given all of it.
    if (config.MergeMode) ::madvise(file.data, file.size, MADV_RANDOM);
    config.FontLoader = &loader_of(as);
    auto* font = looks_like_a_font(file.data, file.size)
                     ? ImGui::GetIO().Fonts->AddFontFromMemoryTTF(file.data, static_cast<int>(file.size), size, &config) : nullptr;
    if (font == nullptr) return failure(fmt::format("The font {} is no font that can be drawn with. Install it anew.", path));
    return font;
}

}
