// A frame of all that our pages are made of, some of it half off the canvas, and what the rasteriser draws of it.
#pragma once

#include "platform/offscreen.hpp"

#include <imgui.h>

namespace refectory::test {

inline constexpr int scene_width = 640, scene_height = 400;

struct SceneAlone {
    SceneAlone()
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {scene_width, scene_height};
    }
    ~SceneAlone() { ImGui::DestroyContext(); }
};

inline void draw_scene(int variant)
{
    auto* list = ImGui::GetBackgroundDrawList();
    const float by = static_cast<float>(variant) * 0.37F;
    list->AddRectFilled({0, 0}, {scene_width, scene_height}, IM_COL32(245, 240, 232, 255));
    list->AddRectFilled({20 + by, 20}, {300.5F, 180.25F}, IM_COL32(16, 92, 72, 255), 24);
    list->AddRectFilled({200, 100 + by}, {420, 260}, IM_COL32(200, 40, 40, 90), 12);
    list->AddRect({40, 200}, {180, 300}, IM_COL32(30, 30, 30, 255), 16, 0, 2.5F);
    list->AddCircleFilled({500 + by, 90}, 60, IM_COL32(20, 60, 160, 200), 48);
    list->AddRectFilledMultiColor({330, 280}, {620, 380}, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 128), IM_COL32(0, 0, 255, 255), IM_COL32(255, 255, 0, 0));
    list->AddTriangleFilled({-30, 350}, {60 + by, 300}, {90, 450}, IM_COL32(90, 0, 90, 255));
    list->AddLine({10, 390}, {630, 200 + by}, IM_COL32(0, 0, 0, 160), 3);
    list->PushClipRect({420, 150}, {560, 240}, true);
    list->AddCircleFilled({560, 240}, 70, IM_COL32(240, 160, 0, 255), 64);
    list->PopClipRect();
    list->AddText(nullptr, 13, {40, 40}, IM_COL32(255, 255, 255, 255), "You have a place");
    list->AddText(nullptr, 32, {50.3F, 220.7F + by}, IM_COL32(20, 20, 20, 255), "Today, 12:30pm");
    list->AddImageQuad(ImGui::GetIO().Fonts->TexRef, {440, 20}, {620, 60}, {600, 140}, {430, 110}, {0, 0}, {1, 0}, {1, 1}, {0, 1}, IM_COL32(0, 80, 0, 255));
}

inline const ImDrawData& frame_of(int variant)
{
    ImGui::GetIO().DeltaTime = 0.016F;
    ImGui::NewFrame();
    draw_scene(variant);
    ImGui::Render();
    return *ImGui::GetDrawData();
}

inline platform::Picture rasterised(int variant)
{
    const SceneAlone imgui;
    platform::Offscreen offscreen{scene_width, scene_height};
    for (int i = 0; i < 2; ++i) {
        offscreen.begin_frame();
        offscreen.end_frame(frame_of(variant));
    }
    offscreen.begin_frame();
    const auto& data = frame_of(variant);
    offscreen.end_frame(data);
    return offscreen.draw(data);
}

}
