#include "store/retention_fixture.hpp"

using namespace refectory;
using namespace refectory::test;
using std::chrono::days;
using std::chrono::hours;

TEST_CASE("A name that somebody added is forgotten thirty days after the last activity and the desk's receipt, whichever is later")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
    const auto seminar_ends = store->activities().find(seminar)->ends;
    SECTION("the activity is the later")
    {
        receive_all(*store, folder.path(), morning + hours{1});
        forget(*store, seminar_ends + days{30} - hours{1});
        CHECK(store->people().find(mine.person));
        forget(*store, seminar_ends + days{30});
    }
    SECTION("the receipt is the later")
    {
        receive_all(*store, folder.path(), seminar_ends + days{5});
        forget(*store, seminar_ends + days{34});
        CHECK(store->people().find(mine.person));
        forget(*store, seminar_ends + days{35});
    }
    SECTION("later receipts of the same facts put nothing off")
    {
        receive_all(*store, folder.path(), seminar_ends + days{5});
        REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
        receive_all(*store, folder.path(), seminar_ends + days{34});
        forget(*store, seminar_ends + days{35});
    }
    CHECK_FALSE(store->people().find(mine.person));
    CHECK_FALSE(store->people().has_letters(mine.person));
    for (const auto* trace : {"Quartermaine", "quartermaine", "Wilhelmina", "wilhelmina"}) {
        CAPTURE(trace);
        CHECK_FALSE(folder_holds(folder.path(), trace));
    }
    CHECK(store->people().find(raman));
}

TEST_CASE("What the desk is not known to have is never forgotten, nor what the programme lists")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
    REQUIRE(store->sign_ups().sign_up(seminar, raman, morning, trusted));
    forget(*store, morning + days{400});
    CHECK(store->people().find(mine.person));
    receive_all(*store, folder.path(), morning + hours{1});
    REQUIRE(store->sign_ups().withdraw(seminar, mine.person, WithdrawalReason::by_person, morning, trusted));
    forget(*store, morning + days{400});
    CHECK(store->people().find(mine.person));  // the withdrawal is still to go
    receive_all(*store, folder.path(), morning + hours{2});
    forget(*store, morning + days{400});
    CHECK_FALSE(store->people().find(mine.person));
    CHECK(store->people().find(raman));
}

TEST_CASE("Who has left the programme is forgotten once nothing here needs the name")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(seminar, raman, morning, trusted));
    auto next = next_programme(*store, folder.path(), morning + hours{1});
    std::erase_if(next.people, [](const Person& person) { return person.id == raman || person.id == okafor || person.id == outsider; });
    REQUIRE(store->apply_programme(next, morning, trusted));
    const auto seminar_ends = store->activities().find(seminar)->ends;
    forget(*store, seminar_ends + days{29});
    CHECK(store->people().find(raman));
    CHECK(store->people().find(okafor));  // who is the seminar's academic
    CHECK_FALSE(store->people().find(outsider));
    forget(*store, seminar_ends + days{30});
    CHECK_FALSE(store->people().find(raman));
    CHECK_FALSE(store->people().find(okafor));
    CHECK(store->people().find(price));
    CHECK_FALSE(folder_holds(folder.path(), "Raman"));
}

TEST_CASE("A sign-up that was withdrawn needs no name any more")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
    REQUIRE(store->sign_ups().withdraw(seminar, mine.person, WithdrawalReason::by_person, morning, trusted));
    receive_all(*store, folder.path(), morning);
    forget(*store, morning + days{30});
    CHECK_FALSE(store->people().find(mine.person));
}

TEST_CASE("Words of visits and answers go ninety days after and the names that are listed stay")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto visit = store->visits().check_in({okafor, lunch, Means::pass, PassNumber{7}, 3}, morning, trusted).value();
    REQUIRE(store->visits().check_out(visit, okafor, Means::pass, {{}, Face::useful, "A frank talk", false}, morning, trusted));
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "Why so early?"}));
    REQUIRE(store->answers().record({AnswerKind::feedback, seminar, {}, Face::useful, "It came late"}));
    REQUIRE(store->answers().record({AnswerKind::wish, {}, "2026-11", {}, "More of these"}));
    const auto seminar_ends = store->activities().find(seminar)->ends;
    REQUIRE(store->exports().leaving_answers(1, seminar_ends + days{1}));
    REQUIRE(store->answers().record({AnswerKind::question, lunch, {}, {}, "It never left"}));
    receive_all(*store, folder.path(), morning, 1);
    forget(*store, morning + days{90} - hours{1});
    CHECK(folder_holds(folder.path(), "A frank talk"));
    CHECK(folder_holds(folder.path(), "Why so early?"));
    forget(*store, morning + days{90} + hours{5});
    CHECK_FALSE(folder_holds(folder.path(), "A frank talk"));
    CHECK_FALSE(folder_holds(folder.path(), "Why so early?"));
    CHECK(folder_holds(folder.path(), "It came late"));  // the seminar is a week later
    forget(*store, seminar_ends + days{90});
    CHECK_FALSE(folder_holds(folder.path(), "It came late"));
    CHECK(store->answers().count() == 1);
    CHECK(folder_holds(folder.path(), "It never left"));
    CHECK(store->people().find(okafor));
}

