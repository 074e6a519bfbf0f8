// What a start leaves as it is.
#include "store/store_fixture.hpp"

#include <sys/stat.h>

using namespace refectory;
using namespace refectory::test;

namespace {

std::unique_ptr<KioskStore> open_again(const std::filesystem::path& folder)
{
    return KioskStore::open(folder, seeded(2), morning).value();
}

ino_t number_of(const std::filesystem::path& file)
{
    struct stat about{};
    REQUIRE(::stat(file.c_str(), &about) == 0);
    return about.st_ino;
}

}

TEST_CASE("A start that changes nothing writes neither the answers nor the mark anew")
{
    Folder folder;
    auto store = store_set_up(folder.path());
    REQUIRE(store->answers().record({AnswerKind::feedback, lunch, {}, Face::useful, "Good"}));
    store.reset();
    const auto answers = number_of(folder / "answers.db"), copy = number_of(folder / "answers-copy.db"), mark = number_of(folder / "mark");
    SECTION("as it was left")
    {
        store = open_again(folder.path());
        CHECK(number_of(folder / "answers.db") == answers);
        CHECK(number_of(folder / "answers-copy.db") == copy);
        CHECK(number_of(folder / "mark") == mark);
    }
    SECTION("a copy that a power cut left old is made anew")
    {
        put(folder / "answers-copy.db", "what was taken back since");
        store = open_again(folder.path());
        CHECK(file_text(folder / "answers-copy.db") == file_text(folder / "answers.db"));
    }
    SECTION("what was being written when the power failed goes")
    {
        for (const auto* left : {"answers.db.part", "answers.db.part-journal", "answers-copy.db.part"}) put(folder / left, "an answer");
        store = open_again(folder.path());
        for (const auto* left : {"answers.db.part", "answers.db.part-journal", "answers-copy.db.part"}) CHECK_FALSE(std::filesystem::exists(folder / left));
    }
}
