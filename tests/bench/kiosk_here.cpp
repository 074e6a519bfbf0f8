#include "bench/kiosk_here.hpp"

#include "bench/history.hpp"
#include "bench/screen.hpp"
#include "support/randomness.hpp"

#include <imgui.h>

namespace refectory::bench {

namespace {

constexpr std::string_view pin = "246810";

}

Result<Demonstration> set_kiosk_up(const std::filesystem::path& folder)
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto earlier = now - std::chrono::minutes{52};
    const auto entropy = test::seeded(5);
    REFECTORY_TRY_ASSIGN(const auto store, KioskStore::open(folder / "data", entropy, earlier));
    const auto programme = std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration";
    REFECTORY_TRY_ASSIGN(auto demonstration, demonstrate(*store, programme, folder / "data/demonstration", earlier, entropy));
    REFECTORY_TRY(store->pin().choose(pin, earlier, ClockTrust::trusted));
    return demonstration;
}

Result<std::unique_ptr<KioskHere>> KioskHere::create(const std::filesystem::path& folder, Drawn drawn)
{
    REFECTORY_TRY_ASSIGN(auto demonstration, set_kiosk_up(folder));
    REFECTORY_TRY_ASSIGN(auto store, KioskStore::open(folder / "data", test::seeded(5), now));
    REFECTORY_TRY_ASSIGN(auto context, ui::Context::create());
    std::unique_ptr<KioskHere> kiosk{new KioskHere{std::move(store), std::move(demonstration), std::move(context), drawn}};
    kiosk->pilot_.settle();
    return kiosk;
}

KioskHere::KioskHere(std::unique_ptr<KioskStore> store, Demonstration demonstration, std::unique_ptr<ui::Context> context, Drawn drawn)
    : now_{now, milliseconds{0}}, store_(std::move(store)), demonstration_(std::move(demonstration)),
      context_(std::move(context)), kiosk_(*store_, "bench"), stage_(kiosk_, *context_),
      pilot_([this] { frame(); }, stage_.transcript(), [this] { return stage_.scale(); })
{
    if (drawn == Drawn::by_the_processor) glass_.emplace(screen_width, screen_height);
}

KioskHere::~KioskHere() = default;

void KioskHere::frame()
{
    if (glass_) glass_->begin_frame();
    else Stage::draw_nowhere();
    stage_.frame(screen_width, screen_height, now_);
    if (glass_) glass_->end_frame(*ImGui::GetDrawData());
    else Stage::draw_nowhere();
}

void KioskHere::draw()
{
    if (glass_) glass_->draw(*ImGui::GetDrawData());
}

void KioskHere::let_pass(milliseconds time)
{
    now_.wall += time;
    now_.monotonic += time;
}

void KioskHere::scan_pass()
{
    kiosk_.scanned(demonstration_.pass, now_);
    pilot_.settle();
}

}
