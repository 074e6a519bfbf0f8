// Parcels that a kiosk signed and that say what no kiosk may say.
#include "desk_in_test.hpp"

using namespace refectory;

namespace {

std::string refusal_of(const MadeOrigin& made)
{
    const Folder folder;
    DeskInTest desk;
    const auto said = refusal(desk.collect({written(parcel_of(made), folder.path())}));
    CHECK(desk.number("SELECT count(*) FROM fact") == (said == "(not refused)" ? std::ssize(made.facts) : 0));
    return said;
}

}

TEST_CASE("A kiosk begins no origin but its own, and once")
{
    const Origin own{"MC-ADULTS.AAAA"};
    const auto begun = [&](const OriginBegun& fact) {
        MadeOrigin made{own};
        made.add(fact);
        return refusal_of(made);
    };
    constexpr auto refused = "origin_begun.csv, line 2, column 1: No kiosk begins to record like this.";
    CHECK(begun({"DESK", 99, {}, OriginReason::set_up}) == refused);
    CHECK(begun({"KC-EAST", 1, {}, OriginReason::behind_mark}) == refused);
    CHECK(begun({"MC-ADULTS", 0, {}, OriginReason::set_up}) == refused);
    CHECK(begun({"MC-ADULTS", 2, Origin{"KC-EAST.AAAA"}, OriginReason::behind_mark}) == refused);
    CHECK(begun({"MC-ADULTS", 2, Origin{"MC-ADULTS.no origin"}, OriginReason::behind_mark}) == refused);
    CHECK(begun({"MC-ADULTS", 2, own, OriginReason::behind_mark}) == refused);
    CHECK(begun({"MC-ADULTS", 2, Origin{"MC-ADULTS.BBBB"}, OriginReason::behind_mark}) == "(not refused)");
    MadeOrigin twice{own};
    twice.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
    twice.add(OriginBegun{"MC-ADULTS", 2, {}, OriginReason::behind_mark});
    CHECK(refusal_of(twice).starts_with("origin_begun.csv, line 3"));
}
