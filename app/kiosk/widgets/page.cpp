#include "kiosk/widgets/page.hpp"

#include "kiosk/widgets/colour.hpp"

#include <imgui.h>

#include <algorithm>

namespace refectory::ui {

namespace {
// The pages are laid out for a glass of this size; larger glass shows them larger.
constexpr float drawn_width = 1280, drawn_height = 800;
}

Page::Page(const Context& context, Transcript& transcript, float width_pixels, float height_pixels)
    : fonts_(context.fonts()),
      transcript_(transcript),
      scale_(std::min(width_pixels / drawn_width, height_pixels / drawn_height)),
      width_(width_pixels / scale_),
      height_(height_pixels / scale_)
{
    transcript_.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_pixels, height_pixels});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    drawing_ = ImGui::GetWindowDrawList();
    drawing_->AddRectFilled({0, 0}, {width_pixels, height_pixels}, packed(theme::paper));
}

Page::~Page()
{
    ImGui::End();
    ImGui::PopStyleVar(2);
}

void Page::report(ElementRole role, std::string_view words, const Rect& where, bool chosen, bool enabled)
{
    transcript_.add({role, std::string{words}, where, chosen, enabled});
}

}
