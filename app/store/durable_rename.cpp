#include "store/durable_rename.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace refectory {

bool rename_durably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error) return false;
    flush_folder_of(to);
    return true;
}

void flush_folder_of(const std::filesystem::path& file)
{
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

}
