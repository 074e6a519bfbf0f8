// What a page shows is read from the store when it opens and when a minute has gone, however often it is drawn meanwhile.
#include "journeys/kiosk_in_front.hpp"

#include <catch2/generators/catch_generators_range.hpp>
#include <sqlite3.h>

#include <atomic>
#include <vector>

using namespace refectory;

namespace {

std::atomic<int> statements{0};

int count_statement(unsigned, void*, void*, void*)
{
    ++statements;
    return 0;
}

int count_on_connection(sqlite3* connection, const char**, const sqlite3_api_routines*)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, count_statement, nullptr);
}

// Counts what every connection that is opened while it lives is asked.
class StatementsCounted {
public:
    StatementsCounted() { sqlite3_auto_extension(entry()); }
    ~StatementsCounted() { sqlite3_cancel_auto_extension(entry()); }
    StatementsCounted(const StatementsCounted&) = delete;
    StatementsCounted& operator=(const StatementsCounted&) = delete;

private:
    static void (*entry())() { return reinterpret_cast<void (*)()>(&count_on_connection); }
};

using Here = test::KioskInFront;
struct OpenedPage {
    std::string name;
    std::function<void(Here&)> open;
};

void open_lunch(Here& here)
{
    here.tap(words::welcome::lunches);
    here.tap("Life stories at work");
}

void open_who(Here& here)
{
    open_lunch(here);
    here.tap(words::activity::sign_me_up);
    REQUIRE(here.pilot.type("pri"));
}

void open_admin_with_stick(Here& here)
{
    here.enter_admin();
    here.put_in({{"STICK", here.folder.path()}});
    here.reads("Export to STICK");
}

void open_from_admin(Here& here, std::string_view page)
{
    here.enter_admin();
    here.tap(page);
}

std::vector<OpenedPage> opened_pages()
{
    return {
        {"welcome", [](Here&) {}},
        {"activities", [](Here& here) { here.tap(words::welcome::lunches); }},
        {"activity", open_lunch},
        {"who", open_who},
        {"done", [](Here& here) { here.sign_up("Life stories at work", "pri", "Priya Raman"); }},
        {"visit", [](Here& here) { here.scan(here.demonstration.pass); }},
        {"feedback", [](Here& here) { here.tap(words::welcome::feedback); }},
        {"admin with a stick", open_admin_with_stick},
        {"today", [](Here& here) { open_from_admin(here, words::admin::today); }},
        {"this week", [](Here& here) { open_from_admin(here, words::admin::week); }},
        {"this kiosk", [](Here& here) { open_from_admin(here, "MC-ADULTS"); }},
    };
}

int statements_of_frames(Here& here, int frames)
{
    here.store->wait_for_backup();
    statements = 0;
    for (int i = 0; i < frames; ++i) here.frame();
    return statements;
}

}

TEST_CASE("a page is made of the store when it opens and once a minute, however often it is drawn")
{
    const StatementsCounted counted;
    const auto page = GENERATE(from_range(opened_pages()));
    INFO(page.name);
    Here here;
    here.pass_time(std::chrono::seconds{30});
    page.open(here);
    here.pilot.settle();
    CHECK(statements_of_frames(here, 20) == 0);
    here.now.wall += std::chrono::seconds{35};
    here.now.monotonic += std::chrono::seconds{35};
    CHECK(statements_of_frames(here, 1) > 0);
    CHECK(statements_of_frames(here, 20) == 0);
}
