// Who has a place, read from facts in a file, against a model that is as plain as the rule: chairs, a row of people seated, a
// queue of people waiting.
#include "store/store_fixture.hpp"

#include <algorithm>
#include <deque>

using namespace refectory;
using namespace refectory::test;

namespace {

struct Model {
    int chairs = 2;
    std::vector<PersonId> seated;
    std::deque<PersonId> trusted_queue, untrusted_queue;

    bool knows(PersonId who) const
    {
        const auto in = [&](const auto& people) { return std::ranges::find(people, who) != people.end(); };
        return in(seated) || in(trusted_queue) || in(untrusted_queue);
    }
    void seat()
    {
        while (static_cast<int>(seated.size()) < chairs && !(trusted_queue.empty() && untrusted_queue.empty())) {
            auto& queue = trusted_queue.empty() ? untrusted_queue : trusted_queue;
            seated.push_back(queue.front());
            queue.pop_front();
        }
    }
    void sign_up(PersonId who, ClockTrust trust)
    {
        if (knows(who)) return;
        (trust == ClockTrust::trusted ? trusted_queue : untrusted_queue).push_back(who);
        seat();
    }
    void withdraw(PersonId who)
    {
        std::erase(seated, who);
        std::erase(trusted_queue, who);
        std::erase(untrusted_queue, who);
        seat();
    }
    void allot(int allotment)
    {
        chairs = std::max(allotment, static_cast<int>(seated.size()));
        seat();
    }
    std::optional<int> number(PersonId who) const  // 0 with a place
    {
        if (std::ranges::find(seated, who) != seated.end()) return 0;
        std::vector<PersonId> queue{trusted_queue.begin(), trusted_queue.end()};
        queue.insert(queue.end(), untrusted_queue.begin(), untrusted_queue.end());
        const auto found = std::ranges::find(queue, who);
        return found == queue.end() ? std::nullopt : std::optional{static_cast<int>(found - queue.begin()) + 1};
    }
};

std::optional<int> number(const Places& places, PersonId who)
{
    const auto standing = places.standing_of(who);
    if (!standing) return std::nullopt;
    return has_place(*standing) ? 0 : std::get<Waits>(*standing).number;
}

void one_history(std::uint32_t seed)
{
    Folder folder;
    std::mt19937 random{seed};
    auto store = store_set_up(folder.path());
    Model model;
    std::vector<PersonId> people;
    for (int i = 0; i < 6; ++i) {
        people.push_back(added(*store, lunch, "Person " + std::string(1, static_cast<char>('A' + i))).person);
        model.sign_up(people.back(), trusted);
    }
    std::int64_t serial = 1;
    for (int step = 0; step < 40; ++step) {
        CAPTURE(seed, step);
        const auto who = people[random() % people.size()];
        const auto now = morning + std::chrono::minutes{static_cast<int>(random() % 100)} - std::chrono::minutes{50};  // also backwards
        const auto trust = random() % 4 == 0 ? ClockTrust::untrusted : trusted;
        if (step % 3 == 0)  // what is taken back again was never there
            CHECK_FALSE(store->in_one_commit([&]() -> Result<> {
                REFECTORY_TRY(store->sign_ups().withdraw(lunch, who, WithdrawalReason::by_person, now, trust));
                REFECTORY_TRY(store->sign_ups().sign_up(lunch, who, now, trust));
                (void)store->activities().places(lunch);
                return failure("The disk is full.");
            }));
        switch (random() % 5) {
        case 0: case 1:
            REQUIRE(store->sign_ups().sign_up(lunch, who, now, trust));
            model.sign_up(who, trust);
            break;
        case 2: case 3:
            REQUIRE(store->sign_ups().withdraw(lunch, who, WithdrawalReason::by_person, now, trust));
            model.withdraw(who);
            break;
        default: {
            auto next = programme(++serial);
            next.activities.front().allotment = static_cast<int>(random() % 5);
            next.decided_for = {Origin{text_in(folder.path() / "kiosk.db", "SELECT origin FROM origin_begun ORDER BY generation DESC")}};
            REQUIRE(store->apply_programme(next, now, trust));
            model.allot(next.activities.front().allotment);
        }
        }
        const auto places = store->activities().places(lunch);
        CHECK(places.chairs() == model.chairs);
        CHECK(places.promised() == static_cast<int>(model.seated.size()));
        for (const auto one : people) CHECK(number(places, one) == model.number(one));
        if (step == 20) {  // over a restart, and into a second origin
            store.reset();
            std::ofstream{folder.path() / "mark"} << "MC-ADULTS.ZZZZ 1\n";
            store = open_store(folder.path(), seeded(seed + 50));
            model.allot(static_cast<int>(model.seated.size()));  // nothing more, until the desk has heard of it
        }
    }
}

}

TEST_CASE("Places over random histories are those of the plain rule")
{
    for (std::uint32_t seed = 1; seed <= 6; ++seed) one_history(seed);
}

TEST_CASE("A promise stands over every programme")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto first = added(*store, lunch, "First Person"), second = added(*store, lunch, "Second Person");
    const auto third = added(*store, lunch, "Third Person"), fourth = added(*store, lunch, "Fourth Person");
    CHECK(has_place(first.standing));
    CHECK(has_place(second.standing));
    CHECK(std::get<Waits>(third.standing).number == 1);
    CHECK(std::get<Waits>(fourth.standing).number == 2);
    auto next = programme(2);
    next.activities.front().allotment = 0;
    REQUIRE(store->apply_programme(next, morning, trusted));
    CHECK(has_place(*store->activities().places(lunch).standing_of(first.person)));
    REQUIRE(store->sign_ups().withdraw(lunch, first.person, WithdrawalReason::by_person, morning, trusted));
    CHECK(has_place(*store->activities().places(lunch).standing_of(third.person)));  // the chair stays with its kiosk
}

TEST_CASE("A second sign-up and a second withdrawal record nothing")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto file = folder.path() / "kiosk.db";
    const auto first = store->sign_ups().sign_up(lunch, raman, morning, trusted);
    const auto again = store->sign_ups().sign_up(lunch, raman, morning, trusted);
    REQUIRE((first && again));
    CHECK_FALSE(first->was_already);
    CHECK(again->was_already);
    CHECK(again->key == first->key);
    CHECK(store->sign_ups().of_person(raman, morning).front().key == first->key);
    CHECK(number_in(file, "SELECT count(*) FROM sign_up") == 1);
    for (int i = 0; i < 2; ++i) REQUIRE(store->sign_ups().withdraw(lunch, raman, WithdrawalReason::by_person, morning, trusted));
    CHECK(number_in(file, "SELECT count(*) FROM withdrawal") == 1);
    CHECK(store->sign_ups().of_person(raman, morning).empty());
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK(store->sign_ups().of_person(raman, morning + std::chrono::hours{3}).size() == 1);
    CHECK(store->sign_ups().of_person(raman, morning + std::chrono::hours{4}).empty());  // it has ended
}
