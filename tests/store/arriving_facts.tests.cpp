#include "store/arriving_facts.hpp"
#include "store/store_fixture.hpp"

#include <fmt/format.h>

using namespace refectory;
using namespace refectory::test;

namespace {

const Origin ours{"MC-ADULTS.AAAA"}, later{"MC-ADULTS.BBBB"};

FactRow row_of(const FactBody& body, const Origin& origin, std::int64_t seq)
{
    FactRow row{{{origin, seq}, morning, morning, trusted}, {}, values_of(body)};
    row.hash[0] = static_cast<std::uint8_t>(seq);
    return row;
}

Result<> add(ArrivingFacts& facts, const FactBody& body, const Origin& origin, std::int64_t seq)
{
    return facts.add(*find_fact_table(table_name(body)), row_of(body, origin, seq));
}

std::vector<FactKey> keys_in_order(ArrivingFacts& facts)
{
    std::vector<FactKey> keys;
    const auto done = facts.in_order([&](const StoredFact& fact) -> Result<> {
        keys.push_back(fact.row.spine.key);
        return {};
    });
    INFO((done ? "" : done.error().sentence));
    REQUIRE(done);
    return keys;
}

}

TEST_CASE("Facts that come table by table come out by origin and number, also where they are too many for memory")
{
    Folder folder;
    ArrivingFacts facts{folder.path()};
    constexpr std::int64_t most = 6000;
    for (std::int64_t seq = 1; seq <= most; seq += 2) REQUIRE(add(facts, SignUp{lunch, PersonId{seq}}, later, seq));
    for (std::int64_t seq = 2; seq <= most; seq += 2) REQUIRE(add(facts, Refusal{RefusalReason::expired, PersonId{seq}, std::nullopt}, later, seq));
    REQUIRE(add(facts, LettersGiven{raman}, ours, 1));
    CHECK(folder.names().empty());  // the file has no name

    std::int64_t expected = 0;
    const auto done = facts.in_order([&](const StoredFact& fact) -> Result<> {
        const auto seq = fact.row.spine.key.seq;
        if (expected++ == 0) {
            CHECK(fact.row == row_of(LettersGiven{raman}, ours, 1));
            return {};
        }
        if (seq != expected - 1) return failure("not in order");
        const FactBody body = seq % 2 == 1 ? FactBody{SignUp{lunch, PersonId{seq}}} : FactBody{Refusal{RefusalReason::expired, PersonId{seq}, std::nullopt}};
        if (fact.row != row_of(body, later, seq)) return failure("not as it was");
        return {};
    });
    INFO((done ? "" : done.error().sentence));
    CHECK(done);
    CHECK(expected == most + 1);
}

TEST_CASE("Facts of one table in whatever order come out in theirs, up to where nobody would write so")
{
    ArrivingFacts facts{""};
    REQUIRE(add(facts, LettersGiven{raman}, ours, 3));
    REQUIRE(add(facts, LettersGiven{raman}, ours, 1));
    REQUIRE(add(facts, LettersGiven{raman}, ours, 2));
    CHECK(keys_in_order(facts) == std::vector<FactKey>{{ours, 1}, {ours, 2}, {ours, 3}});
    bool is_taken = true;
    for (std::int64_t seq = 9000; is_taken && seq > 4000; --seq) is_taken = add(facts, LettersGiven{raman}, ours, seq).has_value();
    CHECK_FALSE(is_taken);
}

TEST_CASE("A number that comes twice in one parcel is said")
{
    ArrivingFacts facts{""};
    REQUIRE(add(facts, LettersGiven{raman}, ours, 1));
    REQUIRE(add(facts, PersonAdded{raman}, ours, 1));
    const auto done = facts.in_order([](const StoredFact&) -> Result<> { return {}; });
    REQUIRE_FALSE(done);
    CHECK(done.error().sentence == "Two facts in this parcel have number 1 of MC-ADULTS.AAAA.");
}

TEST_CASE("A parcel with more words or names than a kiosk ever has is refused before they fill the memory")
{
    const auto taken = [](std::int64_t most, const auto& fact) {
        ArrivingFacts facts{""};
        std::int64_t seq = 0;
        while (seq <= most && add(facts, fact, ours, seq + 1)) ++seq;
        return seq;
    };
    CHECK(taken(100'000, VisitFeedback{{ours, 7}, Face::useful, true, false}) == 100'000);
    CHECK(taken(200'000, PersonAdded{raman}) == 200'000);
}

TEST_CASE("A parcel's own facts are asked who was added and which feedback has words")
{
    Folder folder;
    ArrivingFacts facts{folder.path()};
    REQUIRE(add(facts, PersonAdded{price}, ours, 1));
    REQUIRE(add(facts, VisitFeedback{{ours, 7}, Face::useful, true, false}, ours, 8));
    REQUIRE(add(facts, VisitFeedback{{ours, 9}, Face::useful, false, false}, ours, 10));
    CHECK(facts.has_added(price));
    CHECK_FALSE(facts.has_added(raman));
    const auto found = facts.feedback_with_words({ours, 8}), wordless = facts.feedback_with_words({ours, 10});
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->row == row_of(VisitFeedback{{ours, 7}, Face::useful, true, false}, ours, 8));
    CHECK((wordless && !*wordless));
}
