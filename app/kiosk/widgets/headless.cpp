#include "kiosk/widgets/headless.hpp"

#include <imgui.h>

namespace refectory::ui {

namespace {

constexpr float frame_seconds = 1.0F / 60;

// What a renderer would do with its textures, without one: ImGui may go on as if they were on the card.
void answer_texture_requests()
{
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates)
            texture->SetStatus(ImTextureStatus_OK);
        if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

}

Headless::Headless(const Context& context, float width_pixels, float height_pixels) : context_(context)
{
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    resize(width_pixels, height_pixels);
}

Headless::~Headless()
{
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::GetIO().BackendFlags &= ~(ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset);
}

void Headless::resize(float width_pixels, float height_pixels)
{
    ImGui::GetIO().DisplaySize = {width_pixels, height_pixels};
}

void Headless::frame(const std::function<void(Page&)>& draw)
{
    auto& io = ImGui::GetIO();
    io.DeltaTime = frame_seconds;
    ImGui::NewFrame();
    {
        Page page(context_, transcript_, io.DisplaySize.x, io.DisplaySize.y);
        scale_ = page.scale();
        draw(page);
    }
    ImGui::Render();
    answer_texture_requests();
}

}
