#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace refectory;
using namespace refectory::test;

namespace {

struct Bench {
    Folder folder;
    std::unique_ptr<Database> database = std::move(Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk).value());
    Ledger ledger = open();

    Ledger open(std::uint64_t seed = 1)
    {
        return std::move(Ledger::open(*database, "MC-ADULTS", folder.path() / "mark", seeded(seed), morning, trusted).value());
    }
    FactKey record(const FactBody& body, Instant now, ClockTrust trust = trusted)
    {
        FactKey key;
        REQUIRE(in_transaction(*database, [&]() -> Result<> {
            key = ledger.record(body, now, trust).key;
            return {};
        }));
        ledger.note_mark(ledger.reached());
        return key;
    }
    Instant order_at(const FactKey& key)
    {
        SQLite::Statement query{database->handle(), "SELECT order_at FROM fact WHERE origin = ? AND seq = ?"};
        query.bind(1, key.origin.value);
        query.bind(2, key.seq);
        REQUIRE(query.executeStep());
        return from_milliseconds(query.getColumn(0).getInt64());
    }
    std::string reason()
    {
        return database->handle().execAndGet("SELECT reason FROM origin_begun ORDER BY generation DESC LIMIT 1").getString();
    }
};

}

TEST_CASE("An origin is the code of the kiosk and four characters and begins with its first fact")
{
    Bench bench;
    const auto& origin = bench.ledger.origin().value;
    CHECK(origin.size() == std::string{"MC-ADULTS.XXXX"}.size());
    CHECK(origin.starts_with("MC-ADULTS."));
    CHECK(bench.ledger.last_seq() == 1);
    CHECK(bench.reason() == "set up");
    CHECK(bench.open(2).origin() == bench.ledger.origin());
}

TEST_CASE("Numbers have no gaps and the order of an origin is its own")
{
    Bench bench;
    using std::chrono::minutes;
    const SignUp sign_up{lunch, raman};
    const auto first = bench.record(sign_up, morning + minutes{10});
    const auto set_back = bench.record(sign_up, morning + minutes{5});
    const auto far_ahead = bench.record(sign_up, morning + std::chrono::days{400}, ClockTrust::untrusted);
    const auto later = bench.record(sign_up, morning + minutes{20});
    CHECK(first.seq == 2);
    CHECK(set_back.seq == 3);
    CHECK(later.seq == 5);
    CHECK(bench.order_at(first) == morning + minutes{10});
    CHECK(bench.order_at(set_back) == morning + minutes{10} + milliseconds{1});
    CHECK(bench.order_at(far_ahead) == morning + std::chrono::days{400});
    CHECK(bench.order_at(later) == morning + minutes{20});  // a clock that was not trusted moved nothing
}

TEST_CASE("What is recorded while no clock is trusted is in order behind the last row whose clock was, whoever recorded that")
{
    Bench bench;
    using std::chrono::minutes;
    const SignUp sign_up{lunch, raman};
    const auto untrusted = [&] { return bench.order_at(bench.record(sign_up, morning - minutes{60}, ClockTrust::untrusted)); };
    const auto behind = [&](const FactKey& key) { return bench.order_at(key) + milliseconds{1}; };
    const auto first = bench.record(sign_up, morning + minutes{10});
    CHECK(untrusted() == behind(first));
    CHECK(untrusted() == behind(first));
    bench.ledger = bench.open();
    CHECK(untrusted() == behind(first));
    CHECK_FALSE(in_transaction(*bench.database, [&]() -> Result<> {
        bench.ledger.record(sign_up, morning + minutes{30}, trusted);
        return failure("It is taken back.");
    }));
    CHECK(untrusted() == behind(first));
    auto before = bench.ledger;
    const auto second = bench.record(sign_up, morning + minutes{20});
    CHECK(untrusted() == behind(second));
    bench.ledger = before;
    CHECK(untrusted() == behind(second));
    CHECK(bench.order_at(bench.record(sign_up, morning)) == behind(second));
}

