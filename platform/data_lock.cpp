#include "platform/data_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace refectory::platform {

std::expected<DataLock, std::string> DataLock::take(const std::filesystem::path& folder)
{
    // A folder that is made here is the program's own, and nobody else's to look into.
    std::error_code error;
    if (std::filesystem::create_directories(folder, error)) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    struct stat about{};
    if (::stat(folder.c_str(), &about) == 0 && about.st_uid != ::geteuid())
        return std::unexpected("The data in " + folder.string() + " belongs to another user, who could not read what is written here. Run this as that user, "
                               "with “runuser -u USER --” before it.");
    const int descriptor = open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return std::unexpected("The data folder " + folder.string() + " cannot be written to.");
    DataLock lock{descriptor};
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return std::unexpected("Refectory is already running on the data in " + folder.string() + ".");
    return lock;
}

DataLock::DataLock(DataLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataLock::~DataLock()
{
    if (descriptor_ >= 0) close(descriptor_);
}

}
