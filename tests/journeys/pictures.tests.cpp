// The tour with nothing left to chance, until it exports: what it shows is the same on every machine, pixel by pixel, and what
// OpenGL would show. Of each picture a line with its hash is left in a file beside the programs, so that two builds can be held against
// each other.
#include "domain/digest.hpp"
#include "demonstration/tour.hpp"
#include "journeys/kiosk_in_front.hpp"
#include "platform/gl_picture.hpp"
#include "platform/offscreen.hpp"

#include <imgui.h>

using namespace refectory;

namespace {

constexpr int picture_width = 1280, picture_height = 800;

// What is drawn to: by the rasteriser.
class ByRasteriser {
public:
    void begin_frame() { glass_.begin_frame(); }
    void end_frame(ImDrawData& data) { glass_.end_frame(data); }
    platform::Picture picture() { return glass_.draw(*ImGui::GetDrawData()); }

private:
    platform::Offscreen glass_{picture_width, picture_height};
};

class ByOpenGl {
public:
    void begin_frame() { glass_->begin_frame(); }
    void end_frame(ImDrawData& data) { glass_->draw(&data); }
    platform::Picture picture() { return glass_->read(); }

private:
    std::unique_ptr<test::GlPicture> glass_ = test::GlPicture::open(picture_width, picture_height).value();
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

    test::Folder folder_;
    std::filesystem::path programme_ = std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration", stick_ = new_stick(), desk_ = folder_ / "desk";
    ClockReading now_{instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52), milliseconds{0}};
    bool is_chance_ = false;  // how far an export has come is, and what it is sealed with
    Entropy entropy_ = test::seeded(1);
    std::vector<TourPicture> pictures_;
    std::unique_ptr<KioskStore> store_ = KioskStore::open(folder_ / "data", test::seeded(2), now_.wall).value();
    DemonstrationStick demonstration_ = begin_demonstration(programme_, desk_, stick_, now_.wall, entropy_).value();
    std::vector<Stick> sticks_;
    Kiosk kiosk_{*store_, "test", [this] { return sticks_; }, machine()};
};

std::vector<std::string> lines_of(const std::vector<TourPicture>& pictures)
{
    std::vector<std::string> lines;
    for (const auto& [name, picture] : pictures) lines.push_back(fmt::format("{} {}", to_hex(sha256(picture.rgba)), name));
    return lines;
}

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

}

TEST_CASE("a tour with nothing left to chance shows the same pictures each time", "[heavy]")
{
    const auto lines = lines_of(SameTour{}.take<ByRasteriser>());
    std::ofstream file{REFECTORY_BIN "/pictures"};
    for (const auto& line : lines) file << line << '\n';
    CHECK(lines.size() > 20);
    CHECK(lines_of(SameTour{}.take<ByRasteriser>()) == lines);
}

TEST_CASE("each page of the tour is what OpenGL draws of it, edges aside", "[heavy]")
{
    {
        const auto context = ui::Context::create().value();
        if (const auto opened = test::GlPicture::open(8, 8); !opened) SKIP(opened.error());
    }
    const auto ours = SameTour{}.take<ByRasteriser>(), theirs = SameTour{}.take<ByOpenGl>();
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        INFO(ours[i].name);
        REQUIRE(ours[i].name == theirs[i].name);
        CHECK(farther_apart(ours[i].picture, theirs[i].picture, 3) < picture_width * picture_height / 200);
        CHECK(farther_apart(ours[i].picture, theirs[i].picture, 40) < picture_width * picture_height / 1000);
    }
}
