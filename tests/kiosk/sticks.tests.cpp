// Looking for sticks and into them, while the page goes on.
#include "kiosk/admin_words.hpp"
#include "kiosk/set_up_search.hpp"
#include "kiosk/stick_watch.hpp"
#include "support/folder.hpp"
#include "support/patience.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace refectory;
using test::comes_true;

namespace {

// One that takes its time, as a slow or damaged stick does.
class SlowStick : public StickDevice {
public:
    explicit SlowStick(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        CHECK(access == StickAccess::reading);
        ++opened;
        gate.wait(false);
        if (fault) return std::unexpected(*fault);
        return folder_;
    }
    std::expected<void, StickFault> close() override { return ++closed, std::expected<void, StickFault>{}; }
    std::expected<void, StickFault> let_go() override { return {}; }
    bool is_there() override { return true; }

    void answer()
    {
        gate = true;
        gate.notify_all();
    }

    std::atomic<bool> gate = false;
    std::atomic<int> opened = 0, closed = 0;
    std::optional<StickFault> fault;

private:
    std::filesystem::path folder_;
};

struct SlowSearch {
    SlowSearch() { test::put(folder.path() / "stick/refectory-setup-MC-ADULTS.sealed", "sealed"); }
    ~SlowSearch() { device->answer(); }

    test::Folder folder;
    std::shared_ptr<SlowStick> device = std::make_shared<SlowStick>(folder.path() / "stick");
    Stick stick{"KMTP-STICK", {}, StickTrouble::none, device, "/socket/1"};
    SetUpSearch search{folder.path() / "copies"};
};

}

TEST_CASE("a stick that opens slowly is looked into once, without anybody waiting, and its set-up files stay when it goes")
{
    SlowSearch here;
    for (int i = 0; i < 3; ++i) CHECK(here.search.look_into({here.stick}).empty());
    here.device->answer();
    std::vector<SetUpSearch::Found> found;
    REQUIRE(comes_true([&] { return found = here.search.look_into({here.stick}), found.size() == 1; }));
    REQUIRE(found[0].setups);
    REQUIRE(found[0].setups->size() == 1);
    CHECK(found[0].setups->front().kiosk == "MC-ADULTS");
    CHECK(here.device->opened == 1);
    CHECK(here.device->closed == 1);
    std::filesystem::remove_all(here.folder.path() / "stick");
    CHECK(test::file_text(found[0].setups->front().file) == "sealed");
    here.search.end();
    CHECK_FALSE(std::filesystem::exists(here.folder.path() / "copies"));
}

TEST_CASE("a stick that cannot be opened is told in a sentence and not tried again until it is put in anew")
{
    SlowSearch here;
    here.device->fault = StickFault::unreadable;
    here.device->answer();
    std::vector<SetUpSearch::Found> found;
    REQUIRE(comes_true([&] { return found = here.search.look_into({here.stick}), found.size() == 1; }));
    REQUIRE_FALSE(found[0].setups);
    CHECK(found[0].setups.error().sentence == error_of(StickFault::unreadable).sentence);
    (void)here.search.look_into({here.stick});
    CHECK(here.device->opened == 1);
    (void)here.search.look_into({});
    (void)here.search.look_into({here.stick});
    CHECK(comes_true([&] { return here.device->opened == 2; }));
}

TEST_CASE("of two sticks of one name each is looked into, and a locked one is told without being opened")
{
    SlowSearch here;
    here.device->answer();
    auto twin = here.stick, locked = here.stick;
    twin.socket = "/socket/2";
    locked.socket = "/socket/3";
    locked.trouble = StickTrouble::encrypted;
    std::vector<SetUpSearch::Found> found;
    REQUIRE(comes_true([&] { return found = here.search.look_into({here.stick, twin, locked}), found.size() == 3; }));
    CHECK(here.device->opened == 2);
    REQUIRE_FALSE(found[2].setups);
    CHECK(found[2].setups.error().sentence.contains("KMTP-STICK is locked"));
}

TEST_CASE("whoever asks which sticks are in never waits for the machine's answer")
{
    std::atomic<bool> answers = false;
    {
        StickWatch watch{[&] {
            answers.wait(false);
            return std::vector<Stick>{{"KMTP-STICK", "/stick", StickTrouble::none}};
        }, [] {}};
        CHECK(watch.sticks().empty());
        CHECK(watch.sticks().empty());
        answers = true;
        answers.notify_all();
        CHECK(comes_true([&] { return watch.sticks().size() == 1; }));
    }
}

TEST_CASE("a stick that was seen long ago is not offered until it was looked for again, and then at once")
{
    std::atomic<int> told = 0;
    StickWatch watch{[] { return std::vector<Stick>{{"KMTP-STICK", {}}}; }, [&] { ++told; }, milliseconds{1}};
    REQUIRE(comes_true([&] { return !watch.sticks().empty(); }));
    CHECK(told == 1);
    CHECK(comes_true([&] {
        std::this_thread::sleep_for(StickWatch::between_looks + milliseconds{100});
        return watch.sticks().empty();
    }));
    CHECK(comes_true([&] { return !watch.sticks().empty(); }));
    CHECK(told > 1);
}