TEST_CASE("A wish goes ninety days after the end of its month")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto december = instant_at({std::chrono::year{2026}, std::chrono::December, std::chrono::day{1}}, 0, 0);
    REQUIRE(store->answers().record({AnswerKind::wish, {}, "2026-11", {}, "More of these"}));
    REQUIRE(store->exports().leaving_answers(1, december));
    receive_all(*store, folder.path(), morning, 1);
    forget(*store, december + days{89});
    CHECK(store->answers().count() == 1);
    forget(*store, december + days{90});
    CHECK(store->answers().count() == 0);
}

TEST_CASE("A clock that is not trusted forgets nothing")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
    receive_all(*store, folder.path(), morning);
    REQUIRE(store->retention().forget({}, morning + days{400}, ClockTrust::untrusted));
    CHECK(store->people().find(mine.person));
}

TEST_CASE("A desk that was put back and has less is not taken at its earlier word")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto before = number_in(file, "SELECT max(seq) FROM fact");
    const auto mine = added(*store, lunch, "Wilhelmina Quartermaine");
    receive_all(*store, folder.path(), morning);
    auto put_back = next_programme(*store, folder.path(), morning);
    put_back.receipts = {receipt_for(file, before)};
    REQUIRE(store->apply_programme(put_back, morning, trusted));
    forget(*store, morning + days{400});
    CHECK(store->people().find(mine.person));
}

TEST_CASE("Forgetting records nothing and the facts follow from one another as before")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    added(*store, seminar, "Wilhelmina Quartermaine");
    receive_all(*store, folder.path(), morning);
    const auto facts = [&] { return text_in(file, "SELECT group_concat(seq || kind || hex(hash)) FROM fact"); };
    const auto before = facts();
    forget(*store, morning + days{400});
    CHECK(facts() == before);
    CHECK(number_in(file, "SELECT count(*) FROM person_added") == 1);
}

TEST_CASE("The file is made anew where something was emptied and not otherwise")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto times_made = [&] { return number_in(folder.path() / "kiosk.db", "PRAGMA schema_version"); };
    REQUIRE(store->sign_ups().sign_up(seminar, raman, morning, trusted));
    const auto first = times_made();
    forget(*store, morning + days{400});
    auto erasing = next_programme(*store, folder.path(), morning);
    erasing.erased = {PersonId{4711}};  // of whom nothing was ever here
    REQUIRE(store->apply_programme(erasing, morning, trusted));
    CHECK(times_made() == first);
    erasing.header.serial += 1;
    erasing.erased = {raman};
    REQUIRE(store->apply_programme(erasing, morning, trusted));
    const auto second = times_made();
    CHECK(second > first);
    erasing.header.serial += 1;
    REQUIRE(store->apply_programme(erasing, morning, trusted));
    CHECK(times_made() == second);
}

TEST_CASE("What the power cut kept in the file is out of it after the next start")
{
    Folder folder;
    const auto cut = folder / "cut";
    {
        const auto store = store_set_up(folder.path());
        const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
        const auto reader = store->exports().snapshot();  // holds the file, so that the sweep waits
        REQUIRE(store->sign_ups().erase(mine.person, morning, trusted));
        std::filesystem::create_directories(cut);
        for (const auto* name : {"kiosk.db", "kiosk.db-wal", "answers.db", "mark"}) std::filesystem::copy_file(folder / name, cut / name);
    }
    REQUIRE(folder_holds(cut, "Quartermaine"));
    const auto store = open_store(cut);
    CHECK_FALSE(folder_holds(cut, "Quartermaine"));
}

TEST_CASE("For a day after the clock was set far ahead nothing is forgotten, also over a restart")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    const auto mine = added(*store, seminar, "Wilhelmina Quartermaine");
    receive_all(*store, folder.path(), morning + hours{1});
    const auto set_to = morning + days{400};
    REQUIRE(store->clock().confirmed({set_to, {}, {}, false}, set_to));
    CHECK(store->retention().waits_at(set_to));
    forget(*store, set_to + hours{23});
    store.reset();
    store = open_store(folder.path(), seeded(2), set_to + hours{23});
    forget(*store, set_to + hours{23});
    CHECK(store->people().find(mine.person));
    forget(*store, set_to + hours{24});
    CHECK_FALSE(store->people().find(mine.person));
}

TEST_CASE("A clock that somebody confirms each morning holds nothing back")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->clock().confirmed({morning + days{1}, {}, {}, false}, morning + days{1}));
    CHECK_FALSE(store->retention().waits_at(morning + days{1} + hours{1}));
}

TEST_CASE("A clock that was set to a time still to come holds nothing back once it is put right")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->clock().confirmed({morning + days{400}, {}, {}, false}, morning + days{400}));
    CHECK_FALSE(store->retention().waits_at(morning + hours{1}));
}
