#include "store/store_fixture.hpp"
#include "store/temporary_files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

using namespace refectory;
using namespace refectory::test;

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

// What SQLite held at most while the spare pages of 20 megabytes were emptied.
std::int64_t most_memory_for(const std::filesystem::path& folder)
{
    const auto database = Database::open(folder / "desk.db", Database::Kind::desk).value();
    database->handle().exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                            "INSERT INTO remark SELECT 'MC-ADULTS.AAAA', i, randomblob(32), 'MC-ADULTS.AAAA', i, hex(randomblob(5000)) FROM n");
    database->handle().exec("DELETE FROM remark WHERE seq = 7");
    sqlite3_memory_highwater(1);
    const auto before = sqlite3_memory_used();
    REQUIRE(empty_spare_pages(*database));
    CHECK(database->handle().execAndGet("PRAGMA temp_store").getInt() == 2);
    return sqlite3_memory_highwater(0) - before;
}

}

TEST_CASE("Spare pages are emptied without holding the database in memory, once a program has named its folder")
{
    const Folder named, other;
    keep_temporary_files_in(named.path());
    CHECK(most_memory_for(named.path()) < 8 * megabyte);
    CHECK(named.names().size() <= 3);  // the database, its log and what they share
    CHECK(most_memory_for(other.path()) > 20 * megabyte);  // never in a folder that is not the database's own
}
