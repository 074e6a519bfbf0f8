// What the rasteriser draws: a part drawn alone is that part of the whole, and shapes are the triangles that they are made of.
#include "platform/raster/bands.hpp"
#include "platform/raster/rasteriser.hpp"
#include "platform/raster/shapes.hpp"
#include "platform/scene.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <sched.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <random>
#include <thread>

using namespace refectory;
using namespace refectory::platform;

namespace {

constexpr int width = test::scene_width, height = test::scene_height;
using ImGuiAlone = test::SceneAlone;
using test::frame_of;

// Of one triangle each, so that no two of them are seen to belong together.
void split_commands(ImDrawList& list)
{
    ImVector<ImDrawCmd> commands;
    for (const auto& command : list.CmdBuffer)
        for (unsigned first = 0; first < command.ElemCount; first += 3) {
            commands.push_back(command);
            commands.back().IdxOffset += first;
            commands.back().ElemCount = 3;
        }
    list.CmdBuffer.swap(commands);
}

std::vector<raster::Pixel> drawn_in_parts(const ImDrawData& data, const std::vector<raster::Area>& parts)
{
    std::vector<raster::Pixel> pixels(width * height, 0xFFFFFFFFU);
    const raster::Canvas canvas{pixels.data(), width, height};
    for (const auto& part : parts) raster::draw(data, canvas, part);
    return pixels;
}

}

TEST_CASE("a picture drawn in parts is the whole picture, bit for bit")
{
    const ImGuiAlone imgui;
    Offscreen offscreen{width, height};
    std::minstd_rand random{7};
    const auto number = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    for (int variant = 0; variant < 12; ++variant) {
        offscreen.begin_frame();
        const auto& data = frame_of(variant);
        offscreen.end_frame(data);
        const auto whole = drawn_in_parts(data, {{0, 0, width, height}});
        const int x = number(width), y = number(height);
        CHECK(drawn_in_parts(data, {{0, 0, x, y}, {x, 0, width, y}, {0, y, x, height}, {x, y, width, height}}) == whole);
        const raster::Area part{number(width / 2), number(height / 2), width / 2 + number(width / 2), height / 2 + number(height / 2)};
        const auto alone = drawn_in_parts(data, {part});
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column) {
                const auto at = static_cast<std::size_t>(row * width + column);
                const bool is_inside = column >= part.left && column < part.right && row >= part.top && row < part.bottom;
                if (alone[at] != (is_inside ? whole[at] : 0xFFFFFFFFU)) FAIL("at " << column << ", " << row);
            }
    }
}

TEST_CASE("a canvas that has blue first has the same picture")
{
    const ImGuiAlone imgui;
    Offscreen offscreen{width, height};
    for (int variant = 0; variant < 4; ++variant) {
        offscreen.begin_frame();
        const auto& data = frame_of(variant);
        offscreen.end_frame(data);
        const auto picture = drawn_in_parts(data, {{0, 0, width, height}});
        std::vector<raster::Pixel> turned(width * height, 0xFFFFFFFFU);
        raster::draw(data, {turned.data(), width, height, raster::Order::blue_first}, {0, 0, width, height});
        for (auto& pixel : turned) pixel = (pixel & 0xFF00FF00U) | (pixel & 0xFFU) << 16 | (pixel >> 16 & 0xFFU);
        CHECK(turned == picture);
    }
}

