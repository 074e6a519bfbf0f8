#include "kiosk/widgets/font_files.hpp"
#include "support/folder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <imgui.h>

#include <fstream>

using namespace refectory;

namespace {

const std::string inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";

struct Atlas {
    ImGuiContext* context = ImGui::CreateContext();
    ~Atlas() { ImGui::DestroyContext(context); }
};

std::string refusal(const std::string& path)
{
    ui::FontFiles files;
    const Atlas atlas;
    const auto font = files.add(path, 1.21F, false);
    return font ? "" : font.error().sentence;
}

}

TEST_CASE("a font is drawn with as it lies on the disk, and two may stand on one file")
{
    ui::FontFiles files;
    const Atlas atlas;
    CHECK(files.add(inter, 1.21F, false).has_value());
    CHECK(files.add(inter, 1.21F, true).has_value());
    CHECK(ImGui::GetIO().Fonts->Fonts.size() == 1);
    CHECK(ImGui::GetIO().Fonts->Sources.size() == 2);
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
