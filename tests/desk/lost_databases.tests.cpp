// A kiosk whose database was lost, the mark beside it not: it is set up again in its folder.
#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

void lose_database_and_set_up_again(Circle& circle, std::uint64_t seed)
{
    circle.adults.reset();
    const auto data = circle.program.folder / "MC-ADULTS";
    for (const auto& name : names_in(data))
        if (name != "mark") std::filesystem::remove_all(data / name);
    circle.adults = circle.set_up_in("MC-ADULTS", "MC-ADULTS", seed);
}

}

TEST_CASE("a place that was told anew is not lost with the next database")
{
    Circle circle{3, 1};
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    circle.round();
    for (int hour = 1; hour < 10; ++hour) {
        if (hour % 3 == 1) lose_database_and_set_up_again(circle, static_cast<std::uint64_t>(70 + hour));
        circle.export_of(*circle.adults, morning + std::chrono::hours{hour});
        circle.round();
        CHECK(circle.import(*circle.adults, morning + std::chrono::hours{hour}) == "(no error)");
        CHECK(Circle::has_place(*circle.adults, 2));
    }
    CHECK(circle.adults->activities().places(lunch).chairs() == 3);
}

TEST_CASE("a kiosk whose database was lost, and that is set up again beside its mark, has its places again and promises none of the chairs twice")
{
    for (const std::uint64_t seed : {71U, 72U, 73U, 74U}) {  // the name of the new origin comes before the old one's, or after it
        CAPTURE(seed);
        Circle circle{3, 1};
        for (const auto& [person, minute] : {std::pair{2, 1}, {3, 2}, {5, 3}}) Circle::sign_up(*circle.adults, person, minute);
        circle.export_of(*circle.adults);
        circle.round();
        lose_database_and_set_up_again(circle, seed);
        for (int hour = 1; hour < 4; ++hour) {
            circle.export_of(*circle.adults, morning + std::chrono::hours{hour});
            const auto said = circle.round()["published"]["places_forgotten"];
            CHECK(said.size() == (hour == 1 ? 3 : 0));
            CHECK(circle.import(*circle.adults, morning + std::chrono::hours{hour}) == "(no error)");
            if (hour == 1) Circle::sign_up(*circle.adults, 4, 90);
        }
        for (const int person : {2, 3, 5}) CHECK(Circle::has_place(*circle.adults, person));
        CHECK_FALSE(Circle::has_place(*circle.adults, 4));
        CHECK(circle.adults->activities().places(lunch).chairs() == 3);
    }
}
