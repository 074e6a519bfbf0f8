#include "store/kiosk_code.hpp"
#include "store/store_fixture.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("Which kiosk a folder is can be read while it runs, and looking makes nothing")
{
    Folder folder;
    CHECK(kiosk_code_in(folder.path()).value() == std::nullopt);
    CHECK(folder.names().empty());
    {
        const auto store = open_store(folder.path());
        CHECK(kiosk_code_in(folder.path()).value() == std::nullopt);
    }
    const auto store = store_set_up(folder.path());
    const auto names = folder.names();
    CHECK(kiosk_code_in(folder.path()).value() == "MC-ADULTS");
    CHECK(folder.names() == names);
}

TEST_CASE("A folder whose database is none is told in a sentence")
{
    Folder folder;
    put(folder / "kiosk.db", "no database at all, and long enough to be looked at as one by whoever opens it as a database");
    const auto code = kiosk_code_in(folder.path());
    REQUIRE_FALSE(code);
    CHECK_FALSE(code.error().sentence.empty());
}
