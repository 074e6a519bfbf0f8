#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

CheckIn arrival(std::optional<ActivityId> where = lunch)
{
    return {okafor, std::move(where), Means::pass, PassNumber{7}, 3};
}

}

TEST_CASE("A visit runs from check-in to check-out and its length is counted")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK_FALSE(store->visits().open_visit(okafor));
    const auto visit = store->visits().check_in(arrival(), morning, trusted);
    REQUIRE(visit);
    CHECK(store->visits().open_visit(okafor) == *visit);
    CHECK(store->visits().began(*visit) == morning);
    CHECK(store->visits().activity_of(*visit) == lunch);
    REQUIRE(store->visits().who_is_in().size() == 1);
    CHECK(store->visits().who_is_in().front().academic == okafor);
    const CheckOutForm form{{{ObjectiveNumber{1}, Outcome::partly_met}}, Face::very_useful, "A frank talk", true};
    const auto length = store->visits().check_out(*visit, okafor, Means::pass, form, morning + minutes{90}, trusted);
    REQUIRE(length);
    CHECK(*length == minutes{90});
    CHECK_FALSE(store->visits().open_visit(okafor));
    CHECK(store->visits().who_is_in().empty());
    CHECK(store->visits().given_by(okafor, morning - hours{1}, morning + hours{1}) == minutes{90});
    CHECK(store->visits().given_by(okafor, morning + milliseconds{1}, morning + hours{9}) == minutes{0});
    const auto file = folder.path() / "kiosk.db";
    CHECK(text_in(file, "SELECT outcome FROM objective_outcome") == "partly met");
    CHECK(text_in(file, "SELECT face || has_words || may_be_quoted FROM visit_feedback") == "very useful11");
    CHECK(text_in(file, "SELECT r.words FROM remark r JOIN visit_feedback USING (origin, seq)") == "A frank talk");
}

TEST_CASE("A second tap checks nobody in or out twice")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto first = store->visits().check_in(arrival(), morning, trusted).value();
    CHECK(store->visits().check_in(arrival(), morning + minutes{1}, trusted).value() == first);
    for (const auto later : {minutes{60}, minutes{75}})
        CHECK(store->visits().check_out(first, okafor, Means::pass, {}, morning + later, trusted).value() == minutes{60});
    const auto file = folder.path() / "kiosk.db";
    CHECK(number_in(file, "SELECT count(*) FROM check_in") == 1);
    CHECK(number_in(file, "SELECT count(*) FROM check_out") == 1);
    CHECK(number_in(file, "SELECT count(*) FROM visit_feedback") == 0);
    CHECK(store->visits().check_in(arrival({}), morning + hours{5}, trusted).value() != first);
    CHECK_FALSE(store->visits().activity_of(*store->visits().open_visit(okafor)));
}

TEST_CASE("A clock that is set back gives a visit of no length and never less")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto visit = store->visits().check_in(arrival(), morning, trusted).value();
    CHECK(store->visits().check_out(visit, okafor, Means::pass, {}, morning - hours{3}, trusted).value() == minutes{0});
    CHECK(store->visits().given_by(okafor, morning - hours{9}, morning + hours{9}) == minutes{0});
}

TEST_CASE("A visit stays open over a restart and into a new origin")
{
    Folder folder;
    FactKey visit;
    {
        const auto store = store_set_up(folder.path());
        visit = store->visits().check_in(arrival(), morning, trusted).value();
    }
    std::ofstream{folder.path() / "mark"} << "MC-ADULTS.ZZZZ 1\n";
    const auto store = open_store(folder.path(), seeded(8));
    CHECK(store->visits().open_visit(okafor) == visit);
    CHECK(store->visits().check_out(visit, okafor, Means::code, {}, morning + hours{1}, trusted).value() == hours{1});
    CHECK_FALSE(store->visits().open_visit(okafor));
}

TEST_CASE("An academic is expected for what runs now or comes next today")
{
    Folder folder;
    const auto store = open_store(folder.path());
    auto first = programme(1);
    first.activities = {activity(ActivityId{"NINE"}, morning, 1), activity(ActivityId{"TWELVE"}, morning + hours{3}, 1),
                        activity(ActivityId{"OFF"}, morning + hours{5}, 1), activity(ActivityId{"MAYBE"}, morning + hours{6}, 1),
                        activity(ActivityId{"TOMORROW"}, morning + hours{24}, 1)};
    first.activities[2].state = ActivityState::cancelled;
    first.activities[3].state = ActivityState::proposed;
    REQUIRE(store->set_up(identity(), &first, morning));
    struct Row { Instant now; std::string expected; };
    const Row rows[] = {{morning - hours{1}, "NINE"}, {morning, "NINE"}, {morning + minutes{59}, "NINE"}, {morning + hours{1}, "TWELVE"},
                        {morning + hours{3}, "TWELVE"}, {morning + hours{8}, "TWELVE"}, {morning + hours{24}, "TOMORROW"}, {morning + hours{48}, ""}};
    for (const auto& row : rows) {
        CAPTURE(iso_instant(row.now));
        const auto expected = store->visits().expected_today(okafor, row.now);
        CHECK((expected ? expected->id.value : "") == row.expected);
        CHECK_FALSE(store->visits().expected_today(raman, row.now));
    }
}

