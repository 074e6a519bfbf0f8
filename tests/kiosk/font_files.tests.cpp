#include "kiosk/widgets/font_files.hpp"
#include "kiosk/widgets/icons.hpp"
#include "support/folder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>  // to read a character as Dear ImGui does

#include <fstream>

using namespace refectory;

namespace {

const std::string inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";

struct Atlas {
    ImGuiContext* context = ImGui::CreateContext();
    Atlas() { ImGui::GetIO().IniFilename = nullptr; }
    ~Atlas() { ImGui::DestroyContext(context); }
};

std::string refusal(const std::string& path)
{
    ui::FontFiles files;
    const Atlas atlas;
    const auto font = files.add(path, 1.21F, ui::FontFiles::As::font);
    return font ? "" : font.error().sentence;
}

}

TEST_CASE("a font is drawn with as it lies on the disk, and two may stand on one file")
{
    ui::FontFiles files;
    const Atlas atlas;
    CHECK(files.add(inter, 1.21F, ui::FontFiles::As::font).has_value());
    CHECK(files.add(inter, 1.21F, ui::FontFiles::As::behind_the_last).has_value());
    CHECK(ImGui::GetIO().Fonts->Fonts.size() == 1);
    CHECK(ImGui::GetIO().Fonts->Sources.size() == 2);
}

TEST_CASE("an icon is found where it is asked for, and the table of its size stays small")
{
    ui::FontFiles files;
    const Atlas atlas;
    auto* font = files.add("/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf", 1.21F, ui::FontFiles::As::icons).value();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImGui::GetIO().DisplaySize = {100, 100};
    ImGui::NewFrame();
    auto* baked = font->GetFontBaked(24);
    for (const char* icon : {static_cast<const char*>(ui::icons::warning), static_cast<const char*>(ui::icons::groups)}) {
        unsigned asked = 0;
        REQUIRE(ImTextCharFromUtf8(&asked, icon, nullptr) == 3);
        const auto* glyph = baked->FindGlyphNoFallback(static_cast<ImWchar>(asked));
        REQUIRE(glyph);
        CHECK(glyph->Visible);
    }
    CHECK(baked->IndexLookup.Size < 0x2000);
    ImGui::EndFrame();
}

TEST_CASE("a file that is no font is refused in a sentence that names it")
{
    const test::Folder folder;
    const auto with = [&](const std::string& text) {
        const auto path = (folder.path() / "font.otf").string();
        std::ofstream{path, std::ios::binary} << text;
        return path;
    };
    const auto no_font = [](const std::string& path) { return fmt::format("The font {} is no font that can be drawn with. Install it anew.", path); };
    for (const auto& text : {std::string{"OTTO"}, std::string(5000, 'x'), std::string(5000, '\0')}) {
        const auto path = with(text);
        CHECK(refusal(path) == no_font(path));
    }
    CHECK(refusal(with("")).find("could not be read") != std::string::npos);
    CHECK(refusal(folder.path().string()).find("could not be read") != std::string::npos);
    CHECK(refusal((folder.path() / "nothing").string()).find("is not installed") != std::string::npos);
}
