#include "kiosk/widgets/context.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace refectory::ui {

namespace {

constexpr const char* inter = "/usr/share/fonts/opentype/inter/";
constexpr const char* noto = "/usr/share/fonts/truetype/noto/NotoSans-";
constexpr const char* material = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// The heights of their lines, ascent to descent, in units of their type size: what is merged keeps the type size of what
// it stands behind, not the height of its line.
constexpr float inter_height = 1.21F, noto_height = 1.362F;

}

Context::FontFile::~FontFile()
{
    ::munmap(data, size);
}

Result<const Context::FontFile*> Context::file_at(const std::string& path)
{
    if (const auto known = files_.find(path); known != files_.end()) return &known->second;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(fmt::format("The font {} is not installed.", path));
    struct stat about{};
    const bool is_known = ::fstat(descriptor, &about) == 0 && about.st_size > 0;
    const auto size = is_known ? static_cast<std::size_t>(about.st_size) : 0;
    auto* data = is_known ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
    ::close(descriptor);
    if (data == MAP_FAILED) return failure(fmt::format("The font {} could not be read.", path));
    return &files_.try_emplace(path, data, size).first->second;
}

Result<ImFont*> Context::load(const std::string& path, bool merged)
{
    REFECTORY_TRY_ASSIGN(const auto* file, file_at(path));
    ImFontConfig config;
    config.MergeMode = merged;
    config.Flags |= ImFontFlags_NoLoadError;
    auto& atlas = *ImGui::GetIO().Fonts;
    auto* font = atlas.AddFontFromMemoryTTF(file->data, static_cast<int>(file->size), merged ? noto_height : inter_height, &config);
    if (font == nullptr) return failure(fmt::format("The font {} could not be read.", path));
    atlas.Sources.back().FontDataOwnedByAtlas = false;  // said before, it would have been copied
    return font;
}

// Inter, and behind it Noto Sans for the letters that Inter does not have.
Result<ImFont*> Context::load_face(const char* face, const char* behind)
{
    REFECTORY_TRY_ASSIGN(auto* font, load(std::string{inter} + face + ".otf", false));
    REFECTORY_TRY(load(std::string{noto} + behind + ".ttf", true));
    return font;
}

Context::Context() : context_(ImGui::CreateContext())
{
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a page at rest must not change
    io.ConfigErrorRecoveryEnableAssert = true;
}

Context::~Context()
{
    ImGui::DestroyContext(context_);
}

Result<std::unique_ptr<Context>> Context::create()
{
    std::unique_ptr<Context> context{new Context};
    auto& fonts = context->fonts_;
    REFECTORY_TRY_ASSIGN(fonts.regular, context->load_face("Inter-Regular", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.medium, context->load_face("Inter-Medium", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.semibold, context->load_face("Inter-SemiBold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.bold, context->load_face("Inter-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.display, context->load_face("InterDisplay-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.icons, context->load(material, false));
    return context;
}

}
