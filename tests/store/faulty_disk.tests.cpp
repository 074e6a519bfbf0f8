// A disk that is full, or fails, at every write and every flush of a sign-up: what is said to be saved is saved.
#include "faults/outcome.hpp"
#include "store/store_fixture.hpp"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>

using namespace refectory;
using namespace refectory::test;

namespace {

int signed_up_on(const std::filesystem::path& data, int n, int error, bool lasting)
{
    const std::filesystem::path bin = REFECTORY_BIN;
    const auto command = fmt::format("ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 LD_PRELOAD='{}' '{}' '{}' 5 {} {} {}", (bin / "faulty_disk.so").string(),
                                     (bin / "sign_up_on_faulty_disk").string(), data.string(), n, error, lasting ? 1 : 0);
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : outcome::broken;
}

struct Left { std::int64_t sign_ups, names; };

// Opened again as after a power cut, with today's checks.
Left left_in(const std::filesystem::path& data)
{
    const auto store = open_store(data, seeded(9));
    CHECK(store->damages().empty());
    REQUIRE(store->sign_ups().sign_up(seminar, price, morning, trusted));
    const auto file = data / "kiosk.db";
    return {number_in(file, "SELECT count(*) FROM sign_up WHERE activity = 'LUNCH-1'"), number_in(file, "SELECT count(*) FROM person WHERE name = 'Ada Lovelace'")};
}

// Until the disk did not fail any more; how many writes and flushes there were.
int sign_up_at_every_fault(int error, bool lasting)
{
    Folder folder;
    {
        const auto store = store_set_up(folder / "kiosk");
        REQUIRE(store->sign_ups().sign_up(seminar, raman, morning, trusted));
    }
    for (int n = 1; n < 200; ++n) {
        CAPTURE(n, error, lasting);
        const auto data = folder / fmt::format("fault-{}", n);
        std::filesystem::copy(folder / "kiosk", data, std::filesystem::copy_options::recursive);
        const int said = signed_up_on(data, n, error, lasting);
        REQUIRE(said != outcome::broken);
        const auto left = left_in(data);
        CHECK(left.sign_ups == left.names);
        if (said == outcome::not_saved && !lasting) CHECK(left.sign_ups == 0);
        if (said != outcome::not_saved) CHECK(left.sign_ups == 1);
        std::filesystem::remove_all(data);
        if (said == outcome::saved) return n - 1;
    }
    return 0;
}

}

TEST_CASE("A sign-up on a disk that fails at any write or flush is saved or said not to be")
{
    for (const int error : {ENOSPC, EIO}) CHECK(sign_up_at_every_fault(error, false) > 4);
}

// A flush that fails may have reached the disk all the same, and where nothing can be written any more nothing can take that back:
// somebody may be told that a sign-up was not saved which is there later. Never the other way.
TEST_CASE("On a disk that fails from some moment on nothing is said to be saved that is not")
{
    for (const int error : {ENOSPC, EIO}) CHECK(sign_up_at_every_fault(error, true) > 4);
}