TEST_CASE("A refusal that repeats within the hour is one row and another is its own")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const Refusal expired{RefusalReason::expired, okafor, PassNumber{7}}, other{RefusalReason::expired, okafor, PassNumber{8}};
    const auto rows = [&] { return number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM refusal"); };
    REQUIRE(store->refuse(expired, morning, trusted));
    REQUIRE(store->refuse(expired, morning + minutes{59}, trusted));
    CHECK(rows() == 1);
    REQUIRE(store->refuse(expired, morning + minutes{60}, trusted));
    CHECK(rows() == 2);
    REQUIRE(store->refuse(other, morning + minutes{61}, trusted));
    REQUIRE(store->refuse(expired, morning + minutes{62}, trusted));
    CHECK(rows() == 4);
}

TEST_CASE("Visits are kept at hand as the facts have them, whatever ended one")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder / "kiosk.db";
    const auto first = store->visits().check_in({okafor, lunch, Means::pass, {}, 3}, morning, trusted);
    REQUIRE(store->visits().check_in({outsider, std::nullopt, Means::pass, {}, 3}, morning, trusted));
    CHECK(store->visits().who_is_in().size() == 2);
    CHECK(visits_not_as_their_facts(file) == 0);
    REQUIRE(store->visits().check_out(*first, okafor, Means::pass, {}, morning + hours{1}, trusted));
    CHECK(store->visits().who_is_in().size() == 1);
    CHECK(visits_not_as_their_facts(file) == 0);
    REQUIRE(store->corrections().close_visit(store->visits().who_is_in().front(), morning, CorrectionReason::forgotten, morning, trusted));
    CHECK(store->visits().who_is_in().empty());
    CHECK(visits_not_as_their_facts(file) == 0);
    CHECK(number_in(file, "SELECT count(*) FROM visit") == 2);
}

TEST_CASE("Time given is that of all visits of one person that began in between and have ended")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto visit = [&](PersonId who, Instant from, minutes length) {
        const auto begun = store->visits().check_in({who, std::nullopt, Means::pass, {}, 3}, from, trusted).value();
        if (length > minutes{0}) REQUIRE(store->visits().check_out(begun, who, Means::pass, {}, from + length, trusted));
    };
    visit(okafor, morning - hours{48}, minutes{10});
    visit(okafor, morning, minutes{30});
    visit(outsider, morning, minutes{100});
    visit(okafor, morning + hours{24}, minutes{45});
    visit(okafor, morning + hours{48}, minutes{0});
    const auto given = [&](Instant from, Instant until) { return store->visits().given_by(okafor, from, until); };
    CHECK(given(morning - hours{48}, morning + hours{72}) == minutes{85});
    CHECK(given(morning, morning + hours{72}) == minutes{75});
    CHECK(given(morning, morning + hours{24}) == minutes{30});
    CHECK(given(morning + hours{48}, morning + hours{72}) == minutes{0});
}

TEST_CASE("The newest visit of a day is neither an earlier one nor one that a clock that ran ahead dated later")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto come = [&](Instant at, ClockTrust trust) { return store->visits().check_in({okafor, std::nullopt, Means::pass, {}, 3}, at, trust).value(); };
    const auto come_and_go = [&](Instant at, ClockTrust trust) { REQUIRE(store->visits().check_out(come(at, trust), okafor, Means::pass, {}, at + hours{1}, trust)); };
    come_and_go(morning + hours{24 * 100}, ClockTrust::untrusted);
    come_and_go(morning, trusted);
    const auto newest = come(morning + hours{2}, trusted);
    const auto of = [&](Instant from, Instant until) { return store->visits().newest_between(okafor, from, until); };
    REQUIRE(of(morning, morning + hours{9}));
    CHECK(of(morning, morning + hours{9})->visit == newest);
    CHECK(of(morning, morning + hours{9})->began == morning + hours{2});
    CHECK_FALSE(of(morning + hours{3}, morning + hours{9}));
    CHECK_FALSE(of(morning + hours{24}, morning + hours{48}));
}
