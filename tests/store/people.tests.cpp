#include "domain/names.hpp"
#include "store/store_fixture.hpp"

#include <algorithm>

using namespace refectory;
using namespace refectory::test;

namespace {

std::vector<std::string> names(const std::vector<Person>& people)
{
    std::vector<std::string> found;
    for (const auto& one : people) found.push_back(one.name);
    return found;
}

}

TEST_CASE("Three letters of a name or of a later word find whom the activity invites")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto where = *store->activities().find(lunch);
    struct Row { const char* typed; std::vector<std::string> found; };
    const Row rows[] = {{"pri", {"Gareth Price", "Priya Raman"}},  // not Prisca Stone of another team
                        {"RAM", {"Priya Raman"}},
                        {"priya r", {"Priya Raman"}},
                        {"pr", {}},
                        {"p r", {}},
                        {"", {}},
                        {"%%%", {}},
                        {"___", {}},
                        {"pri' OR 1 --", {}},
                        {"riy", {}},
                        {"oka", {}}};  // an academic
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(names(store->people().search(row.typed, where)) == row.found);
    }
    auto for_all = where;
    for_all.invited.everybody = true;
    CHECK(names(store->people().search("pri", for_all)) == std::vector<std::string>{"Gareth Price", "Prisca Stone", "Priya Raman"});
}

TEST_CASE("No more than four names are ever found")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    for (int i = 0; i < 9; ++i) added(*store, seminar, "Annabel Number " + std::to_string(i));
    CHECK(store->people().search("ann", *store->activities().find(seminar)).size() == most_found);
}

TEST_CASE("What the index finds is what the rule of names says")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    auto where = *store->activities().find(seminar);
    std::mt19937 random{3};
    std::vector<std::string> everybody{"Priya Raman", "Gareth Price"};
    const auto word = [&](std::size_t length) {
        std::string text;
        while (text.size() < length) text += static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 12; ++i) everybody.push_back(word(3) + " " + word(4) + (i % 2 == 0 ? " " + word(3) : ""));
    for (std::size_t i = 2; i < everybody.size(); ++i) added(*store, seminar, everybody[i]);
    for (int i = 0; i < 200; ++i) {
        const auto typed = word(3) + (i % 3 == 0 ? " " + word(1) : "");
        CAPTURE(typed);
        const auto expected = std::ranges::count_if(everybody, [&](const auto& name) { return name_matches(search_key(name), typed); });
        CHECK(static_cast<std::int64_t>(store->people().search(typed, where).size()) == std::min<std::int64_t>(expected, 4));
    }
}

TEST_CASE("An academic who is expected or whose pass is known is found among others of the same name")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    auto next = programme(2);
    for (int i = 0; i < 6; ++i) next.people.push_back(person(PersonId{100 + i}, Role::academic, "Dr Aaron Okafor", ""));
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(names(store->visits().academics_with_code("oka", morning)) == std::vector<std::string>{"Dr Amara Okafor"});
    CHECK(store->visits().academics_with_code("oka", morning + std::chrono::days{1}).empty());
    next.header.serial = 3;
    next.pass_codes = {{{okafor, PassNumber{7}, local_date(morning), local_date(morning)}, {}}};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(names(store->visits().academics_with_code("oka", morning + std::chrono::days{1})) == std::vector<std::string>{"Dr Amara Okafor"});
    CHECK(store->visits().academics_with_code("ok", morning).empty());
}

TEST_CASE("Letters are shown once and kept as a hash")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    CHECK_FALSE(store->people().has_letters(raman));
    const auto first = store->sign_ups().sign_up(lunch, raman, morning, trusted);
    REQUIRE(first);
    REQUIRE(first->new_letters);
    CHECK_FALSE(store->sign_ups().sign_up(seminar, raman, morning, trusted)->new_letters);
    CHECK(store->people().check_letters(raman, *first->new_letters).value());
    CHECK_FALSE(store->people().check_letters(raman, "AAAA").value());
    CHECK_FALSE(store->people().check_letters(price, *first->new_letters).value());
    CHECK_FALSE(folder_holds(folder.path(), *first->new_letters));
}

TEST_CASE("Somebody erased leaves no byte behind and does not come back")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto mine = added(*store, lunch, "Wilhelmina Quartermaine");
    REQUIRE(store->sign_ups().sign_up(seminar, mine.person, morning, trusted));
    added(*store, lunch, "Second Person");
    const auto waiting = added(*store, lunch, "Third Person");
    CHECK_FALSE(has_place(waiting.standing));
    REQUIRE(folder_holds(folder.path(), "Quartermaine"));
    REQUIRE(store->sign_ups().erase(mine.person, morning, trusted));
    for (const auto* trace : {"Quartermaine", "quartermaine", "Wilhelmina", "wilhelmina"}) {
        CAPTURE(trace);
        CHECK_FALSE(folder_holds(folder.path(), trace));
    }
    CHECK_FALSE(store->people().find(mine.person));
    CHECK_FALSE(store->people().has_letters(mine.person));
    CHECK(store->sign_ups().of_person(mine.person, morning).empty());
    CHECK(has_place(*store->activities().places(lunch).standing_of(waiting.person)));
    CHECK(number_in(file, "SELECT count(*) FROM withdrawal WHERE reason = 'erased'") == 2);
    CHECK(number_in(file, "SELECT count(*) FROM erasure") == 1);
    auto next = programme(2);
    next.people.push_back(person(mine.person, Role::practitioner, "Wilhelmina Quartermaine", "Adults team"));
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK_FALSE(store->people().find(mine.person));
}

TEST_CASE("Somebody whom the desk erased does not come back with a later programme")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    auto next = programme(2);
    next.erased = {raman};
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK_FALSE(store->people().find(raman));
    CHECK_FALSE(store->people().has_letters(raman));
    CHECK_FALSE(folder_holds(folder.path(), "Raman"));
    REQUIRE(store->apply_programme(programme(3), morning, trusted));
    CHECK_FALSE(store->people().find(raman));
    CHECK_FALSE(folder_holds(folder.path(), "Raman"));
}

TEST_CASE("Whoever has left the programme is found where sign-ups are looked up, as long as one of theirs lies ahead")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    auto next = programme(2);
    std::erase_if(next.people, [](const Person& one) { return one.id == raman || one.id == price; });
    REQUIRE(store->apply_programme(next, morning, trusted));
    const auto found = [&](Instant now) { return names(store->people().search_signed_up("pri", now)); };
    CHECK(found(morning) == std::vector<std::string>{"Prisca Stone", "Priya Raman"});
    CHECK(found(morning + std::chrono::days{1}) == std::vector<std::string>{"Prisca Stone"});
    next.header.serial = 3;
    next.activities.front() = activity(lunch, morning - std::chrono::days{1}, 2);  // they come for it today
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(found(morning) == std::vector<std::string>{"Prisca Stone", "Priya Raman"});
    REQUIRE(store->sign_ups().withdraw(lunch, raman, WithdrawalReason::by_person, morning, trusted));
    CHECK(found(morning) == std::vector<std::string>{"Prisca Stone"});
    CHECK(store->people().search("pri", *store->activities().find(lunch)).empty());  // nobody signs up who is not in it
}
