#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("A set-up is all or nothing")
{
    Folder folder;
    const auto store = open_store(folder.path());
    auto broken = programme(1);
    broken.timetable = {{lunch, morning, "Lunch", "", Consent::not_needed}};
    SECTION("of another kiosk") { broken.header.kiosk = "KC-HOSPITAL"; }
    SECTION("that breaks in the middle")
    {
        REQUIRE(refused(folder.path() / "kiosk.db", "CREATE TRIGGER fault BEFORE INSERT ON timetable_item BEGIN SELECT raise(ABORT, 'fault'); END").empty());
    }
    CHECK_FALSE(store->set_up(identity(), &broken, morning));
    CHECK_FALSE(store->is_set_up());
    CHECK(number_in(folder.path() / "kiosk.db", "SELECT (SELECT count(*) FROM fact) + (SELECT count(*) FROM person) + (SELECT count(*) FROM setup)") == 0);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "mark"));
    refused(folder.path() / "kiosk.db", "DROP TRIGGER IF EXISTS fault");
    const auto whole = programme(1);
    REQUIRE(store->set_up(identity(), &whole, morning));
    CHECK(text_in(folder.path() / "kiosk.db", "SELECT reason FROM origin_begun") == "set up");
    CHECK_FALSE(store->set_up(identity(), &whole, morning));
}