TEST_CASE("Each hash is over the row before and the row")
{
    Bench bench;
    bench.record(SignUp{lunch, raman}, morning);
    bench.record(Refusal{RefusalReason::expired, okafor, PassNumber{7}}, morning);
    bench.record(Refusal{RefusalReason::not_ours, {}, {}}, morning);
    auto snapshot = Snapshot::open(bench.folder.path() / "kiosk.db");
    REQUIRE(snapshot);
    const auto extents = (*snapshot)->extents();
    REQUIRE(extents);
    REQUIRE(extents->size() == 1);
    std::vector<std::pair<FactRow, std::string_view>> rows;
    for (const auto& table : fact_tables())
        REQUIRE((*snapshot)->facts(table, extents->front(), [&](const FactRow& row) -> Result<> {
            rows.emplace_back(row, table.name);
            return {};
        }));
    REQUIRE(rows.size() == 4);
    std::ranges::sort(rows, {}, [](const auto& row) { return row.first.spine.key.seq; });
    Digest before{};
    for (const auto& [row, table] : rows) {
        CHECK(row.hash == hash_of(before, row.spine, table, row.values));
        before = row.hash;
    }
}

TEST_CASE("A database that is behind its mark begins a new origin")
{
    Bench bench;
    const auto first = bench.ledger.origin();
    SECTION("behind by facts of the same origin")
    {
        std::ofstream{bench.folder.path() / "mark"} << first.value << " 99\n";
    }
    SECTION("behind by a whole origin")
    {
        std::ofstream{bench.folder.path() / "mark"} << "MC-ADULTS.ZZZZ 1\n";
    }
    const auto again = bench.open(2);
    CHECK(again.origin() != first);
    CHECK(bench.reason() == "behind mark");
    CHECK(bench.database->handle().execAndGet("SELECT after FROM origin_begun ORDER BY generation DESC").getString() == first.value);
    CHECK(bench.open(3).origin() == again.origin());
}

TEST_CASE("A new origin has the name of none that is here, though that is drawn again")
{
    Bench bench;
    const auto first = bench.ledger.origin();
    std::ofstream{bench.folder.path() / "mark"} << first.value << " 99\n";
    CHECK(bench.open(1).origin() != first);  // by the same draw
    CHECK(bench.reason() == "behind mark");
}

TEST_CASE("An origin that only says that it is this kiosk's is not gone on with")
{
    Bench bench;
    const auto own = bench.ledger.origin();
    REQUIRE(in_transaction(*bench.database, [&]() -> Result<> {
        auto& handle = bench.database->handle();
        handle.exec("INSERT INTO fact VALUES ('KC-EAST.AAAA', 1, 'origin_begun', 0, 0, 1, zeroblob(32))");
        handle.exec("INSERT INTO origin_begun VALUES ('KC-EAST.AAAA', 1, 'MC-ADULTS', 99, NULL, 'set up')");
        return {};
    }));
    auto again = bench.open(2);
    CHECK(again.origin() == own);
    std::ofstream{bench.folder.path() / "mark"} << own.value << " 99\n";
    again = bench.open(3);
    CHECK(text_in(bench.folder.path() / "kiosk.db", "SELECT generation FROM origin_begun WHERE origin = '" + again.origin().value + "'") == "2");
}

TEST_CASE("A mark that is lost or older or spoilt changes nothing")
{
    Bench bench;
    bench.record(SignUp{lunch, raman}, morning);
    const auto mark = bench.folder.path() / "mark";
    CHECK(file_text(mark) == bench.ledger.origin().value + " 2\n");
    SECTION("lost") { std::filesystem::remove(mark); }
    SECTION("older") { std::ofstream{mark} << bench.ledger.origin().value << " 1\n"; }
    SECTION("spoilt") { std::ofstream{mark} << std::string(300, '\0') << "99999999999999999999999999 x"; }
    CHECK(bench.open(2).origin() == bench.ledger.origin());
    CHECK(file_text(mark) == bench.ledger.origin().value + " 2\n");
}

