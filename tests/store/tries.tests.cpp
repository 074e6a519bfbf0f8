#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;
using std::chrono::minutes;

namespace {

TryVerdict begin(KioskStore& store, const ClockReading& now, const std::string& machine_run = "this run")
{
    const auto verdict = store.tries().begin_try("letters 2", now, machine_run);
    REQUIRE(verdict);
    return *verdict;
}

// By two clocks that go together.
TryVerdict begin(KioskStore& store, Instant now) { return begin(store, ClockReading{now, now - morning}); }

void five_wrong(KioskStore& store, Instant now)
{
    for (int left = 4; left >= 0; --left) {
        const auto verdict = begin(store, now);
        CHECK(verdict.allowed);
        CHECK(verdict.left == left);
    }
}

}

TEST_CASE("Five tries and then a wait that doubles from a minute to an hour")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    auto now = morning;
    for (const int wait : {1, 2, 4, 8, 16, 32, 60, 60}) {
        CAPTURE(wait);
        five_wrong(*store, now);
        CHECK_FALSE(begin(*store, now).allowed);
        CHECK(begin(*store, now).wait == minutes{wait});
        CHECK_FALSE(begin(*store, now + minutes{wait} - milliseconds{1}).allowed);
        now += minutes{wait};
    }
    CHECK(store->tries().begin_try("letters 3", {now, now - morning})->allowed);
}

TEST_CASE("A try is counted before it is judged and over a restart")
{
    Folder folder;
    {
        const auto store = store_set_up(folder.path());
        five_wrong(*store, morning);
    }
    CHECK_FALSE(begin(*open_store(folder.path()), morning).allowed);
}

TEST_CASE("A clock that is set back locks nobody out for longer than an hour")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    five_wrong(*store, morning);
    const auto set_back = [](minutes since) { return ClockReading{morning - std::chrono::days{30} + since, since}; };
    CHECK(begin(*store, set_back(minutes{0})).wait == minutes{60});
    CHECK_FALSE(begin(*store, set_back(minutes{59})).allowed);
    CHECK(begin(*store, set_back(minutes{60})).allowed);
}

TEST_CASE("A clock that is set ahead ends no wait")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto set_ahead = [](milliseconds since) { return ClockReading{morning + std::chrono::days{30} + since, since}; };
    five_wrong(*store, morning);
    CHECK(begin(*store, set_ahead(std::chrono::seconds{20})).wait == std::chrono::seconds{40});
    CHECK_FALSE(begin(*store, set_ahead(std::chrono::seconds{59})).allowed);
    CHECK(begin(*store, set_ahead(minutes{1})).allowed);
}

TEST_CASE("An end of the program and a clock that is set ahead end no wait together")
{
    Folder folder;
    five_wrong(*store_set_up(folder.path()), morning);
    const auto store = open_store(folder.path());
    const auto set_ahead = [](milliseconds since) { return ClockReading{morning + std::chrono::days{1} + since, since}; };
    CHECK(begin(*store, set_ahead(std::chrono::seconds{20})).wait == std::chrono::seconds{40});
    CHECK(begin(*store, set_ahead(minutes{1})).allowed);
}

TEST_CASE("A machine that was started anew counts the wait by its clock on the wall")
{
    Folder folder;
    five_wrong(*store_set_up(folder.path()), morning + minutes{30});
    const auto store = open_store(folder.path());
    const auto allowed_after = [&](minutes since) {
        return store->tries().begin_try("letters 2", {morning + minutes{30} + since, minutes{30}}, "another run")->allowed;
    };
    CHECK_FALSE(allowed_after(minutes{0}));
    CHECK(allowed_after(minutes{1}));
}

TEST_CASE("A wait that began after weeks of running is no longer than an hour for a machine whose run is told wrongly")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto since_start = [](milliseconds since) { return ClockReading{morning + std::chrono::hours{2} + since, since}; };
    for (int i = 0; i < tries_before_wait; ++i) begin(*store, {morning, std::chrono::days{40}});
    CHECK(begin(*store, since_start(minutes{0})).wait == minutes{60});
    CHECK_FALSE(begin(*store, since_start(minutes{59})).allowed);
    CHECK(begin(*store, since_start(minutes{60})).allowed);
}

