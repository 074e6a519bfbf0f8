#include "kiosk/widgets/context.hpp"

#include <imgui.h>

namespace refectory::ui {

namespace {

constexpr const char* inter = "/usr/share/fonts/opentype/inter/";
constexpr const char* noto = "/usr/share/fonts/truetype/noto/NotoSans-";
constexpr const char* material = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// The heights of their lines, ascent to descent, in units of their type size: what is merged keeps the type size of what
// it stands behind, not the height of its line.
constexpr float inter_height = 1.21F, noto_height = 1.362F;

// Inter, and behind it Noto Sans for the letters that Inter does not have.
Result<ImFont*> load_face(FontFiles& files, const char* face, const char* behind)
{
    REFECTORY_TRY_ASSIGN(auto* font, files.add(std::string{inter} + face + ".otf", inter_height, FontFiles::As::font));
    REFECTORY_TRY(files.add(std::string{noto} + behind + ".ttf", noto_height, FontFiles::As::behind_the_last));
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
    auto& files = context->files_;
    REFECTORY_TRY_ASSIGN(fonts.regular, load_face(files, "Inter-Regular", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.medium, load_face(files, "Inter-Medium", "Regular"));
    REFECTORY_TRY_ASSIGN(fonts.semibold, load_face(files, "Inter-SemiBold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.bold, load_face(files, "Inter-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.display, load_face(files, "InterDisplay-Bold", "Bold"));
    REFECTORY_TRY_ASSIGN(fonts.icons, files.add(material, inter_height, FontFiles::As::icons));
    return context;
}

}
