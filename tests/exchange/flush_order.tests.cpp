// In which order what is written is flushed, named and told to be there. The calls to the system are heard on their way, for whether
// a flush was left out shows only where the plug is pulled.
#include "exchange/durable_file.hpp"
#include "desk_in_test.hpp"
#include "exchange/companion_page.hpp"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <mutex>
#include <thread>

using namespace refectory;

namespace {

std::mutex mutex;
std::filesystem::path listened_to;     // a folder; empty: to none
std::vector<std::string> heard;

void hear(const std::string& what, const std::filesystem::path& where)
{
    const std::scoped_lock lock{mutex};
    if (listened_to.empty()) return;
    if (where == listened_to) heard.push_back(what + " the folder");
    else if (where.parent_path() == listened_to) heard.push_back(what + " " + where.filename().string());
}

std::filesystem::path path_of(int descriptor)
{
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error);
}

int called(long result) { return static_cast<int>(result); }

}

// In the place of the C library's, in the whole test program.
extern "C" int fsync(int descriptor)
{
    hear("flush", path_of(descriptor));
    return called(::syscall(SYS_fsync, descriptor));
}
extern "C" int syncfs(int descriptor) noexcept
{
    hear("flush the file system of", path_of(descriptor));
    return called(::syscall(SYS_syncfs, descriptor));
}
extern "C" int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept
{
    const int done = called(::syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
    if (done == 0) hear("name", to);
    return done;
}

namespace {

class Listening {
public:
    explicit Listening(const std::filesystem::path& folder)
    {
        const std::scoped_lock lock{mutex};
        listened_to = std::filesystem::canonical(folder);
        heard.clear();
    }
    ~Listening()
    {
        const std::scoped_lock lock{mutex};
        listened_to.clear();
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    static std::vector<std::string> all()
    {
        const std::scoped_lock lock{mutex};
        return heard;
    }
};

// Says when it is opened and closed.
class HeardStick : public FolderStick {
public:
    explicit HeardStick(const std::filesystem::path& folder) : FolderStick(folder), folder_(folder) {}

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        hear(access == StickAccess::writing ? "open for writing" : "open for reading", folder_);
        return FolderStick::open(access);
    }
    std::expected<void, StickFault> close() override { return hear("close", folder_), FolderStick::close(); }
    std::expected<void, StickFault> let_go() override { return hear("let go of", folder_), FolderStick::let_go(); }

private:
    std::filesystem::path folder_;
};

}

TEST_CASE("A file is flushed before it has its name, and its folder after that")
{
    const Folder folder;
    auto file = DurableFile::create(folder / "parcel");
    REQUIRE(file);
    REQUIRE(file->write("one two"));
    const Listening listening{folder.path()};
    REQUIRE(file->commit());
    CHECK(Listening::all() == std::vector<std::string>{"flush parcel.part", "name parcel", "flush the folder"});
}

TEST_CASE("All that is on a stick is flushed before it is closed, and only then it is read back and let go")
{
    auto own = test::identity();
    own.signing = kiosk_key();
    own.desk_recipient = own.age_recipient = our_age_keys().recipient;
    own.age_identity = our_age_keys().identity;
    own.desk_key = make_key_pair(seeded(23)).public_key;
    const Folder data, stick;
    const auto store = test::store_set_up(data.path(), seeded(1), own);
    const Listening listening{stick.path()};
    Exporter exporter{"test"};
    REQUIRE(exporter.start(*store, std::make_shared<HeardStick>(stick.path()), test::morning, ClockTrust::trusted));
    std::optional<Result<Exported>> end;
    while (!(end = exporter.take_end(*store, test::morning, ClockTrust::trusted))) std::this_thread::yield();
    INFO(sentence(*end));
    REQUIRE(*end);
    const auto parcel = (*end)->file.filename().string(), page = companion_page_of((*end)->file).filename().string();
    CHECK(Listening::all() == std::vector<std::string>{
                                  "open for writing the folder",
                                  "flush " + parcel + ".part", "name " + parcel,
                                  "flush " + page + ".part", "name " + page,
                                  "flush the file system of the folder", "close the folder",
                                  "open for reading the folder", "close the folder", "let go of the folder"});
}
