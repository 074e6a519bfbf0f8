// The same pixels on every machine: a picture with no letter in it and no shape of Dear ImGui's, whose hash stands here. Where the
// rasteriser is changed so that it draws otherwise, so is the hash, by hand.
#include "platform/raster/canvas.hpp"
#include "platform/raster/rasteriser.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <random>
#include <vector>

using namespace refectory::platform;

namespace {

constexpr int width = 320, height = 200;

class Scene {
public:
    Scene()
    {
        texture_.Create(ImTextureFormat_RGBA32, 16, 16);
        for (int at = 0; at < 16 * 16 * 4; ++at) texture_.Pixels[at] = static_cast<unsigned char>(number(256));
    }

    // Colours run from corner to corner, and half of them show some of the texture.
    void triangle()
    {
        ImDrawVert corners[3];
        for (auto& corner : corners) corner = {place(), share_of_texture(), static_cast<ImU32>(random_())};
        if (number(2) == 0) corners[1].uv = corners[2].uv = corners[0].uv;
        for (const auto& corner : corners) {
            list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(list_.VtxBuffer.Size));
            list_.VtxBuffer.push_back(corner);
        }
    }

    void rectangle()
    {
        const auto from = place(), to = place();
        const auto first = share_of_texture(), last = share_of_texture();
        const auto colour = static_cast<ImU32>(random_());
        const ImVec2 low{std::min(from.x, to.x), std::min(from.y, to.y)}, high{std::max(from.x, to.x), std::max(from.y, to.y)};
        const ImDrawVert a{low, first, colour}, b{{high.x, low.y}, {last.x, first.y}, colour}, c{high, last, colour}, d{{low.x, high.y}, {first.x, last.y}, colour};
        const auto at = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
        for (const auto& corner : {a, b, c, d}) list_.VtxBuffer.push_back(corner);
        for (const int one : {0, 1, 2, 0, 2, 3}) list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(at + one));
    }

    std::vector<raster::Pixel> drawn()
    {
        ImDrawCmd command;
        command.ClipRect = {10, 7, width - 3, height};
        command.TexRef = texture_.GetTexRef();
        command.ElemCount = static_cast<unsigned>(list_.IdxBuffer.Size);
        list_.CmdBuffer.push_back(command);
        ImDrawData data;
        data.CmdLists.push_back(&list_);
        std::vector<raster::Pixel> pixels(std::size_t{width} * height, raster::background);
        const raster::Canvas canvas{pixels.data(), width, height};
        raster::draw(data, canvas, canvas.all());
        return pixels;
    }

private:
    unsigned number(unsigned end) { return static_cast<unsigned>(random_() >> 8) % end; }
    ImVec2 place() { return {static_cast<float>(number(24'000)) / 64 - 20, static_cast<float>(number(16'000)) / 64 - 20}; }
    ImVec2 share_of_texture() { return {static_cast<float>(number(1000)) / 1000, static_cast<float>(number(1000)) / 1000}; }

    std::mt19937 random_{5};
    ImTextureData texture_;
    ImDrawList list_{nullptr};
};

// FNV-1a.
std::uint64_t hash_of(const std::vector<raster::Pixel>& pixels)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const auto pixel : pixels)
        for (int shift = 0; shift < 32; shift += 8) hash = (hash ^ ((pixel >> shift) & 255U)) * 0x100000001b3U;
    return hash;
}

}

TEST_CASE("the same pixels are drawn on every machine")
{
    Scene scene;
    for (int i = 0; i < 200; ++i) {
        scene.triangle();
        scene.rectangle();
    }
    CHECK(hash_of(scene.drawn()) == 0xd7b71bff0ab20745U);
}
