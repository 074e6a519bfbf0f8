// An origin that was continued twice, for a disk ran in two computers: what the desk takes in, misses, and says that it has.
#include "desk_in_test.hpp"
#include "store/desk_status.hpp"
#include "store/receipts.hpp"

using namespace refectory;
using test::lunch;

namespace {

struct TwoHistories {
    MadeOrigin one{Origin{"MC-ADULTS.AAAA"}}, other = one;

    // Both have the facts up to 4.
    TwoHistories()
    {
        one.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
        for (int person = 1; person <= 3; ++person) one.add(SignUp{lunch, PersonId{person}});
        other = one;
        for (int person = 11; person <= 14; ++person) one.add(SignUp{lunch, PersonId{person}});
        for (int person = 21; person <= 24; ++person) other.add(SignUp{lunch, PersonId{person}});
    }
};

struct DeskOfBoth : DeskInTest {
    Folder parcels;
    std::int64_t next = 1;

    void take(const MadeOrigin& made, std::int64_t from, std::int64_t up_to)
    {
        taken(collect({written(parcel_of(made, next++, from, up_to), parcels.path())}));
    }
    std::int64_t up_to() { return Holdings{*database}.facts_up_to(Origin{"MC-ADULTS.AAAA"}); }
    bool has_receipt(const MadeOrigin& made, std::int64_t seq)
    {
        const auto receipts = receipts_for(*database, "MC-ADULTS");
        return std::ranges::any_of(receipts, [&](const Receipt& receipt) {
            return receipt.is_whole && receipt.facts_up_to == seq && receipt.hash == made.facts[static_cast<std::size_t>(seq - 1)].row.hash;
        });
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> missing()
    {
        std::vector<std::pair<std::int64_t, std::int64_t>> numbers;
        for (const auto& gap : gaps_of(*database, "MC-ADULTS")) numbers.emplace_back(gap.from, gap.up_to);
        return numbers;
    }
};

using Numbers = std::vector<std::pair<std::int64_t, std::int64_t>>;

}

TEST_CASE("Parcels of two histories of one origin are all taken in, whichever comes first")
{
    const TwoHistories fork;
    const Folder folder;
    std::vector files{written(parcel_of(fork.one, 1, 1, 4), folder.path()), written(parcel_of(fork.one, 2, 5, 6), folder.path()),
                      written(parcel_of(fork.other, 3, 6, 8), folder.path()), written(parcel_of(fork.one, 4, 7, 8), folder.path())};
    std::ranges::sort(files);
    std::string says;
    do {
        DeskInTest desk;
        const auto report = desk.collect(files);
        for (std::size_t i = 0; i < files.size(); ++i) taken(report, i);
        if (says.empty()) says = desk.says();
        CHECK(desk.says() == says);
    } while (std::ranges::next_permutation(files).found);
}

TEST_CASE("The desk confirms no facts of a history that it lacks, though it has others under their numbers")
{
    const TwoHistories fork;
    DeskOfBoth desk;
    desk.take(fork.one, 1, 4);
    desk.take(fork.other, 7, 8);
    CHECK(desk.missing() == Numbers{{5, 6}});
    desk.take(fork.one, 5, 6);
    CHECK(desk.up_to() == 6);
    CHECK(desk.has_receipt(fork.one, 6));
    CHECK_FALSE(desk.has_receipt(fork.other, 8));
    CHECK(desk.missing() == Numbers{{6, 6}});
    desk.take(fork.other, 6, 6);
    CHECK(desk.up_to() == 6);
    CHECK_FALSE(desk.has_receipt(fork.other, 8));
    CHECK(desk.missing() == Numbers{{5, 5}});
    desk.take(fork.other, 5, 6);
    CHECK(desk.up_to() == 8);
    CHECK(desk.has_receipt(fork.other, 8));
    CHECK(desk.missing().empty());
}

TEST_CASE("A history that is whole is confirmed, whatever is missing of another one")
{
    const TwoHistories fork;
    DeskOfBoth desk;
    desk.take(fork.other, 7, 8);
    desk.take(fork.one, 1, 8);
    CHECK(desk.up_to() == 8);
    CHECK(desk.has_receipt(fork.one, 8));
    CHECK_FALSE(desk.has_receipt(fork.other, 8));
    CHECK(desk.missing() == Numbers{{6, 6}});
    desk.take(fork.other, 1, 8);
    CHECK(desk.has_receipt(fork.other, 8));
    CHECK(desk.missing().empty());
}

TEST_CASE("A receipt names the origin that its own came after, once the desk has its beginning")
{
    MadeOrigin later{Origin{"MC-ADULTS.BBBB"}};
    later.add(OriginBegun{"MC-ADULTS", 2, Origin{"MC-ADULTS.AAAA"}, OriginReason::behind_mark});
    later.add(SignUp{lunch, PersonId{31}});
    DeskOfBoth desk;
    desk.take(TwoHistories{}.one, 1, 4);
    desk.take(later, 2, 2);
    const auto after = [&] {
        std::vector<std::optional<Origin>> all;
        for (const auto& receipt : receipts_for(*desk.database, "MC-ADULTS")) all.push_back(receipt.after);
        return all;
    };
    CHECK(after() == std::vector<std::optional<Origin>>{std::nullopt, std::nullopt});
    desk.take(later, 1, 1);
    CHECK(after() == std::vector<std::optional<Origin>>{std::nullopt, Origin{"MC-ADULTS.AAAA"}, Origin{"MC-ADULTS.AAAA"}});
}

TEST_CASE("Of an origin that is not here from its beginning nothing is confirmed")
{
    const TwoHistories fork;
    DeskOfBoth desk;
    desk.take(fork.one, 5, 8);
    CHECK(desk.up_to() == 0);
    CHECK_FALSE(desk.has_receipt(fork.one, 8));
    desk.take(fork.one, 1, 2);
    CHECK(desk.up_to() == 2);
    CHECK(desk.missing() == Numbers{{3, 4}});
    desk.take(fork.one, 3, 4);
    CHECK(desk.up_to() == 8);
    CHECK(desk.has_receipt(fork.one, 8));
}
