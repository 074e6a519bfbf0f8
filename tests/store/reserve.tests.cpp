// The room that is kept for an admin on a disk that is full.
#include "store/store_fixture.hpp"
#include "support/small_disk.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

constexpr const char* needs_root = "A small disk can be mounted by root alone.";

std::uintmax_t reserve_in(const std::filesystem::path& data)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(data / "reserve", error);
    return error ? 0 : size;
}

}

TEST_CASE("The reserve is kept whole, and stays on a disk with room")
{
    Folder folder;
    const auto store = store_set_up(folder.path());
    store->keep_reserve();
    store->keep_reserve();
    CHECK(reserve_in(folder.path()) == Reserve::whole);
    store->give_up_reserve_if_full();
    CHECK(reserve_in(folder.path()) == Reserve::whole);
}

TEST_CASE("On a full disk nothing is promised any more, but tries are counted, and the reserve comes back when there is room")
{
    Folder folder;
    const SmallDisk disk{folder / "disk"};
    if (!disk.is_mounted()) SKIP(needs_root);
    const auto data = folder / "disk/data";
    auto store = store_set_up(data);
    store->keep_reserve();
    REQUIRE(reserve_in(data) == Reserve::whole);
    disk.fill();
    CHECK_FALSE(store->sign_ups().sign_up(lunch, raman, morning, trusted));
    CHECK_FALSE(store->tries().begin_try("pin", {morning, {}}));
    store->give_up_reserve_if_full();
    CHECK(reserve_in(data) == 0);
    const auto counted = store->tries().begin_try("pin", {morning, {}});
    REQUIRE(counted);
    CHECK(counted->left == tries_before_wait - 1);
    store->keep_reserve();
    CHECK(reserve_in(data) > Reserve::whole / 4);
    std::filesystem::remove(folder / "disk/filler");
    store->keep_reserve();
    CHECK(reserve_in(data) == Reserve::whole);
}

TEST_CASE("Hundreds of tries on a full disk do not use the reserve up")
{
    Folder folder;
    const SmallDisk disk{folder / "disk"};
    if (!disk.is_mounted()) SKIP(needs_root);
    const auto store = store_set_up(folder / "disk/data");
    for (int i = 0; i < 3; ++i) store->keep_reserve();
    disk.fill();
    for (int i = 0; i < 500; ++i) {
        store->give_up_reserve_if_full();
        REQUIRE(store->tries().begin_try("pin", {morning, {}}));
        REQUIRE(store->tries().succeeded("pin"));
        for (int minute = 0; minute < 3; ++minute) store->keep_reserve();
        if (i % 50 == 0) disk.fill();
    }
}

TEST_CASE("A kiosk starts on a full disk")
{
    Folder folder;
    const SmallDisk disk{folder / "disk"};
    if (!disk.is_mounted()) SKIP(needs_root);
    const auto data = folder / "disk/data";
    auto store = store_set_up(data);
    store->keep_reserve();
    store.reset();
    disk.fill();
    store = open_store(data, seeded(2));
    CHECK(store->is_set_up());
    CHECK(store->tries().begin_try("pin", {morning, {}}));
}
