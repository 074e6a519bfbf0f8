// The page of a running export, with a stick that takes as long for each thing as the test wants.
#include "journeys/kiosk_in_front.hpp"

#include <catch2/generators/catch_generators.hpp>

#include <atomic>

using namespace refectory;
using test::KioskInFront;

namespace {

class SlowStick : public FolderStick {
public:
    using FolderStick::FolderStick;

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        wait_for_turn();
        if (access == StickAccess::reading && !gives_back.empty()) return gives_back;
        return FolderStick::open(access);
    }
    std::expected<void, StickFault> close() override { return wait_for_turn(), FolderStick::close(); }
    std::expected<void, StickFault> let_go() override { return wait_for_turn(), FolderStick::let_go(); }

    std::filesystem::path gives_back;  // another folder that is read back in this one's place
    std::atomic<int> asked = 0, allowed = 0;

private:
    void wait_for_turn()
    {
        const int turn = ++asked;
        while (allowed < turn) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
};

// What a round asks of a stick, in its order.
enum Turn { to_open = 1, to_close, to_open_again, to_close_again, to_let_go };
constexpr int all = 100;

struct ExportToSlowStick {
    ExportToSlowStick()
    {
        std::filesystem::create_directories(here.folder.path() / "STICK");
        here.sticks = {{"STICK", {}, StickTrouble::none, stick}};
        here.enter_admin();
        here.tap("Export to STICK");
        stands_at(to_open);
    }
    ~ExportToSlowStick() { stick->allowed = all; }

    void stands_at(Turn turn)
    {
        stick->allowed = turn - 1;
        for (int patience = 5000; patience > 0 && stick->asked < turn; --patience) std::this_thread::sleep_for(std::chrono::milliseconds{1});
        REQUIRE(stick->asked == turn);
        here.pass_time(export_step);
    }
    void goes_on()
    {
        stick->allowed = all;
        here.wait_for_export();
    }

    KioskInFront here;
    std::shared_ptr<SlowStick> stick = std::make_shared<SlowStick>(here.folder.path() / "STICK");
};

}

TEST_CASE("an admin reads which step an export is at, how much of it is done, and about how long it still takes")
{
    ExportToSlowStick exporting;
    auto& here = exporting.here;
    here.reads("Writing the day to STICK");
    here.reads(words::exporting::opening);
    here.reads(words::exporting::leave_in);
    exporting.stands_at(to_close);
    here.reads(words::exporting::closing);
    here.reads(" kB written");
    CHECK_FALSE(here.pilot.shows("about"));
    here.pass_time(std::chrono::seconds{6});
    here.reads(" kB written, about 5 seconds left");  // after three fifths of the way
    here.pass_time(std::chrono::minutes{5});
    here.reads(words::exporting::closing);  // nobody is asked whether they are still there
    exporting.stands_at(to_close_again);
    here.reads(words::exporting::letting_go);
    CHECK_FALSE(here.pilot.tap(words::exporting::stop));
    exporting.goes_on();
    here.reads(words::exporting::done);
}

TEST_CASE("an export that somebody stops, at whichever step, says so and leaves nothing on the stick")
{
    ExportToSlowStick exporting;
    auto& here = exporting.here;
    exporting.stands_at(GENERATE(to_open, to_close, to_open_again));
    here.tap(words::exporting::stop);
    here.reads(words::exporting::stopping);
    CHECK_FALSE(here.pilot.tap(words::exporting::stop));
    exporting.goes_on();
    here.reads(words::exporting::stopped);
    here.reads(words::exporting::done);
    here.reads(words::exporting::stopped_more);
    CHECK(test::names_in(here.folder.path() / "STICK").empty());
    CHECK_FALSE(here.store->exports().newest());
}

TEST_CASE("an export is stopped while it is read back, and how far that has come is on the page")
{
    ExportToSlowStick exporting;
    auto& here = exporting.here;
    exporting.stands_at(to_open_again);
    const auto parcel = test::names_in(here.folder.path() / "STICK").back();
    exporting.stick->gives_back = here.folder.path() / "ENDLESS";
    test::put(exporting.stick->gives_back / parcel, "");
    std::filesystem::resize_file(exporting.stick->gives_back / parcel, 4'000'000'000);
    exporting.stick->allowed = to_open_again;
    const auto some_time = [&] { here.now.monotonic += export_step; };
    REQUIRE(here.pilot.wait_for(" kB read back", 5000, some_time));
    here.reads(words::exporting::checking);
    here.tap(words::exporting::stop);
    exporting.goes_on();
    here.reads(words::exporting::stopped);
    CHECK(test::names_in(here.folder.path() / "STICK").empty());
}
