#include "desk/restore.hpp"

#include "desk/desk.hpp"
#include "exchange/durable_file.hpp"

#include <cerrno>
#include <fcntl.h>

namespace refectory {

namespace {

namespace fs = std::filesystem;

bool flush(const fs::path& folder)
{
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    return descriptor && (::fsync(descriptor.number()) == 0 || errno == EINVAL || errno == ENOTSUP);
}

// Where the desk is made until it is whole. What an earlier restoring left there is taken away first, and so is this one's unless it
// came to its place.
class Workshop {
public:
    explicit Workshop(fs::path folder) : folder_(std::move(folder)) {}
    ~Workshop() { clear(); }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    Result<> open()
    {
        std::error_code error;
        clear();
        fs::create_directories(folder_.parent_path(), error);
        if (error || !fs::create_directory(folder_, error)) return failure("The desk's folder could not be made.");
        fs::permissions(folder_, fs::perms::owner_all, error);
        if (error) return failure("The desk's folder could not be kept from other people's eyes.");
        return {};
    }
    Result<> move_to(const fs::path& folder) const
    {
        if (!flush(folder_) || ::rename(folder_.c_str(), folder.c_str()) != 0) return failure(sentence_of(errno));
        if (!flush(folder.parent_path())) return failure(sentence_of(errno));
        return {};
    }
    fs::path operator/(const char* name) const { return folder_ / name; }
    const fs::path& path() const { return folder_; }

private:
    void clear() const
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    fs::path folder_;
};

Result<> expect_empty(const fs::path& folder)
{
    std::error_code error;
    if (fs::exists(folder / "desk.db", error) || fs::exists(folder / "desk.keys", error))
        return failure("There is a desk in this folder already. Nothing was changed. Name an empty folder with --desk.");
    if (!fs::exists(folder, error)) return {};
    if (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))
        return failure("A desk is put back into an empty folder, or one that is not there yet. Name such a one with --desk.");
    return {};
}

// Opened once as what it is, a desk that was put back, and once as any other, with its keys.
Result<> begin_anew(const fs::path& folder, const Entropy& entropy, Instant now)
{
    {
        REFECTORY_TRY_ASSIGN(const auto store, DeskStore::open(folder / "desk.db", entropy, now, History::put_back));
        if (!store->identity()) return failure("No desk had begun when this backup was made. Use another one.");
    }
    REFECTORY_TRY(Desk::open(folder, entropy, now));
    return {};
}

}

Result<BackupHead> restore_desk(const fs::path& backup, const std::function<std::string()>& ask_for_words, const fs::path& folder, const Entropy& entropy, Instant now)
{
    auto place = fs::absolute(folder).lexically_normal();
    if (!place.has_filename()) place = place.parent_path();
    REFECTORY_TRY(expect_empty(place));
    REFECTORY_TRY(expect_backup(backup));
    const auto words = ask_for_words();
    Workshop workshop{fs::path{place}.concat(".restoring")};
    REFECTORY_TRY(workshop.open());
    REFECTORY_TRY_ASSIGN(auto head, unpack_backup(backup, words, {workshop / "desk.db", workshop / "desk.keys"}));
    REFECTORY_TRY(begin_anew(workshop.path(), entropy, now));
    REFECTORY_TRY(workshop.move_to(place));
    return head;
}

}
