#include "store/chronicle.hpp"
#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

using Sentences = std::vector<std::string>;

}

TEST_CASE("The chronicle tells the kiosk's own doings once, in their order, and of people nothing")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    const auto standing = store->chronicle().news();
    REQUIRE(standing.size() == 1);
    CHECK(standing.front().starts_with("The facts are those of origin MC-ADULTS"));
    CHECK(standing.front().find("number 1 of this kiosk, begun because: set up.") != std::string::npos);
    CHECK(store->chronicle().news().empty());

    const auto done = added(*store, lunch, "Annabel Stone");
    CHECK(store->chronicle().news().empty());

    REQUIRE(store->pin().choose("246810", morning, trusted));
    REQUIRE(store->refuse({RefusalReason::wrong_pin, std::nullopt, std::nullopt}, morning, trusted));
    REQUIRE(store->refuse({RefusalReason::expired, okafor, PassNumber{7}}, morning, trusted));
    REQUIRE(store->exports().parcel_written({3, 9, 2}, morning, trusted));
    REQUIRE(store->apply_programme(programme(2), morning, trusted));
    CHECK(store->chronicle().news() == Sentences{"By the admin: pin chosen.", "A wrong PIN was typed.",
                                                 "Parcel 3 was written, with facts up to 9.", "Programme 2 was taken in."});
    CHECK(store->chronicle().news().empty());
}

TEST_CASE("A kiosk that is not set up yet has no chronicle, and one whose disk was put back tells why its origin began")
{
    Folder folder;
    CHECK(open_store(folder.path())->chronicle().news().empty());
    store_set_up(folder.path());
    put(folder / "mark", text_in(folder / "kiosk.db", "SELECT origin FROM fact") + " 900\n");
    const auto standing = open_store(folder.path(), seeded(9))->chronicle().news();
    REQUIRE(standing.size() == 1);
    CHECK(standing.front().find("number 2 of this kiosk, begun because: behind mark.") != std::string::npos);
}