TEST_CASE("two triangles that share a side leave no pixel out and draw none twice")
{
    const ImGuiAlone imgui;
    Offscreen offscreen{width, height};
    std::minstd_rand random{3};
    for (int i = 0; i < 40; ++i) {
        ImGui::NewFrame();
        auto* list = ImGui::GetBackgroundDrawList();
        list->Flags = ImDrawListFlags_None;  // no softened edges
        const ImVec2 middle{static_cast<float>(random() % 6400) / 10, static_cast<float>(random() % 4000) / 10};
        const ImVec2 corners[] = {{0, 0}, {width, 0}, {width, height}, {0, height}};
        for (int side = 0; side < 4; ++side) list->AddTriangleFilled(middle, corners[side], corners[(side + 1) % 4], IM_COL32(0, 0, 0, 100));
        ImGui::Render();
        offscreen.end_frame(*ImGui::GetDrawData());
        const auto& rgba = offscreen.draw(*ImGui::GetDrawData()).rgba;
        for (std::size_t at = 0; at < rgba.size(); at += 4)
            if (rgba[at] != 155) FAIL("at " << at / 4 % width << ", " << at / 4 / width << ": " << static_cast<int>(rgba[at]));
    }
}

TEST_CASE("a shape is the triangles that it is made of, convex or not")
{
    const ImGuiAlone imgui;
    Offscreen offscreen{width, height};
    std::minstd_rand random{5};
    const auto number = [&](float most) { return static_cast<float>(random() % 10'000) / 10'000 * most; };
    for (int i = 0; i < 40; ++i) {
        ImGui::NewFrame();
        auto* list = ImGui::GetBackgroundDrawList();
        list->Flags = ImDrawListFlags_None;
        for (int shape = 0; shape < 6; ++shape) {
            const ImVec2 middle{number(width), number(height)}, reach{number(300), number(200)};
            const int corners = 3 + static_cast<int>(number(40));
            const bool is_convex = shape % 3 != 0, is_clockwise = shape % 2 == 0;
            std::vector<ImVec2> points;
            for (int corner = 0; corner < corners; ++corner) {
                const float turn = static_cast<float>(is_clockwise ? corner : -corner) * 6.2831853F / static_cast<float>(corners), far = is_convex ? 1 : number(1);
                points.emplace_back(middle.x + reach.x * far * std::cos(turn), middle.y + reach.y * far * std::sin(turn));
            }
            list->AddConvexPolyFilled(points.data(), corners, IM_COL32(shape * 40, 90, 0, 100));
        }
        ImGui::Render();
        offscreen.end_frame(*ImGui::GetDrawData());
        const auto whole = drawn_in_parts(*ImGui::GetDrawData(), {{0, 0, width, height}});
        split_commands(*list);
        CHECK(drawn_in_parts(*ImGui::GetDrawData(), {{0, 0, width, height}}) == whole);
    }
}

TEST_CASE("only what is convex and goes around clockwise once is filled as a whole")
{
    const auto is_filled = [](const std::vector<ImVec2>& points) {
        std::vector<raster::Pixel> pixels(width * height, 0xFFFFFFFFU);
        std::vector<raster::Corner> corners;
        for (const auto& point : points)
            corners.push_back({static_cast<std::int64_t>(point.x + 100) * raster::place_one, static_cast<std::int64_t>(point.y + 100) * raster::place_one, 0, 0, {1, 2, 3, 255}});
        const bool is = raster::fill_convex({pixels.data(), width, height}, {0, 0, width, height}, corners);
        CHECK(is == (std::ranges::count(pixels, 0xFFFFFFFFU) < width * height));
        return is;
    };
    CHECK(is_filled({{0, 0}, {9, 0}, {9, 9}, {0, 9}}));
    CHECK(is_filled({{0, 9}, {0, 0}, {9, 0}, {9, 9}}));
    CHECK(is_filled({{9, 9}, {0, 9}, {0, 0}, {9, 0}}));
    CHECK(is_filled({{20, 0}, {30, 5}, {35, 15}, {25, 30}, {5, 25}, {0, 10}}));
    CHECK_FALSE(is_filled({{0, 0}, {0, 9}, {9, 9}, {9, 0}}));
    CHECK_FALSE(is_filled({{0, 0}, {20, 0}, {10, 5}, {20, 20}, {0, 20}}));
    CHECK_FALSE(is_filled({{0, 0}, {10, 0}, {10, 10}, {-20, 10}, {-20, -20}, {30, -20}, {30, 30}, {-10, 30}}));
}

TEST_CASE("a rectangle that fades is the two triangles that it is made of, whichever corner comes first and whichever way it fades")
{
    constexpr raster::Area all{0, 0, width, height};
    const auto at = [](double x, double y, std::uint32_t alpha) {
        return raster::Corner{static_cast<std::int64_t>(x * raster::place_one), static_cast<std::int64_t>(y * raster::place_one), 0, 0, {20, 40, 60, alpha}};
    };
    const double left = 20.3, top = 30.6, right = 200.5, bottom = 47.9;
    for (const bool is_turned : {false, true})
        for (const auto way : {raster::Fades::across, raster::Fades::down}) {
            const double x1 = is_turned ? right : left, x2 = is_turned ? left : right, y1 = is_turned ? bottom : top, y2 = is_turned ? top : bottom;
            const std::uint32_t beside = way == raster::Fades::across ? 10 : 200, below = way == raster::Fades::across ? 200 : 10;
            const raster::Corner a = at(x1, y1, 200), b = at(x2, y1, beside), c = at(x2, y2, 10), d = at(x1, y2, below);
            std::vector<raster::Pixel> faded(width * height, 0xFFFFFFFFU), triangles = faded;
            raster::fade({faded.data(), width, height}, all, a, c, way);
            const raster::Canvas canvas{triangles.data(), width, height};
            raster::draw_triangle(canvas, all, {a, b, c}, nullptr);
            raster::draw_triangle(canvas, all, {a, c, d}, nullptr);
            for (std::size_t i = 0; i < faded.size(); ++i)
                for (const int byte : {0, 8, 16}) {
                    const int difference = static_cast<int>(faded[i] >> byte & 255U) - static_cast<int>(triangles[i] >> byte & 255U);
                    if (std::abs(difference) > 1) FAIL("at " << i % width << ", " << i / width << ": " << difference);
                }
        }
}

TEST_CASE("whatever the size of an area, its bands are all of it and none is worked on twice")
{
    raster::Bands bands;
    for (const auto& area : {raster::Area{0, 0, 1, 1}, {3, 5, 4, 2000}, {0, 0, 1280, 800}, {7, 11, 1913, 1079}, {0, 0, 400'000, 1}, {5, 5, 5, 5}}) {
        const auto across = static_cast<std::size_t>(area.right), down = static_cast<std::size_t>(area.bottom);
        std::vector<int> worked(across * down, 0);
        bands.share_out({&area, 1}, [&](const raster::Area& band) {
            for (auto y = band.top; y < band.bottom; ++y)
                for (auto x = band.left; x < band.right; ++x) ++worked[static_cast<std::size_t>(y) * across + static_cast<std::size_t>(x)];
        });
        const auto is_inside = [&](std::size_t at) { return static_cast<int>(at % across) >= area.left && static_cast<int>(at / across) >= area.top; };
        for (std::size_t at = 0; at < worked.size(); ++at)
            if (worked[at] != (is_inside(at) ? 1 : 0)) FAIL("at " << at);
    }
}

TEST_CASE("whoever shares out work is helped on all processors but one, which is their own")
{
    raster::Bands bands;
    constexpr raster::Area area{0, 0, 1280, 800};
    const auto allowed = [] {
        cpu_set_t processors;
        REQUIRE(sched_getaffinity(0, sizeof processors, &processors) == 0);
        return CPU_COUNT(&processors);
    };
    const auto caller = std::this_thread::get_id();
    const int all = allowed();
    for (int times = 0; times < 20; ++times) {
        std::atomic<bool> is_beside = false;
        bands.share_out({&area, 1}, [&](const raster::Area&) {
            std::this_thread::sleep_for(std::chrono::milliseconds{1});  // or it is done before anybody helps
            if (std::this_thread::get_id() != caller && allowed() != all - 1) is_beside = true;
        });
        CHECK_FALSE(is_beside);
    }
}
