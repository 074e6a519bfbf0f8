// What the rasteriser draws, beside what OpenGL draws of the same.
#include "journeys/same_tour.hpp"
#include "opengl/gl_picture.hpp"
#include "platform/scene.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;
using namespace refectory::test;

namespace {

class ByOpenGl {
public:
    void begin_frame() { glass_->begin_frame(); }
    void end_frame(ImDrawData& data) { glass_->draw(&data); }
    platform::Picture picture() { return glass_->read(); }

private:
    std::unique_ptr<GlPicture> glass_ = GlPicture::open(picture_width, picture_height).value();
};

// How many pixels are further apart than that in one of their colours.
int farther_apart(const platform::Picture& one, const platform::Picture& other, int most)
{
    int pixels = 0;
    for (std::size_t i = 0; i < one.rgba.size(); i += 4) {
        int worst = 0;
        for (std::size_t c = 0; c < 3; ++c) worst = std::max(worst, std::abs(one.rgba[i + c] - other.rgba[i + c]));
        pixels += worst > most ? 1 : 0;
    }
    return pixels;
}

// Edges aside, where a colour may be another in half a hundredth of all pixels, and quite another in a tenth of a hundredth.
void are_the_same(const platform::Picture& one, const platform::Picture& other)
{
    const auto pixels = static_cast<int>(one.rgba.size() / 4);
    CHECK(farther_apart(one, other, 3) < pixels / 200);
    CHECK(farther_apart(one, other, 40) < pixels / 1000);
}

}

TEST_CASE("what the rasteriser draws is what OpenGL draws, edges aside", "[heavy]")
{
    for (const int variant : {0, 1, 2}) {
        const auto ours = rasterised(variant);
        const SceneAlone imgui;
        auto opened = GlPicture::open(scene_width, scene_height);
        if (!opened) SKIP(opened.error());
        for (int i = 0; i < 3; ++i) {
            (*opened)->begin_frame();
            (*opened)->draw(const_cast<ImDrawData*>(&frame_of(variant)));
        }
        const auto theirs = (*opened)->read();
        INFO("variant " << variant);
        are_the_same(ours, theirs);
    }
}

TEST_CASE("each page of the tour is what OpenGL draws of it, edges aside", "[heavy]")
{
    {
        const auto context = ui::Context::create().value();
        if (const auto opened = GlPicture::open(8, 8); !opened) SKIP(opened.error());
    }
    const auto ours = SameTour{}.take<ByRasteriser>(), theirs = SameTour{}.take<ByOpenGl>();
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        INFO(ours[i].name);
        REQUIRE(ours[i].name == theirs[i].name);
        are_the_same(ours[i].picture, theirs[i].picture);
    }
}
