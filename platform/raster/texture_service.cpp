#include "platform/raster/texture_service.hpp"

#include <imgui.h>
#include <imgui_internal.h>

namespace refectory::platform::raster {

namespace {

constexpr auto what_it_can = ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;

void keep_letters_as_alpha()
{
    auto& atlas = *ImGui::GetIO().Fonts;
    if (atlas.TexDesiredFormat == ImTextureFormat_Alpha8) return;
    atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
    if (atlas.Builder) ImFontAtlasBuildClear(&atlas);  // there are fonts, and a first texture of the other format
}

void release(ImTextureData& texture)
{
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

}

TextureService::TextureService()
{
    ImGui::GetIO().BackendFlags |= what_it_can;
    keep_letters_as_alpha();
}

TextureService::~TextureService()
{
    if (!ImGui::GetCurrentContext()) return;
    for (auto* texture : ImGui::GetPlatformIO().Textures)
        if (texture->RefCount == 1) release(*texture);
    ImGui::GetIO().BackendFlags &= ~what_it_can;
}

void TextureService::serve(const ImDrawData& data)
{
    if (!data.Textures) return;
    for (auto* texture : *data.Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) texture->SetStatus(ImTextureStatus_OK);
        if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) release(*texture);
    }
}

}
