#include "store/store_fixture.hpp"

#include <set>

using namespace refectory;
using namespace refectory::test;

namespace {

struct Exported {
    std::set<FactKey> facts;
    std::vector<std::string> names, remarks;
};

Exported read_all(Snapshot& snapshot)
{
    Exported all;
    const auto extents = snapshot.extents();
    REQUIRE(extents);
    for (const auto& extent : *extents) {
        for (const auto& table : fact_tables())
            REQUIRE(snapshot.facts(table, extent, [&](const FactRow& fact) -> Result<> {
                CHECK(fault_of(table, fact.values).empty());
                CHECK(all.facts.insert(fact.spine.key).second);
                return {};
            }));
        REQUIRE(snapshot.names(extent, [&](const AddedName& name) -> Result<> {
            all.names.push_back(name.name);
            return {};
        }));
        REQUIRE(snapshot.remarks(extent, [&](const Remark& remark) -> Result<> {
            all.remarks.push_back(remark.words);
            return {};
        }));
    }
    return all;
}

void a_day(KioskStore& store)
{
    added(store, lunch, "Ada Lovelace");
    REQUIRE(store.refuse({RefusalReason::not_ours, {}, {}}, morning, trusted));
    const auto visit = store.visits().check_in({okafor, lunch, Means::pass, PassNumber{7}, 3}, morning, trusted).value();
    REQUIRE(store.visits().check_out(visit, okafor, Means::pass, {{}, Face::useful, "A frank talk", false}, morning, trusted));
}

}

TEST_CASE("An export holds every fact that no receipt covers and each once")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    a_day(*store);
    const auto file = folder.path() / "kiosk.db";
    const auto origin = text_in(file, "SELECT origin FROM origin_begun");
    const auto last = number_in(file, "SELECT max(seq) FROM fact");
    {
        const auto all = read_all(**store->exports().snapshot());
        CHECK(static_cast<std::int64_t>(all.facts.size()) == last);
        CHECK(all.names == std::vector<std::string>{"Ada Lovelace"});
        CHECK(all.remarks == std::vector<std::string>{"A frank talk"});
    }
    auto next = programme(2);
    next.receipts = {receipt_for(file, last)};
    REQUIRE(store->apply_programme(next, morning, trusted));
    const auto rest = read_all(**store->exports().snapshot());
    CHECK(rest.facts == std::set<FactKey>{{Origin{origin}, last + 1}});
    CHECK(rest.names.empty());
    CHECK(rest.remarks.empty());
}

TEST_CASE("A snapshot sees what was there when it was taken and holds nobody up")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto snapshot = store->exports().snapshot();
    REQUIRE(snapshot);
    const auto before = read_all(**snapshot).facts.size();
    a_day(*store);
    CHECK(read_all(**snapshot).facts.size() == before);
    CHECK(read_all(**store->exports().snapshot()).facts.size() > before);
}

TEST_CASE("A snapshot that is stopped says why")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    a_day(*store);
    const auto snapshot = store->exports().snapshot();
    REQUIRE(snapshot);
    const auto extents = (*snapshot)->extents();
    int rows = 0;
    const auto stopped = (*snapshot)->facts(*find_fact_table("check_in"), extents->front(), [&](const FactRow&) -> Result<> {
        ++rows;
        return failure("Stopped.");
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().sentence == "Stopped.");
    CHECK(rows == 1);
    CHECK_FALSE(Snapshot::open(folder.path() / "nothing.db"));
}

TEST_CASE("A name that is erased while an export reads the file is gone from it when the export has ended")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto mine = added(*store, lunch, "Wilhelmina Quartermaine");
    {
        const auto snapshot = store->exports().snapshot();
        REQUIRE(store->sign_ups().erase(mine.person, morning, trusted));
        CHECK_FALSE(store->people().find(mine.person));
    }
    store->exports().ended();
    CHECK_FALSE(folder_holds(folder.path(), "Quartermaine"));
}

TEST_CASE("Rows about exports and the admin travel but nobody waits for them")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto before = store->exports().waiting(morning);
    REQUIRE(store->pin().choose("123456", morning, trusted));
    REQUIRE(store->exports().parcel_written({1, 5, 0}, morning, trusted));
    CHECK(store->exports().waiting(morning).facts == before.facts);
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK(store->exports().waiting(morning).facts == before.facts + 2);
    const auto file = folder.path() / "kiosk.db";
    auto next = programme(2);
    next.receipts = {receipt_for(file, number_in(file, "SELECT max(seq) FROM fact"))};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->exports().waiting(morning).facts == 0);
}

