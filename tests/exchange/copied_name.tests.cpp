#include "exchange/copied_name.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory;

TEST_CASE("A name is known whatever copying has put around it, and no other name is")
{
    const auto middle = [](std::string_view name) { return middle_of_name(name, "refectory-programme-", ".zip.age").value_or("(none)"); };
    for (const auto* name : {"refectory-programme-MC-ADULTS-000002.zip.age", "Copy of refectory-programme-MC-ADULTS-000002.zip.age",
                             "refectory-programme-MC-ADULTS-000002 (1).zip.age", "refectory-programme-MC-ADULTS-000002.zip (1).age",
                             "refectory-programme-MC-ADULTS-000002.zip - Copy.age", "refectory-programme-MC-ADULTS-000002(1).zip.age",
                             "REFECTORY-PROGRAMME-MC-ADULTS-000002.ZIP.AGE", "refectory-programme-mc-adults-000002.zip.age"}) {
        CAPTURE(name);
        CHECK(middle(name) == "MC-ADULTS-000002");
    }
    for (const auto* name : {"", "refectory-programme-", "refectory-programme-.zip.age", "refectory-programme-MC.age", "refectory-programme-MC-ADULTS-000002.zip.age.part",
                             "refectory-programme-MC-ADULTS-000002.zip", "refectory-MC-ADULTS-20261124-000007.zip.age", "._refectory-programme-MC-ADULTS-000002.zip.age", ".zip.age-refectory-programme-MC"}) {
        CAPTURE(name);
        CHECK(middle(name) == "(none)");
    }
    CHECK(middle_of_name("refectory-setup-MC-ADULTS (2).sealed", "refectory-setup-", ".sealed") == "MC-ADULTS");
}
