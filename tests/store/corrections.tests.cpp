#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr auto forgotten = CorrectionReason::forgotten;

VisitNow arrived(KioskStore& store, Instant at = morning)
{
    REQUIRE(store.visits().check_in({okafor, lunch, Means::pass, PassNumber{7}, 3}, at, trusted));
    return store.visits().who_is_in().front();
}

}

TEST_CASE("A visit that an admin closes ended when the admin says, with the reason as a fact")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto visit = arrived(*store);
    REQUIRE(store->corrections().close_visit(visit, morning + minutes{75}, forgotten, morning + hours{20}, trusted));
    CHECK(store->visits().who_is_in().empty());
    CHECK(store->visits().given_by(okafor, morning - hours{1}, morning + hours{1}) == minutes{75});
    const auto file = folder.path() / "kiosk.db";
    CHECK(text_in(file, "SELECT what || ', ' || reason FROM correction") == "visit, forgotten");
    CHECK(number_in(file, "SELECT count(*) FROM check_out") == 0);
    CHECK(number_in(file, "SELECT count(*) FROM correction c JOIN check_in i ON i.origin = c.fact_origin AND i.seq = c.fact_seq") == 1);
    CHECK(store->exports().waiting(morning + hours{20}).facts > 0);
    CHECK(arrived(*store, morning + hours{24}).visit != visit.visit);  // the next visit is another
}

TEST_CASE("A visit is closed once, and neither before it began nor after now")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto visit = arrived(*store);
    CHECK_FALSE(store->corrections().close_visit(visit, morning - minutes{1}, forgotten, morning + hours{2}, trusted));
    CHECK_FALSE(store->corrections().close_visit(visit, morning + hours{3}, forgotten, morning + hours{2}, trusted));
    REQUIRE(store->visits().check_out(visit.visit, okafor, Means::pass, {}, morning + hours{1}, trusted));
    REQUIRE(store->corrections().close_visit(visit, morning, CorrectionReason::by_mistake, morning + hours{2}, trusted));
    CHECK(store->visits().given_by(okafor, morning - hours{1}, morning + hours{1}) == hours{1});
    CHECK(number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM correction") == 0);
}

TEST_CASE("A sign-up that is removed frees its place for whoever waits, and both facts say so")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto first = added(*store, lunch, "Ann Ash"), second = added(*store, lunch, "Ben Birch"), waits = added(*store, lunch, "Cy Cedar");
    CHECK_FALSE(has_place(waits.standing));
    REQUIRE(store->corrections().remove_sign_up(lunch, second.person, CorrectionReason::twice, morning + minutes{1}, trusted));
    CHECK_FALSE(store->activities().places(lunch).standing_of(second.person));
    CHECK(has_place(*store->activities().places(lunch).standing_of(waits.person)));
    CHECK(has_place(*store->activities().places(lunch).standing_of(first.person)));
    const auto file = folder.path() / "kiosk.db";
    CHECK(text_in(file, "SELECT reason FROM withdrawal") == "corrected");
    CHECK(text_in(file, "SELECT what || ', ' || reason FROM correction WHERE ended_at IS NULL") == "sign-up, twice");
    REQUIRE(store->corrections().remove_sign_up(lunch, second.person, CorrectionReason::twice, morning + minutes{2}, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM correction") == 1);
}

TEST_CASE("A correction is never changed or deleted")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->corrections().close_visit(arrived(*store), morning, forgotten, morning, trusted));
    const auto file = folder.path() / "kiosk.db";
    CHECK(refused(file, "UPDATE correction SET ended_at = 1").find("never changed") != std::string::npos);
    CHECK(refused(file, "DELETE FROM correction").find("never deleted") != std::string::npos);
}

TEST_CASE("Who is in is told even when the name has been erased")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    arrived(*store);
    REQUIRE(store->sign_ups().erase(okafor, morning + minutes{1}, trusted));
    CHECK_FALSE(store->people().find(okafor));
    CHECK(store->visits().who_is_in().size() == 1);
}