TEST_CASE("A machine that does not know its run counts every wait by its clock on the wall")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (int i = 0; i < tries_before_wait; ++i) begin(*store, {morning, std::chrono::days{40}}, "");
    CHECK_FALSE(begin(*store, {morning + std::chrono::seconds{59}, {}}, "").allowed);
    CHECK(begin(*store, {morning + minutes{1}, {}}, "").allowed);
}

TEST_CASE("What was right ends also the wait of another clock")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    five_wrong(*store, morning);
    REQUIRE(store->tries().succeeded("letters 2"));
    CHECK(begin(*store, morning).allowed);
}

TEST_CASE("What was right forgets the wrong tries")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (int i = 0; i < 4; ++i) CHECK(begin(*store, morning).allowed);
    REQUIRE(store->tries().succeeded("letters 2"));
    five_wrong(*store, morning);
}

TEST_CASE("A PIN is chosen here and nothing of it is kept but its hash")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK_FALSE(store->pin().is_chosen());
    CHECK_FALSE(store->pin().check("000000").value());
    for (const auto* wrong : {"", "12345", "1234567", "12345a", "12 456"}) {
        CAPTURE(wrong);
        CHECK_FALSE(store->pin().choose(wrong, morning, trusted));
    }
    CHECK_FALSE(store->pin().is_chosen());
    REQUIRE(store->pin().choose("918273", morning, trusted));
    CHECK(store->pin().is_chosen());
    CHECK(store->pin().check("918273").value());
    CHECK_FALSE(store->pin().check("918274").value());
    CHECK_FALSE(folder_holds(folder.path(), "918273"));
    REQUIRE(store->pin().choose("555555", morning, trusted));
    CHECK_FALSE(store->pin().check("918273").value());
    CHECK(number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM admin_entry WHERE action = 'pin chosen'") == 2);
}

TEST_CASE("A PIN that is forgotten opens nothing, ends its wait, and another can be chosen")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->pin().choose("918273", morning, trusted));
    for (int i = 0; i < tries_before_wait; ++i) REQUIRE(store->tries().begin_try("pin", {morning, {}}));
    REQUIRE(store->pin().forget());
    CHECK_FALSE(store->pin().is_chosen());
    CHECK_FALSE(store->pin().check("918273").value());
    REQUIRE(store->pin().choose("402918", morning, trusted));
    CHECK(store->tries().begin_try("pin", {morning, {}})->allowed);
}

TEST_CASE("What somebody typed wrongly goes with their name")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (const auto* subject : {"letters:10", "code:10:LUNCH-1", "pass:10", "letters:100", "code:100:LUNCH-1", "pin"})
        REQUIRE(store->tries().begin_try(subject, {morning, {}}));
    REQUIRE(store->sign_ups().erase(PersonId{10}, morning, trusted));
    CHECK(text_in(folder.path() / "kiosk.db", "SELECT group_concat(subject, ' ') FROM (SELECT subject FROM tries ORDER BY subject)") == "code:100:LUNCH-1 letters:100 pin");
}

TEST_CASE("A PIN is not chosen before the kiosk has been set up")
{
    Folder folder;
    CHECK_FALSE(open_store(folder.path())->pin().choose("918273", morning, trusted));
}

TEST_CASE("The clock is remembered from one run to the next")
{
    Folder folder;
    {
        const auto store = store_set_up(folder.path());
        CHECK_FALSE(store->clock().recall().last_trusted);
        ClockMemory memory;
        memory.last_trusted = morning;
        memory.untrusted = true;
        memory.last_reading = ClockReading{morning, milliseconds{5}};
        REQUIRE(store->clock().keep(memory));
    }
    const auto store = open_store(folder.path());
    const auto memory = store->clock().recall();
    CHECK(memory.last_trusted == morning);
    CHECK(memory.untrusted);
    CHECK_FALSE(memory.last_reading);
    CHECK(memory.programme_issued_at == programme(1).header.issued_at);
    REQUIRE(store->clock().confirmed({}, morning));
    CHECK_FALSE(store->clock().recall().untrusted);
    CHECK(number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM clock_confirmed") == 1);
}
