#include "exchange/durable_file.hpp"
#include "exchange_fixture.hpp"

#include <cerrno>
#include <csignal>
#include <set>
#include <sys/resource.h>

using namespace refectory;

namespace {

// Files may not grow beyond this while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int);
};

}

TEST_CASE("A committed file stands whole under its own name alone")
{
    const Folder folder;
    auto file = DurableFile::create(folder / "parcel");
    REQUIRE(file);
    REQUIRE(file->write("one "));
    REQUIRE(file->write("two"));
    CHECK(folder.names() == std::vector<std::string>{"parcel.part"});
    REQUIRE(file->commit());
    CHECK(folder.names() == std::vector<std::string>{"parcel"});
    CHECK(file_text(folder / "parcel") == "one two");
    CHECK(file->size() == 7);
}

TEST_CASE("A named file stands whole under its own name alone, with its sum")
{
    const Folder folder;
    auto file = DurableFile::create(folder / "parcel");
    REQUIRE(file);
    REQUIRE(file->write("one two"));
    REQUIRE(file->name());
    CHECK(folder.names() == std::vector<std::string>{"parcel"});
    CHECK(digest_of_file(folder / "parcel").value() == file->sha256());
}

TEST_CASE("What is read back is told piece by piece, and who ends it has no sum")
{
    const Folder folder;
    put_text(folder / "parcel", std::string(200'000, 'x'));
    for (const std::int64_t most : {1'000'000, 150'000, 0}) {
        std::int64_t told = 0;
        const auto sum = digest_of_file(folder / "parcel", [&](std::int64_t bytes) -> Result<> {
            told = bytes;
            return bytes > most ? failure("Stopped.") : Result<>{};
        });
        CHECK(sum.has_value() == (most == 1'000'000));
        CHECK(told == (most == 1'000'000 ? 200'000 : most == 0 ? 65'536 : 196'608));
    }
}

TEST_CASE("Without a commit nothing stays behind")
{
    const Folder folder;
    {
        auto file = DurableFile::create(folder / "parcel");
        REQUIRE(file);
        REQUIRE(file->write("half"));
        const auto moved = std::move(*file);
        CHECK(folder.names().size() == 1);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("Nothing is ever overwritten")
{
    const Folder folder;
    put_text(folder / "parcel", "first");
    CHECK(sentence(DurableFile::create(folder / "parcel")).find("already") != std::string::npos);
    auto file = DurableFile::create(folder / "later");
    REQUIRE(file);
    REQUIRE(file->write("second"));
    put_text(folder / "later", "came between");
    CHECK(sentence(file->commit()).find("already") != std::string::npos);
    CHECK(file_text(folder / "later") == "came between");
    CHECK(file_text(folder / "parcel") == "first");
    CHECK(folder.names().size() == 2);
}

TEST_CASE("A part that a power cut left behind is replaced and one that is being written is not")
{
    const Folder folder;
    put_text(folder / "parcel.part", "left behind by somebody");
    auto file = DurableFile::create(folder / "parcel");
    REQUIRE(file);
    CHECK(sentence(DurableFile::create(folder / "parcel")).find("being written") != std::string::npos);
    REQUIRE(file->write("new"));
    REQUIRE(file->commit());
    CHECK(file_text(folder / "parcel") == "new");
}

TEST_CASE("A link in the part's place is not followed")
{
    const Folder folder;
    put_text(folder / "precious", "mine");
    std::filesystem::create_symlink(folder / "precious", folder / "parcel.part");
    CHECK_FALSE(DurableFile::create(folder / "parcel"));
    CHECK(file_text(folder / "precious") == "mine");
}

TEST_CASE("A file that cannot grow says so and goes")
{
    const Folder folder;
    {
        auto file = DurableFile::create(folder / "parcel");
        REQUIRE(file);
        const FileSizeLimit limit{1000};
        CHECK(sentence(file->write(std::string(2000, 'x'))).find("too large") != std::string::npos);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("A folder that went meanwhile is said and nothing is called done")
{
    const Folder folder;
    std::filesystem::create_directory(folder / "stick");
    auto file = DurableFile::create(folder / "stick" / "parcel");
    REQUIRE(file);
    REQUIRE(file->write("words"));
    std::filesystem::remove_all(folder / "stick");
    CHECK(sentence(file->commit()).find("stick") != std::string::npos);
    CHECK_FALSE(DurableFile::create(folder / "stick" / "parcel"));
}


TEST_CASE("Every fault of a stick has a sentence of its own")
{
    std::set<std::string> sentences;
    for (const int error : {ENOSPC, EROFS, EACCES, ENOENT, ENODEV, EIO, EEXIST, EISDIR, EFBIG, ENAMETOOLONG})
        CHECK(sentences.insert(sentence_of(error)).second);
    CHECK(sentence_of(EMLINK).find("fault") != std::string::npos);
}

TEST_CASE("A whole file is read up to its limit")
{
    const Folder folder;
    put_text(folder / "file", "12345");
    CHECK(read_whole_file(folder / "file", 5) == "12345");
    CHECK_FALSE(read_whole_file(folder / "file", 4));
    CHECK_FALSE(read_whole_file(folder / "none", 4));
    CHECK_FALSE(read_whole_file(folder.path(), 4));
}
