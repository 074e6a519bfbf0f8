// Somebody taps about on all pages, while one picture is kept and drawn anew only where it differs, and another always whole.
#include "journeys/kiosk_in_front.hpp"
#include "platform/raster/fingerprint.hpp"
#include "platform/raster/painting.hpp"
#include "platform/raster/rasteriser.hpp"
#include "platform/raster/texture_service.hpp"

#include <imgui.h>

using namespace refectory;
using namespace refectory::platform;
using test::KioskInFront;

namespace {

constexpr int width = 1280, height = 800;

class BothPaintings {
public:
    // False where the kept picture is not the whole one. Few steps change much of the glass.
    bool take(const ImDrawData& data)
    {
        textures_.serve(data);
        const raster::Fingerprint wanted{data, width, height};
        const auto damage = wanted.what_differs_from(std::exchange(shown_, wanted));
        kept_.paint(data, wanted.glass(), damage, bands_);
        for (const auto& area : damage) drawn_ += std::int64_t{area.right - area.left} * (area.bottom - area.top);
        std::ranges::fill(whole_, raster::background);
        const raster::Canvas canvas{whole_.data(), width, height};
        raster::draw(data, canvas, canvas.all());
        return std::equal(whole_.begin(), whole_.end(), kept_.canvas().pixels);
    }
    std::int64_t drawn() const { return drawn_; }

private:
    raster::TextureService textures_;
    raster::Painting kept_;
    raster::Bands bands_;
    raster::Fingerprint shown_;
    std::vector<raster::Pixel> whole_ = std::vector<raster::Pixel>(static_cast<std::size_t>(width) * height);
    std::int64_t drawn_ = 0;
};

void tap_about(unsigned seed, int steps)
{
    KioskInFront here{seed};
    BothPaintings paintings;
    std::minstd_rand random{seed};
    for (int step = 0; step < steps; ++step) {
        INFO("seed " << seed << ", step " << step << ":\n" << here.pilot.reads());
        const auto& elements = here.stage.transcript().elements();
        const auto where = elements[random() % elements.size()].where.centre();
        auto& io = ImGui::GetIO();
        io.AddMousePosEvent(where.x * here.stage.scale(), where.y * here.stage.scale());
        io.AddMouseButtonEvent(0, true);
        here.frame();
        here.frame();
        REQUIRE(paintings.take(*ImGui::GetDrawData()));  // a finger is down
        io.AddMouseButtonEvent(0, false);
        here.pilot.settle();
        REQUIRE(paintings.take(*ImGui::GetDrawData()));
        if (random() % 8 == 0) here.pass_time(std::chrono::seconds{random() % 40});
        if (random() % 20 == 0) here.scan(here.demonstration.pass);
    }
    CHECK(paintings.drawn() < std::int64_t{2} * steps * width * height / 2);
}

}

TEST_CASE("what is drawn only where it differs is what is drawn whole, bit for bit")
{
    tap_about(1, 150);
}

TEST_CASE("what is drawn only where it differs is what is drawn whole, bit for bit, however long one taps about", "[heavy]")
{
    for (unsigned seed = 2; seed < 22; ++seed) tap_about(seed, 250);
}
