// The tour with nothing left to chance, until it exports, on whatever it is drawn to.
#pragma once

#include "demonstration/demonstration.hpp"
#include "demonstration/tour.hpp"
#include "domain/instant.hpp"
#include "kiosk/pilot.hpp"
#include "kiosk/stage.hpp"
#include "platform/offscreen.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

namespace refectory::test {

inline constexpr int picture_width = 1280, picture_height = 800;

// What is drawn to: by the rasteriser.
class ByRasteriser {
public:
    void begin_frame() { glass_.begin_frame(); }
    void end_frame(ImDrawData& data) { glass_.end_frame(data); }
    platform::Picture picture() { return glass_.draw(*ImGui::GetDrawData()); }

private:
    platform::Offscreen glass_{picture_width, picture_height};
};

struct TourPicture {
    std::string name;
    platform::Picture picture;
};

class SameTour {
public:
    template <class Glass>
    std::vector<TourPicture> take()
    {
        const auto context = ui::Context::create().value();
        Glass glass;
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
        return std::move(pictures_);
    }

private:
    TourHands hands(auto& glass)
    {
        TourHands hands;
        hands.take_picture = [&](std::string_view name) -> Result<> {
            is_chance_ |= name.ends_with("-exporting");
            if (is_chance_) return {};
            pictures_.push_back({std::string{name}, glass.picture()});
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

    void let_pass(milliseconds time) { now_ = {now_.wall + time, now_.monotonic + time}; }

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

    Folder folder_;
    std::filesystem::path programme_ = std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", stick_ = new_stick(), desk_ = folder_ / "desk";
    ClockReading now_{instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52), milliseconds{0}};
    bool is_chance_ = false;  // how far an export has come is, and what it is sealed with
    Entropy entropy_ = seeded(1);
    std::vector<TourPicture> pictures_;
    std::unique_ptr<KioskStore> store_ = KioskStore::open(folder_ / "data", seeded(2), now_.wall).value();
    DemonstrationStick demonstration_ = begin_demonstration(programme_, desk_, stick_, now_.wall, entropy_).value();
    std::vector<Stick> sticks_;
    Kiosk kiosk_{*store_, "test", [this] { return sticks_; }, machine()};
};

}
