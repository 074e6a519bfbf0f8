#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;
using std::chrono::hours;
using std::chrono::minutes;

TEST_CASE("Days are counted by the clock of the place, each with its sign-ups and visits")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto tuesday = local_date(morning);
    added(*store, lunch, "Ann Ash");
    added(*store, seminar, "Ben Birch", start_of_day(add_days(tuesday, 1)) - minutes{1});
    const auto late = added(*store, seminar, "Cy Cedar", start_of_day(add_days(tuesday, 1)));
    REQUIRE(store->sign_ups().withdraw(seminar, late.person, WithdrawalReason::by_person, morning + hours{30}, trusted));
    REQUIRE(store->visits().check_in({okafor, lunch, Means::pass, {}, 1}, morning, trusted));
    REQUIRE(store->corrections().close_visit(store->visits().who_is_in().front(), morning + hours{1}, CorrectionReason::forgotten, morning + hours{30}, trusted));
    const auto days = store->figures().of_days(add_days(tuesday, -1), 3);
    REQUIRE(days.size() == 3);
    CHECK(days[0].sign_ups == 0);
    CHECK(days[1].sign_ups == 2);
    CHECK(days[1].check_ins == 1);
    CHECK(days[1].check_outs == 1);
    CHECK(days[2].sign_ups == 1);
    CHECK(days[2].withdrawals == 1);
    CHECK(days[2].check_outs == 0);
}

TEST_CASE("What a doubted clock marked is counted by day, the newest first")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK(store->figures().doubted(9).empty());
    const auto doubted = ClockTrust::untrusted;
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, doubted));  // gives letters too
    REQUIRE(store->sign_ups().sign_up(seminar, raman, morning + hours{24}, doubted));
    const auto days = store->figures().doubted(9);
    REQUIRE(days.size() == 2);
    CHECK(days[0].day == add_days(local_date(morning), 1));
    CHECK(days[0].facts == 1);
    CHECK(days[1].facts == 2);
    CHECK(store->figures().doubted(1).size() == 1);
}

TEST_CASE("Feedback is told from five answers on and not before")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    Answer answer;
    answer.kind = AnswerKind::feedback;
    answer.activity = lunch;
    answer.face = Face::useful;
    for (int i = 0; i < 4; ++i) REQUIRE(store->answers().record(answer));
    Answer elsewhere = answer;
    elsewhere.activity = seminar;
    REQUIRE(store->answers().record(elsewhere));
    CHECK_FALSE(store->answers().faces(lunch));
    answer.face = Face::very_useful;
    REQUIRE(store->answers().record(answer));
    REQUIRE(store->answers().faces(lunch));
    CHECK(*store->answers().faces(lunch) == std::array<int, 4>{1, 4, 0, 0});
}
