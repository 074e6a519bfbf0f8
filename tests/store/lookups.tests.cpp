// What the screens ask for is found through an index: no statement walks a table of facts or of people from end to end.
#include "store/store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <functional>

using namespace refectory;
using namespace refectory::test;

namespace {

// The most rows that one statement passed over without an index, and the steps of SQLite's machine that all of them took.
class Walks {
public:
    explicit Walks(SQLite::Database& database) : handle_(database.getHandle())
    {
        sqlite3_trace_v2(handle_, SQLITE_TRACE_PROFILE, [](unsigned, void* self, void* statement, void*) {
            auto* walked = static_cast<Walks*>(self);
            auto* finished = static_cast<sqlite3_stmt*>(statement);
            walked->steps_ += sqlite3_stmt_status(finished, SQLITE_STMTSTATUS_VM_STEP, 1);
            const int steps = sqlite3_stmt_status(finished, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
            if (steps > walked->most_) {
                walked->most_ = steps;
                walked->statement_ = sqlite3_sql(finished);
            }
            return 0;
        }, this);
    }
    ~Walks() { sqlite3_trace_v2(handle_, 0, nullptr, nullptr); }
    Walks(const Walks&) = delete;
    Walks& operator=(const Walks&) = delete;

    void check() const
    {
        CAPTURE(statement_);
        CHECK(most_ <= 12);
    }

    std::int64_t steps_of(const std::function<void()>& asking)
    {
        steps_ = 0;
        asking();
        return steps_;
    }

private:
    sqlite3* handle_;
    std::int64_t steps_ = 0;
    int most_ = 0;
    std::string statement_;
};

Result<> fill(StoreContext& context, People& people)
{
    return context.commit([&]() -> Result<> {
        context.handle().exec("INSERT INTO activity WITH RECURSIVE each(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM each WHERE n < 39) "
                              "SELECT 'OTHER-' || n, 'lunch', 'moved', 'why', 'A lunch', '', 0, 1, 'the hub', '', NULL, NULL, 1, 4, 4, 1, 1 FROM each");
        for (std::int64_t i = 0; i < 400; ++i) {
            const ActivityId where{"OTHER-" + std::to_string(i % 40)};
            const PersonId who{1000 + i};
            people.put(person(who, Role::practitioner, "Person " + std::to_string(i), "Adults team"), false);
            const auto sign_up = context.ledger->record(SignUp{where, who}, morning, ClockTrust::untrusted).key;
            context.ledger->record(Withdrawal{sign_up, where, who, WithdrawalReason::by_person}, morning, ClockTrust::untrusted);
            context.ledger->record(AllotmentApplied{where, 1, 0, 0}, morning, ClockTrust::untrusted);
            const auto visit = context.ledger->record(CheckIn{who, {}, Means::pass, {}, 1}, morning, ClockTrust::untrusted).key;
            context.ledger->record(CheckOut{visit, who, Means::pass}, morning, ClockTrust::untrusted);
            context.ledger->record(Refusal{RefusalReason::expired, who, {}}, morning, ClockTrust::untrusted);
        }
        return {};
    });
}

}

TEST_CASE("Nothing that a screen asks for walks a whole table")
{
    Folder folder;
    {
        const auto store = store_set_up(folder.path());
    }
    StoreContext context{std::move(Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk).value()), {}, seeded(4)};
    context.ledger = Ledger::open(*context.database, "MC-ADULTS", folder.path() / "mark", seeded(4), morning, trusted).value();
    Activities activities{context};
    People people{context};
    SignUps sign_ups{context, activities, people};
    Visits visits{context, activities, people};
    Tries tries{context};
    REQUIRE(fill(context, people));

    const Walks walks{context.handle()};
    activities.header();
    activities.note();
    const auto found = activities.find(lunch);
    activities.between(morning, morning + std::chrono::days{60});
    activities.changed(morning);
    activities.timetable(lunch);
    activities.expectation(lunch);
    activities.objectives(lunch);
    activities.places(lunch);
    people.find(raman);
    people.search("ram", *found);
    people.teams();
    people.has_letters(raman);
    REQUIRE(people.check_letters(raman, "BCDF"));
    visits.academics_with_code("oka", morning);
    visits.expected_today(okafor, morning);
    visits.visit_code(okafor, lunch);
    visits.pass_codes(okafor);
    visits.pass_is_withdrawn(PassNumber{7});
    visits.open_visit(okafor);
    visits.who_is_in();
    visits.given_by(okafor, morning, morning + std::chrono::hours{1});
    visits.newest_between(okafor, morning, morning + std::chrono::hours{1});
    visits.holder_of({okafor, PassNumber{7}, {}, {}}, morning);
    Figures figures{context};
    figures.of_days(add_days(local_date(morning), -400), 7);
    figures.doubted(3);
    REQUIRE(tries.begin_try("letters 2", {morning, {}}));
    REQUIRE(tries.succeeded("letters 2"));
    REQUIRE(sign_ups.sign_up(lunch, raman, morning, trusted));
    sign_ups.of_person(raman, morning);
    REQUIRE(sign_ups.withdraw(lunch, raman, WithdrawalReason::by_person, morning, trusted));
    const auto visit = visits.check_in({okafor, lunch, Means::pass, {}, 1}, morning, trusted);
    REQUIRE(visit);
    visits.began(*visit);
    visits.activity_of(*visit);
    REQUIRE(visits.check_out(*visit, okafor, Means::pass, {{}, Face::useful, "Good", true}, morning, trusted));
    const auto again = visits.check_in({okafor, lunch, Means::pass, {}, 1}, morning, trusted);
    REQUIRE(again);
    Corrections corrections{context, activities, visits};
    REQUIRE(corrections.close_visit({*again, okafor, morning}, morning, CorrectionReason::forgotten, morning, trusted));
    REQUIRE(Ledger::open(*context.database, "MC-ADULTS", folder.path() / "mark", seeded(4), morning, trusted));
    walks.check();
}

TEST_CASE("Whether somebody is in, and since when, is found in as many steps however often they came before")
{
    Folder folder;
    {
        const auto store = store_set_up(folder.path());
    }
    StoreContext context{std::move(Database::open(folder.path() / "kiosk.db", Database::Kind::kiosk).value()), {}, seeded(4)};
    context.ledger = Ledger::open(*context.database, "MC-ADULTS", folder.path() / "mark", seeded(4), morning, trusted).value();
    Activities activities{context};
    People people{context};
    Visits visits{context, activities, people};
    const auto come_and_go = [&](int day) {
        const auto began = morning + std::chrono::days{day};
        const auto visit = visits.check_in({okafor, {}, Means::pass, {}, 1}, began, ClockTrust::untrusted).value();
        REQUIRE(visits.check_out(visit, okafor, Means::pass, {}, began + std::chrono::hours{1}, ClockTrust::untrusted));
    };
    Walks walks{context.handle()};
    const auto steps = [&](Instant today) {
        return walks.steps_of([&] {
            CHECK_FALSE(visits.open_visit(okafor));
            CHECK(visits.who_is_in().empty());
            CHECK_FALSE(visits.newest_between(okafor, today, today + std::chrono::days{1}));
            CHECK(visits.given_by(okafor, today, today + std::chrono::days{1}) == milliseconds{0});
        });
    };
    come_and_go(0);
    const auto after_one = steps(morning + std::chrono::days{1});
    for (int day = 1; day < 50; ++day) come_and_go(day);
    CHECK(after_one > 0);
    CHECK(steps(morning + std::chrono::days{50}) == after_one);
}
