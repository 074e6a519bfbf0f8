#include "desk/database_copy.hpp"

#include "exchange/durable_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace refectory {

namespace {

std::filesystem::path copy_in(const std::filesystem::path& folder) { return folder / "desk.db.copy"; }

}

void DatabaseCopy::remove_left(const std::filesystem::path& folder)
{
    const Descriptor left{::open(copy_in(folder).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (!left || ::flock(left.number(), LOCK_EX | LOCK_NB) != 0) return;
    std::error_code ignored;
    std::filesystem::remove(copy_in(folder), ignored);
    std::filesystem::remove(copy_in(folder).concat("-journal"), ignored);
}

Result<DatabaseCopy> DatabaseCopy::make(Database& database, const std::filesystem::path& folder)
{
    remove_left(folder);
    Descriptor lock{::open(copy_in(folder).c_str(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!lock && errno == EEXIST) return failure("A backup of this desk is being made already. Wait until that has ended.");
    if (!lock || ::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) return failure(sentence_of(errno));
    DatabaseCopy copy{copy_in(folder), std::move(lock)};
    REFECTORY_TRY(copy_into(database, copy.path()));
    return copy;
}

DatabaseCopy::~DatabaseCopy()
{
    if (lock_) ::unlink(file_.c_str());
}

}
