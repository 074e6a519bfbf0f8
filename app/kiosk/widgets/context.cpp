#include "kiosk/widgets/context.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <filesystem>

namespace refectory::ui {

namespace {

constexpr const char* inter = "/usr/share/fonts/opentype/inter/";
constexpr const char* noto = "/usr/share/fonts/truetype/noto/NotoSans-";
constexpr const char* material = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// The heights of their lines, ascent to descent, in units of their type size: what is merged keeps the type size of what
// it stands behind, not the height of its line.
constexpr float inter_height = 1.21F, noto_height = 1.362F;

Result<ImFont*> load(const std::string& path, bool merged)
{
    if (!std::filesystem::exists(path)) return failure(fmt::format("The font {} is not installed.", path));
    ImFontConfig config;
    config.MergeMode = merged;
    config.Flags |= ImFontFlags_NoLoadError;
    auto* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(path.c_str(), merged ? noto_height : inter_height, &config);
    if (font == nullptr) return failure(fmt::format("The font {} could not be read.", path));
    return font;
}

// Inter, and behind it Noto Sans for the letters that Inter does not have.
Result<ImFont*> load_face(const char* face, const char* behind)
{
    REFECTORY_TRY_ASSIGN(auto* font, load(std::string{inter} + face + ".otf", false));
    REFECTORY_TRY(load(std::string{noto} + behind + ".ttf", true));
    return font;
}

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
    REFECTORY_TRY_ASSIGN(fonts.regular, load_face("Inter-Regular", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.medium, load_face("Inter-Medium", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.semibold, load_face("Inter-SemiBold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.bold, load_face("Inter-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.display, load_face("InterDisplay-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.icons, load(material, false));
    return context;
}

}