TEST_CASE("A kiosk whose database is gone begins an origin after the one that its mark names")
{
    Folder folder;
    std::ofstream{folder.path() / "mark"} << "MC-ADULTS.ZZZZ 40\n";
    const auto store = store_set_up(folder.path());
    CHECK(text_in(folder.path() / "kiosk.db", "SELECT reason || ' ' || after FROM origin_begun") == "behind mark MC-ADULTS.ZZZZ");
}

TEST_CASE("A kiosk that is behind its receipt begins a new origin and one that is not goes on")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto origin = text_in(file, "SELECT origin FROM origin_begun");
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2), {Origin{"MC-ADULTS.QQQQ"}, 500, {}, 0, morning, true, Origin{"MC-ADULTS.PPPP"}}};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM origin_begun") == 1);
    next.header.serial = 3;
    next.receipts = {receipt_for(file, 500)};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(text_in(file, "SELECT reason || ' ' || after FROM origin_begun WHERE generation = 2") == "behind receipt " + origin);
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM sign_up WHERE origin = '" + origin + "'") == 0);
}

TEST_CASE("A kiosk that another machine was set up as begins a new origin, once, and promises nothing before the desk has it")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(store->activities().places(lunch).left() > 0);
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2), {Origin{"MC-ADULTS.QQQQ"}, 500, {}, 0, morning}};
    for (const auto serial : {2, 3}) {
        next.header.serial = serial;
        REQUIRE(store->apply_programme(next, morning, trusted));
        CHECK(number_in(file, "SELECT count(*) FROM origin_begun") == 2);
        CHECK(store->activities().places(lunch).left() == 0);
    }
}

TEST_CASE("A kiosk that was put back to before it began its newer origin begins another")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const Origin first{text_in(file, "SELECT origin FROM origin_begun")};
    const Receipt newer{Origin{"MC-ADULTS.QQQQ"}, 500, {}, 0, morning, true, first};
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2), newer};
    SECTION("also where what the desk holds of the newer is not whole") { next.receipts[1].is_whole = false; }
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(text_in(file, "SELECT reason || ' ' || after FROM origin_begun WHERE generation = 2") == "behind receipt " + first.value);
    next.header.serial = 3;
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM origin_begun") == 2);
}

TEST_CASE("A receipt that is not whole confirms nothing, but tells a kiosk that was put back")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2)};
    next.receipts[0].is_whole = false;
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM receipt") == 0);
    CHECK(number_in(file, "SELECT count(*) FROM origin_begun") == 1);
    next.header.serial = 3;
    next.receipts = {receipt_for(file, 500)};
    next.receipts[0].is_whole = false;
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM origin_begun") == 2);
}

TEST_CASE("A receipt of a parcel whose number came again covers no answers of the later one, though both ended with one fact")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto later = morning + std::chrono::hours{1};
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    const auto number = store->exports().take_parcel_number(later).value();
    REQUIRE(store->exports().leaving_answers(number, later));
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2, number)};
    next.receipts[0].at = morning;  // the one that was written before the disk was put back
    REQUIRE(store->apply_programme(next, later, trusted));
    CHECK(store->exports().waiting(later).answers == 1);
    next.header.serial = 3;
    next.receipts[0].at = later;
    REQUIRE(store->apply_programme(next, later, trusted));
    CHECK(store->exports().waiting(later).answers == 0);
}

TEST_CASE("A receipt of a parcel whose number came again covers no answers of the later one")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    REQUIRE(store->exports().leaving_answers(2, morning));
    REQUIRE(store->exports().parcel_written({2, 3, 1}, morning, trusted));
    auto next = programme(2);
    next.receipts = {receipt_for(file, 2, 2)};  // the number of a parcel that ended before
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->exports().waiting(morning).answers == 1);
    next.header.serial = 3;
    next.receipts = {receipt_for(file, 3, 2)};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->exports().waiting(morning).answers == 0);
}
