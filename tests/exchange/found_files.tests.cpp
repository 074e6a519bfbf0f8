#include "exchange/age.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"
#include "exchange/setup_file.hpp"
#include "exchange_fixture.hpp"

#include <sys/stat.h>

#include <algorithm>

using namespace refectory;

TEST_CASE("Files are found at the top and one folder down, and what only looks like one is not")
{
    const Folder folder;
    for (const auto* name : {"ours-1", "theirs", "below/ours-2", "below/further/ours-3"}) test::put(folder / name, "x");
    std::filesystem::create_directories(folder / "ours-folder");
    std::filesystem::create_symlink(folder / "ours-1", folder / "ours-link");
    std::filesystem::create_directory_symlink(folder / "below", folder / "linked");
    REQUIRE(::mkfifo((folder / "ours-pipe").c_str(), 0600) == 0);
    auto found = find_files(folder.path(), [](std::string_view name) { return name.starts_with("ours-"); });
    REQUIRE_FALSE(found.unread);
    std::ranges::sort(found.files);
    CHECK(found.files == std::vector{folder / "below/ours-2", folder / "ours-1"});
    std::ranges::sort(found.no_files);
    CHECK(found.no_files == std::vector{folder / "ours-link", folder / "ours-pipe"});
    CHECK(found.unread_below.empty());
    CHECK(find_files(folder / "none", [](std::string_view) { return true; }).unread);
}

TEST_CASE("A search that nobody waits for any more ends before the next folder")
{
    const Folder folder;
    for (const auto* name : {"ours-1", "below/ours-2", "beside/ours-3", "further/ours-4"}) test::put(folder / name, "x");
    int asked = 0;
    const auto found = find_files(folder.path(), [](std::string_view name) { return name.starts_with("ours-"); }, [&] { return ++asked < 2; });
    CHECK(found.files.size() == 2);
    CHECK(asked == 2);
}

TEST_CASE("A link in the place of a file is not followed, however it is opened")
{
    const Folder folder;
    test::put(folder / "file", "x");
    std::filesystem::create_symlink(folder / "file", folder / "link");
    const auto link = folder / "link";
    const std::string told = "That is a link, not a file. It was not followed.";
    CHECK(sentence(open_found_file(link)) == told);
    CHECK(sentence(digest_of_file(link)) == told);
    CHECK(sentence(AgeOpener::open(link, our_age_keys().identity)) == told);
    CHECK(sentence(read_setup(link, "abacus abdomen abdominal abide abiding ability")) == told);
}

TEST_CASE("Folders and pipes are not opened, and nothing waits for them")
{
    const Folder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    for (const auto& none : {folder.path(), folder / "pipe"}) {
        CHECK(sentence(open_found_file(none)) == "That is a folder or a device, not a file.");
        CHECK_FALSE(AgeOpener::open(none, our_age_keys().identity));
        CHECK_FALSE(read_setup(none, "abacus abdomen abdominal abide abiding ability"));
    }
}
