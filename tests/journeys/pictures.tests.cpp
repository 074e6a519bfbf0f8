// The tour with nothing left to chance, as far as its first export: what it shows is the same on every machine, pixel by pixel. Of
// each picture a line with its hash is left in a file beside the programs, so that two builds can be held against each other.
#include "domain/digest.hpp"
#include "kiosk/timing.hpp"
#include "demonstration/tour.hpp"
#include "journeys/kiosk_in_front.hpp"
#include "platform/offscreen.hpp"

#include <imgui.h>

using namespace refectory;

namespace {

constexpr int picture_width = 1280, picture_height = 800;

class SameTour {
public:
    // A line a picture.
    std::vector<std::string> take()
    {
        const auto context = ui::Context::create().value();
        platform::Offscreen glass{picture_width, picture_height};
        Stage stage{kiosk_, *context};
        Pilot pilot{[&] {
                        glass.begin_frame();
                        stage.frame(picture_width, picture_height, now_);
                        glass.end_frame(*ImGui::GetDrawData());
                        kiosk_.look_after(now_);
                    },
                    stage.transcript(), [&] { return stage.scale(); }};
        const auto taken = take_tour(pilot, hands(glass));
        if (!taken) FAIL(taken.error().sentence);
        return std::move(lines_);
    }

private:
    TourHands hands(platform::Offscreen& glass)
    {
        TourHands hands;
        hands.take_picture = [&](std::string_view name) -> Result<> {
            if (is_chance_) return {};
            lines_.push_back(fmt::format("{} {}", to_hex(sha256(glass.draw(*ImGui::GetDrawData()).rgba)), name));
            return {};
        };
        hands.show_pass = [this] { return kiosk_.scanned(demonstration_.pass, now_), true; };
        hands.let_time_pass = [this](milliseconds time) { let_pass(time); };
        hands.set_up_words = demonstration_.words;
        hands.put_stick_in = [this] { sticks_ = {{stick_.filename().string(), stick_, StickTrouble::none}}; };
        hands.take_stick_out = [this] { sticks_.clear(); };
        hands.carry_to_the_desk = [this] { return go_round_at_demonstration_desk(desk_, programme_, stick_, now_.wall, entropy_); };
        return hands;
    }

    void let_pass(milliseconds time)
    {
        now_ = {now_.wall + time, now_.monotonic + time};
        if (time == export_step) is_chance_ = true;
    }

    Machine machine()
    {
        Machine machine;
        machine.set_clock = [this](Instant moment) -> Result<> {
            now_.wall = moment;
            return {};
        };
        return machine;
    }

    std::filesystem::path new_stick() const
    {
        std::filesystem::create_directory(folder_ / "KMTP-STICK");
        return folder_ / "KMTP-STICK";
    }

    test::Folder folder_;
    std::filesystem::path programme_ = std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", stick_ = new_stick(), desk_ = folder_ / "desk";
    ClockReading now_{instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52), milliseconds{0}};
    bool is_chance_ = false;  // how long an export takes is, and what it is sealed with
    Entropy entropy_ = test::seeded(1);
    std::vector<std::string> lines_;
    std::unique_ptr<KioskStore> store_ = KioskStore::open(folder_ / "data", test::seeded(2), now_.wall).value();
    DemonstrationStick demonstration_ = begin_demonstration(programme_, desk_, stick_, now_.wall, entropy_).value();
    std::vector<Stick> sticks_;
    Kiosk kiosk_{*store_, "test", [this] { return sticks_; }, machine()};
};

}

TEST_CASE("a tour with nothing left to chance shows the same pictures each time", "[heavy]")
{
    const auto lines = SameTour{}.take();
    std::ofstream file{REFECTORY_BIN "/pictures"};
    for (const auto& line : lines) file << line << '\n';
    CHECK(lines.size() > 20);
    CHECK(SameTour{}.take() == lines);
}
