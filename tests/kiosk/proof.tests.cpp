// Proving oneself by a secret: the try is on disk before anybody looks whether it is right.
#include "kiosk/proof.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch_test_macros.hpp>

using namespace refectory;

namespace {

struct SomebodyAtTheKiosk {
    // As one finds them who pulls the plug now: over a connection of its own.
    int wrong_tries_on_disk() const
    {
        return SQLite::Database{database.string()}.execAndGet("SELECT coalesce(sum(wrong), 0) FROM tries WHERE subject = 'pin'").getInt();
    }
    std::string machine_run_on_disk() const
    {
        return SQLite::Database{database.string()}.execAndGet("SELECT machine_run FROM tries WHERE subject = 'pin'").getString();
    }
    bool proves(const std::function<Result<bool>()>& is_right)
    {
        const Proof proof{"pin", {RefusalReason::wrong_pin, std::nullopt, std::nullopt}, "", ""};
        return refectory::proves(flow, view, proof, is_right);
    }

    const Instant now = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 11, 52);
    test::Folder folder;
    const std::filesystem::path database = folder / "kiosk.db";
    std::unique_ptr<KioskStore> store = KioskStore::open(folder.path(), test::seeded(1), now).value();
    Exporter exporter{"test"};
    FindSticks find_sticks;
    SetUpSearch set_up_search{folder / "copies"};
    Machine machine;
    ClockMemory clock;
    Flow flow{*store, exporter, find_sticks, set_up_search, machine, clock, now, ClockTrust::trusted, {}, {}, {}};
    SecretView view;
};

}

TEST_CASE("a try is on disk before anybody looks whether it is right, and forgotten where it was")
{
    SomebodyAtTheKiosk here;
    int counted = 0;
    CHECK(here.proves([&]() -> Result<bool> {
        counted = here.wrong_tries_on_disk();
        return true;
    }));
    CHECK(counted == 1);
    CHECK(here.wrong_tries_on_disk() == 0);
}

TEST_CASE("a wait is kept with the run of the machine that it began in")
{
    SomebodyAtTheKiosk here;
    KioskIdentity own;
    own.code = "MC-ADULTS";
    own.desk = Origin{"DESK.AAAA"};
    REQUIRE(here.store->set_up(own, nullptr, here.now));  // what was wrong is a fact of a kiosk's
    here.machine.run = "this run";
    for (int i = 0; i < tries_before_wait; ++i) CHECK_FALSE(here.proves([]() -> Result<bool> { return false; }));
    CHECK(here.machine_run_on_disk() == "this run");
}

TEST_CASE("nobody looks whether a try is right that cannot be counted, or that has to wait")
{
    SomebodyAtTheKiosk here;
    const auto nobody_looks = []() -> Result<bool> {
        FAIL_CHECK("it was looked at");
        return true;
    };
    SECTION("cannot be counted")
    {
        SQLite::Database{here.database.string(), SQLite::OPEN_READWRITE}.exec("DROP TABLE tries");
    }
    SECTION("has to wait")
    {
        for (int i = 0; i < tries_before_wait; ++i) REQUIRE(here.store->tries().begin_try("pin", {here.now, {}}));
    }
    CHECK_FALSE(here.proves(nobody_looks));
}
