#include "kiosk/stage.hpp"

#include <imgui.h>

namespace refectory {

void Stage::frame(float width_pixels, float height_pixels, const ClockReading& now)
{
    auto& io = ImGui::GetIO();
    io.DisplaySize = {width_pixels, height_pixels};
    if (io.DeltaTime <= 0) io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    {
        ui::Page page{context_, transcript_, width_pixels, height_pixels};
        scale_ = page.scale();
        draw_(page, now);
    }
    ImGui::Render();
}

void Stage::draw_nowhere()
{
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

}