TEST_CASE("A parcel has a number that was never used")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK(store->exports().take_parcel_number(morning).value() == 1);
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    CHECK(store->exports().waiting(morning).answers == 1);
    REQUIRE(store->exports().leaving_answers(1, morning));
    CHECK(store->exports().take_parcel_number(morning).value() == 2);  // though that parcel never came to be
    REQUIRE(store->exports().parcel_written({6, 5, 1}, morning, trusted));
    CHECK(store->exports().take_parcel_number(morning).value() == 7);
    auto next = programme(2);
    next.receipts = {{Origin{"MC-ADULTS.LOST"}, 0, {}, 40, morning}};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->exports().take_parcel_number(morning).value() == 41);
    CHECK(store->exports().waiting(morning).answers == 1);  // a receipt of another origin covers nothing of this one
    next.header.serial = 3;
    next.receipts = {receipt_for(folder.path() / "kiosk.db", 0, 1)};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->exports().waiting(morning).answers == 0);
    CHECK(store->exports().leaving_answers(41, morning)->empty());
}

TEST_CASE("Feedback waits for the end of its activity's day")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->answers().record({AnswerKind::feedback, lunch, {}, Face::useful, ""}));
    CHECK(store->exports().waiting(morning + std::chrono::hours{6}).answers == 0);
    CHECK(store->exports().leaving_answers(1, morning + std::chrono::hours{6})->empty());
    CHECK(store->exports().waiting(morning + std::chrono::hours{24}).answers == 1);
    CHECK(store->exports().leaving_answers(1, morning + std::chrono::hours{24})->size() == 1);
}

TEST_CASE("What the desk has is never said to reach beyond what it has not, though a clock ran ahead")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    const auto last = number_in(file, "SELECT max(seq) FROM fact");
    auto next = programme(2);
    next.header.issued_at = morning + std::chrono::days{50};
    const auto confirmed_at = [&](Instant earlier, Instant newest) {
        next.receipts = {receipt_for(file, 1), receipt_for(file, last)};
        next.receipts[0].at = earlier;
        next.receipts[1].at = newest;
        REQUIRE(store->apply_programme(next, morning + std::chrono::hours{2}, trusted));
        ++next.header.serial;
        return store->exports().confirmed()->at;
    };
    CHECK(confirmed_at(morning, morning + std::chrono::hours{1}) == morning + std::chrono::hours{1});
    CHECK(confirmed_at(morning + std::chrono::days{30}, morning + std::chrono::hours{1}) == morning + std::chrono::hours{1});
    CHECK(confirmed_at(morning, morning + std::chrono::days{30}) == morning + std::chrono::hours{2});  // the fact of that programme is not there
    next.header.issued_at = morning + std::chrono::minutes{30};
    CHECK(confirmed_at(morning, morning + std::chrono::days{30}) == morning + std::chrono::minutes{30});
}

TEST_CASE("A stick counts as away since a moment that its clock can be believed, and not since one that lies ahead")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto last = number_in(folder.path() / "kiosk.db", "SELECT max(seq) FROM fact");
    const auto now = morning + std::chrono::days{20};
    REQUIRE(store->exports().parcel_written({1, last, 0}, morning + std::chrono::days{30}, trusted));
    REQUIRE(store->exports().parcel_written({2, last + 1, 0}, morning - std::chrono::days{900}, ClockTrust::untrusted));
    CHECK_FALSE(store->exports().oldest_unconfirmed(now));
    REQUIRE(store->exports().parcel_written({3, last + 2, 0}, morning + std::chrono::days{1}, trusted));
    CHECK(store->exports().oldest_unconfirmed(now)->at == morning + std::chrono::days{1});
}

TEST_CASE("What was exported before a disk was put back has left, is missed where it stays away, and is confirmed by a receipt for what came before")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto before = text_in(file, "SELECT origin FROM origin_begun");
    const auto last = number_in(file, "SELECT max(seq) FROM fact");
    REQUIRE(store->exports().parcel_written({7, last, 0}, morning, trusted));
    store.reset();
    std::ofstream{folder.path() / "mark"} << before << " 99\n";
    store = open_store(folder.path(), seeded(9));
    REQUIRE(number_in(file, "SELECT count(*) FROM origin_begun") == 2);
    const auto now = morning + std::chrono::days{20};
    REQUIRE(store->exports().newest());
    CHECK((store->exports().newest()->parcel.parcel == 7 && !store->exports().newest()->is_confirmed));
    CHECK_FALSE(store->exports().confirmed());
    CHECK(store->exports().oldest_unconfirmed(now)->at == morning);
    REQUIRE(store->exports().parcel_written({8, 2, 0}, morning + std::chrono::hours{1}, trusted));
    CHECK(store->exports().latest(1).front().parcel.parcel == 8);
    auto next = programme(2);
    next.header.issued_at = morning + std::chrono::hours{2};
    next.receipts = {receipt_for(file, last)};
    REQUIRE(store->apply_programme(next, morning + std::chrono::hours{3}, trusted));
    const auto latest = store->exports().latest(6);
    REQUIRE(latest.size() == 2);
    CHECK((!latest[0].is_confirmed && latest[1].is_confirmed));
    CHECK(store->exports().confirmed()->facts_up_to == last);
    CHECK(store->exports().oldest_unconfirmed(now)->at == morning + std::chrono::hours{1});
}
