// A database whose first page, with SQLite's head, is spoilt: what stands beside it takes its place.
#include "faults/outcome.hpp"
#include "store/store_fixture.hpp"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>

using namespace refectory;
using namespace refectory::test;
using std::chrono::minutes;

namespace {

constexpr std::size_t head_size = 100, version_at = 60;  // there the head has the schema's number, in four bytes

void change(const std::filesystem::path& database, std::size_t at, std::string_view bytes)
{
    auto text = file_text(database);
    REQUIRE(text.size() > at + bytes.size());
    text.replace(at, bytes.size(), bytes);
    put(database, text);
}

enum class Backup { yes, no };

// A kiosk with one sign-up.
void leave_kiosk_in(const std::filesystem::path& folder, Backup backup = Backup::yes)
{
    const auto store = store_set_up(folder);
    REQUIRE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    if (backup == Backup::yes) store->make_backup_if_due(morning);
    store->wait_for_backup();
}

// Every value of it above today's is believed: the newer program has to be installed again.
bool is_newer(std::size_t at, char byte) { return byte != '\0' && at > version_at && at < version_at + 4; }

int opened_on_bad_sector(const std::filesystem::path& data)
{
    const std::filesystem::path bin = REFECTORY_BIN;
    const auto command = fmt::format("ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 LD_PRELOAD='{}' '{}' '{}'", (bin / "faulty_disk.so").string(),
                                     (bin / "open_on_bad_sector").string(), data.string());
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : outcome::broken;
}

}

TEST_CASE("Whatever byte of its head is spoilt, a kiosk with a good backup goes on")
{
    Folder folder;
    leave_kiosk_in(folder / "kept");
    const auto head = file_text(folder / "kept/kiosk.db").substr(0, head_size);
    for (std::size_t at = 0; at < head_size; ++at)
        for (const char byte : {'\0', '\xff'}) {
            if (is_newer(at, byte) || head[at] == byte) continue;
            CAPTURE(at, static_cast<int>(byte));
            const auto data = folder / "data";
            std::filesystem::copy(folder / "kept", data, std::filesystem::copy_options::recursive);
            change(data / "kiosk.db", at, {&byte, 1});
            const auto store = open_store(data, seeded(2), morning + minutes{20});
            CHECK(store->activities().places(lunch).promised() == 1);
            CHECK(store->sign_ups().sign_up(lunch, price, morning + minutes{20}, trusted));
            std::filesystem::remove_all(data);
        }
}

TEST_CASE("A schema's number that no Refectory wrote gives way to a good backup")
{
    Folder folder;
    leave_kiosk_in(folder.path());
    for (const auto* number : {"\0\0\0\0", "\xff\xff\xff\xff", "\0\0\0\1", "\0\0\0\6"}) {
        change(folder / "kiosk.db", version_at, {number, 4});
        const auto store = open_store(folder.path(), seeded(2), morning + minutes{20});
        CHECK(store->activities().places(lunch).promised() == 1);
        CHECK(store->damages().front().outcome == Damage::Outcome::backup_taken);
        CHECK(number_in(folder / "kiosk.db", "SELECT count(*) FROM origin_begun") == 2);
    }
}

TEST_CASE("Without a backup a database whose number no Refectory wrote stays where it is")
{
    Folder folder;
    leave_kiosk_in(folder.path(), Backup::no);
    change(folder / "kiosk.db", version_at, {"\0\0\0\0", 4});
    const auto before = file_text(folder / "kiosk.db");
    const auto opened = KioskStore::open(folder.path(), seeded(2), morning);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence == "The file is not a database of Refectory's.");
    CHECK(file_text(folder / "kiosk.db") == before);
    CHECK_FALSE(std::filesystem::exists(folder / "put-aside"));
}

TEST_CASE("A number of a newer schema is believed, unless the database is damaged as well")
{
    Folder folder;
    leave_kiosk_in(folder.path());
    change(folder / "kiosk.db", version_at, {"\0\0\3\0", 4});
    SECTION("whole")
    {
        const auto opened = KioskStore::open(folder.path(), seeded(2), morning);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().sentence.contains("newer Refectory"));
        CHECK_FALSE(std::filesystem::exists(folder / "put-aside"));
    }
    SECTION("damaged")
    {
        spoil(folder / "kiosk.db");
        CHECK(open_store(folder.path(), seeded(2))->is_set_up());
    }
}

TEST_CASE("What the disk does not give is taken from a good backup")
{
    Folder folder;
    leave_kiosk_in(folder.path());
    CHECK(opened_on_bad_sector(folder.path()) == outcome::opened);
    const auto store = open_store(folder.path(), seeded(3));
    CHECK(store->activities().places(lunch).promised() == 1);
    CHECK(store->damages().size() == 1);
}

TEST_CASE("What the disk does not give stays where it is as long as there is no good backup")
{
    Folder folder;
    leave_kiosk_in(folder.path(), Backup::no);
    CHECK(opened_on_bad_sector(folder.path()) == outcome::not_opened);
    CHECK_FALSE(std::filesystem::exists(folder / "put-aside"));
    const auto store = open_store(folder.path(), seeded(3));  // the disk gives it again
    CHECK(store->activities().places(lunch).promised() == 1);
    CHECK(store->damages().empty());
}

TEST_CASE("Answers whose number no Refectory wrote are taken from their copy")
{
    Folder folder;
    leave_kiosk_in(folder.path(), Backup::no);
    REQUIRE(open_store(folder.path(), seeded(2))->answers().record({AnswerKind::question, lunch, {}, {}, "Why?"}));
    change(folder / "answers.db", version_at, {"\xff\xff\xff\xff", 4});
    const auto store = open_store(folder.path(), seeded(3));
    CHECK(store->answers().count() == 1);
    CHECK(store->damages().front().of == Damage::Of::answers);
}
