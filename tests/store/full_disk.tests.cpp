// A disk without room, as a small one in memory. Needs root for mounting it; elsewhere it says that it was skipped.
#include "store/store_fixture.hpp"

#include <sys/mount.h>

using namespace refectory;
using namespace refectory::test;

TEST_CASE("A disk without room is said, with what to do, even where the database would only be read")
{
    Folder folder;
    const auto small = folder / "small";
    std::filesystem::create_directory(small);
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=1m") != 0) SKIP("Only root can mount a small disk.");
    const auto file = small / "desk.db";
    std::string sentence;
    {
        auto database = Database::open(file, Database::Kind::desk);
        REQUIRE(database);
        database->reset();
        std::ofstream rest{small / "rest"};
        const std::string piece(4096, 'x');
        while (rest.write(piece.data(), 4096).flush()) {}
        const auto opened = Database::open(file, Database::Kind::desk);
        sentence = opened ? "(opened)" : opened.error().sentence;
        rest.close();
        std::filesystem::remove(small / "rest");
        CHECK(Database::open(file, Database::Kind::desk));
    }
    ::umount2(small.c_str(), MNT_DETACH);
    CHECK(sentence == "The disk is full. Make room on it, and try again.");
}