TEST_CASE("What a kiosk was set up with is read back")
{
    Folder folder;
    auto own = identity();
    own.signing = make_key_pair(seeded(5));
    own.desk_key = make_key_pair(seeded(6)).public_key;
    own.desk_recipient = "desk recipient";
    REQUIRE(open_store(folder.path())->set_up(own, nullptr, morning));
    const auto read = open_store(folder.path())->identity();
    REQUIRE(read);
    CHECK((read->signing.public_key == own.signing.public_key && read->signing.secret_key == own.signing.secret_key));
    CHECK(read->desk_key == own.desk_key);
    CHECK(read->desk_recipient == own.desk_recipient);
    CHECK(read->desk == own.desk);
    CHECK((std::filesystem::status(folder.path()).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}

TEST_CASE("A serial is taken once under one desk origin and another origin begins anew")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto apply = [&](const char* desk, std::int64_t serial, int begun = 0) {
        auto next = programme(serial);
        next.header.desk = Origin{desk};
        next.header.desk_begun_at += std::chrono::hours{begun};
        return store->apply_programme(next, morning, trusted);
    };
    CHECK_FALSE(apply("DESK.AAAA", 1));
    CHECK(apply("DESK.AAAA", 5));
    CHECK_FALSE(apply("DESK.AAAA", 4));
    CHECK(apply("DESK.BBBB", 9).error().sentence == "That programme is of another desk than the one that runs here.");
    CHECK(apply("DESK.BBBB", 1, 1));
    const auto old = apply("DESK.AAAA", 6);
    REQUIRE_FALSE(old);
    CHECK(old.error().sentence == "That programme is of the desk as it was before it was restored. Have a new one published.");
    CHECK(apply("DESK.BBBB", 2, 1));
    CHECK(store->activities().header()->serial == 2);
}

TEST_CASE("A programme that breaks in the middle changes nothing and begins no origin")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    auto next = programme(2);
    next.receipts = {receipt_for(file, 900)};
    const auto facts = number_in(file, "SELECT count(*) FROM fact");
    REQUIRE(refused(file, "CREATE TRIGGER fault BEFORE INSERT ON programme_applied BEGIN SELECT raise(ABORT, 'fault'); END").empty());
    CHECK_FALSE(store->apply_programme(next, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM fact") == facts);
    CHECK(store->activities().header()->serial == 1);
    REQUIRE(refused(file, "DROP TRIGGER fault").empty());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK(number_in(file, "SELECT seq FROM sign_up") == facts + 2);  // her letters came before it
}

TEST_CASE("An activity that left the programme stays for those who signed up and is listed no more")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    const auto here = added(*store, lunch, "Ada Lovelace");
    auto next = programme(2);
    next.activities.erase(next.activities.begin());
    REQUIRE(store->apply_programme(next, morning, trusted));
    const auto week = store->activities().between(morning, morning + std::chrono::days{8});
    REQUIRE(week.size() == 1);
    CHECK(week.front().id == seminar);
    CHECK(store->activities().find(lunch));
    CHECK(store->sign_ups().of_person(raman, morning).size() == 1);
    CHECK(store->people().find(here.person));
}

TEST_CASE("Chairs are the allotment or what is promised and the difference is said")
{
    struct Row { int before, sign_ups, after; std::int64_t chairs, kept, released; };
    const Row rows[] = {{4, 0, 2, 2, 0, 2}, {4, 3, 1, 3, 2, 1}, {2, 2, 2, 2, 0, 0}, {2, 3, 5, 5, 0, 0}, {1, 1, 0, 1, 0, 0}};
    for (const auto& row : rows) {
        CAPTURE(row.before, row.sign_ups, row.after);
        Folder folder;
        const auto store = open_store(folder.path());
        auto first = programme(1), next = programme(2);
        first.activities.front().allotment = row.before;
        next.activities.front().allotment = row.after;
        REQUIRE(store->set_up(identity(), &first, morning));
        for (int i = 0; i < row.sign_ups; ++i) added(*store, lunch, "Person " + std::string(1, static_cast<char>('A' + i)));
        REQUIRE(store->apply_programme(next, morning, trusted));
        CHECK(store->activities().places(lunch).chairs() == row.chairs);
        const auto said = text_in(folder.path() / "kiosk.db", "SELECT chairs || ' ' || kept || ' ' || released FROM allotment_applied "
                                                              "WHERE activity = 'LUNCH-1' ORDER BY seq DESC LIMIT 1");
        CHECK(number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM allotment_applied WHERE activity = 'LUNCH-1'") ==
              (row.chairs == row.before ? 1 : 2));  // what changes nothing is no fact
        CHECK(said == std::to_string(row.chairs) + " " + std::to_string(row.kept) + " " + std::to_string(row.released));
    }
}

TEST_CASE("A kiosk whose disk was put back says under its new origin which chairs it has, none until the desk knows of it")
{
    Folder folder, kept;
    auto store = open_store(folder.path());
    const auto first = programme(1);
    REQUIRE(store->set_up(identity(), &first, morning));
    for (const auto* name : {"Anna Place", "Ben Place", "Cleo Waits"}) added(*store, lunch, name);
    store.reset();
    std::filesystem::copy_file(folder.path() / "kiosk.db", kept.path() / "kiosk.db");
    store = open_store(folder.path(), seeded(2));
    auto fewer = programme(2);
    for (auto& activity : fewer.activities) activity.allotment = 0;
    REQUIRE(store->apply_programme(fewer, morning, trusted));
    store.reset();
    std::filesystem::copy_file(kept.path() / "kiosk.db", folder.path() / "kiosk.db", std::filesystem::copy_options::overwrite_existing);
    store = open_store(folder.path(), seeded(3));
    const auto said = [&](const char* activity) {
        return text_in(folder.path() / "kiosk.db", "SELECT group_concat(chairs) FROM allotment_applied JOIN origin_begun b USING (origin) "
                                                   "WHERE b.generation = 2 AND activity = '" + std::string{activity} + "'");
    };
    const auto chairs = [&](const ActivityId& activity) { return store->activities().places(activity).chairs(); };
    for (const auto serial : {3, 4}) REQUIRE(store->apply_programme(programme(serial), morning, trusted));
    CHECK(said("LUNCH-1") + said("SEMINAR-1") == "");
    CHECK((chairs(lunch) == 2 && chairs(ActivityId{"SEMINAR-1"}) == 0));
    CHECK(text_in(folder.path() / "kiosk.db", "SELECT group_concat(activity) FROM places_told_anew") == "LUNCH-1,SEMINAR-1");
    CHECK(text_in(folder.path() / "kiosk.db", "SELECT group_concat(k.standing || iif(k.order_at IS NULL, '', ' since ' || (k.order_at - f.order_at))) FROM "
          "standing_kept k JOIN sign_up s ON s.origin = k.sign_up_origin AND s.seq = k.sign_up_seq AND s.person = k.person JOIN fact f ON "
          "f.origin = s.origin AND f.seq = s.seq WHERE k.activity = 'LUNCH-1'") == "place,place,waiting since 0");
    auto knowing = programme(5);
    knowing.decided_for = {Origin{text_in(folder.path() / "kiosk.db", "SELECT origin FROM origin_begun WHERE generation = 2")}};
    REQUIRE(store->apply_programme(knowing, morning, trusted));
    CHECK((said("LUNCH-1") == "" && said("SEMINAR-1") == "5"));
    CHECK((chairs(lunch) == 2 && chairs(ActivityId{"SEMINAR-1"}) == 5));
    CHECK(number_in(folder.path() / "kiosk.db", "SELECT count(*) FROM places_told_anew") == 2);
}

TEST_CASE("A programme is read back as it was published")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    auto next = programme(2);
    auto& first = next.activities.front();
    first.state = ActivityState::moved;
    first.reason = "The hub is being painted";
    first.host = raman;
    first.invited.people = {outsider};
    next.people.front().knows_about = {"Trauma", "Children's rights; law"};
    next.people.front().full_time_equivalent = 0.6;
    next.timetable = {{lunch, morning + std::chrono::hours{4}, "Second", "", Consent::given}, {lunch, morning + std::chrono::hours{3}, "First", "Hub", Consent::not_given}};
    next.expectations = {{lunch, true, "A conversation", Date{std::chrono::year{2026}, std::chrono::October, std::chrono::day{3}}, {}}};
    next.passes_withdrawn = {PassNumber{4'000'000'000U}};
    const Pass pass{okafor, PassNumber{7}, local_date(morning), add_days(local_date(morning), 90)};
    next.pass_codes = {{pass, hash_secret("BCDFGHJK", seeded(9))}};
    next.visit_codes = {{okafor, lunch, hash_secret("123456", seeded(9))}};
    REQUIRE(store->apply_programme(next, morning, trusted));
    const auto read = *store->activities().find(lunch);
    CHECK(read.state == ActivityState::moved);
    CHECK(read.reason == first.reason);
    CHECK(read.host == raman);
    CHECK(read.invited.teams == first.invited.teams);
    CHECK(read.invited.people == first.invited.people);
    CHECK(store->people().find(okafor)->knows_about == next.people.front().knows_about);
    CHECK(store->people().find(okafor)->full_time_equivalent == 0.6);
    CHECK(store->activities().timetable(lunch).front().title == "First");
    CHECK(store->activities().timetable(lunch).back().consent == Consent::given);
    CHECK(store->activities().expectation(lunch)->agreed_on == next.expectations.front().agreed_on);
    CHECK_FALSE(store->activities().expectation(lunch)->team_told_on);
    CHECK_FALSE(store->activities().expectation(seminar));
    CHECK(store->activities().objectives(lunch).front().words == "Share research");
    CHECK(store->activities().note().version == 3);
    CHECK(store->visits().pass_is_withdrawn(PassNumber{4'000'000'000U}));
    CHECK_FALSE(store->visits().pass_is_withdrawn(PassNumber{4}));
    CHECK(matches("123456", *store->visits().visit_code(okafor, lunch)));
    CHECK_FALSE(store->visits().visit_code(okafor, seminar));
    REQUIRE(store->visits().pass_codes(okafor).size() == 1);
    CHECK(store->visits().pass_codes(okafor).front().pass == pass);
    CHECK(matches("BCDFGHJK", store->visits().pass_codes(okafor).front().code));
    CHECK(store->visits().pass_codes(raman).empty());
    REQUIRE(store->apply_programme(programme(3), morning, trusted));
    CHECK(store->visits().pass_codes(okafor).empty());
    CHECK(store->people().teams() == std::vector<std::string>{"Adults team"});
}

TEST_CASE("What was moved to a time that had passed before the kiosk heard of it is told until it was to end")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(seminar, raman, morning, trusted));
    auto next = programme(2);
    next.activities.back() = activity(seminar, morning + std::chrono::days{2}, 5);
    next.activities.back().state = ActivityState::moved;
    const auto comes = morning + std::chrono::days{4}, was_to_begin = morning + std::chrono::days{7}, was_to_end = programme(1).activities.back().ends;
    REQUIRE(store->apply_programme(next, comes, trusted));
    next.header.serial = 3;
    REQUIRE(store->apply_programme(next, comes, trusted));
    for (const auto now : {comes, was_to_begin}) {
        REQUIRE(store->sign_ups().of_person(raman, now).size() == 1);
        CHECK(store->sign_ups().of_person(raman, now).front().activity.starts == morning + std::chrono::days{2});
        CHECK(store->activities().changed(now).size() == 1);
    }
    CHECK(store->sign_ups().of_person(raman, was_to_end).empty());
    CHECK(store->activities().changed(was_to_end).empty());
    REQUIRE(store->sign_ups().erase(raman, comes, trusted));
    CHECK(store->activities().places(seminar).promised() == 1);  // they had it, and nobody can have it any more
}

TEST_CASE("Whoever was erased has no place at what had passed either, once it is moved ahead")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    auto next = programme(2);
    next.erased = {raman};
    std::erase_if(next.people, [](const Person& one) { return one.id == raman; });
    REQUIRE(store->apply_programme(next, morning + std::chrono::days{1}, trusted));
    CHECK(store->activities().places(lunch).promised() == 1);  // that day is over
    next.header.serial = 3;
    next.activities.front() = activity(lunch, morning + std::chrono::days{9}, 1);
    REQUIRE(store->apply_programme(next, morning + std::chrono::days{2}, trusted));
    CHECK(store->activities().places(lunch).promised() == 0);
    REQUIRE(store->sign_ups().sign_up(lunch, price, morning + std::chrono::days{2}, trusted));
    CHECK(std::holds_alternative<HasPlace>(*store->activities().places(lunch).standing_of(price)));
}

TEST_CASE("Among the teams that one can be of this office's own comes first, and each comes once")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    auto next = programme(2);
    next.activities.front().invited.teams = {"Adoption team", "Adults team", "Youth justice"};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(store->people().teams() == std::vector<std::string>{"Adults team", "Adoption team", "Youth justice"});
}
