#include "store/spill_file.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace refectory {

namespace {

constexpr std::size_t most_kept = 256 * 1024;

std::unexpected<Error> disk_failed(int error)
{
    return failure(error == ENOSPC || error == EDQUOT ? "The disk is full. Make room on it, and try again." : "The disk reported an error.");
}

// Not every file system can make one that never had a name.
int open_without_name(const std::filesystem::path& folder)
{
    const auto where = folder.empty() ? std::filesystem::path{"."} : folder;
    const int file = ::open(where.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    auto name = (where / "arriving-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) ::unlink(name.c_str());
    return named;
}

}

SpillFile::~SpillFile()
{
    if (file_ >= 0) ::close(file_);
}

Result<> SpillFile::append(std::string_view bytes)
{
    kept_ += bytes;
    return kept_.size() < most_kept ? Result<>{} : spill();
}

Result<> SpillFile::spill()
{
    if (file_ < 0) file_ = open_without_name(folder_);
    if (file_ < 0) return disk_failed(errno);
    for (std::string_view rest = kept_; !rest.empty();) {
        const auto written = ::pwrite(file_, rest.data(), rest.size(), spilt_);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return disk_failed(errno);
        spilt_ += written;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    kept_.clear();
    return {};
}

Result<> SpillFile::read(std::int64_t from, std::size_t most, std::string& into) const
{
    into.clear();
    if (from < spilt_) {
        into.resize(std::min(most, static_cast<std::size_t>(spilt_ - from)));
        for (std::size_t got = 0; got < into.size();) {
            const auto read = ::pread(file_, into.data() + got, into.size() - got, from + static_cast<std::int64_t>(got));
            if (read < 0 && errno == EINTR) continue;
            if (read <= 0) return disk_failed(read < 0 ? errno : EIO);
            got += static_cast<std::size_t>(read);
        }
    }
    const auto behind = static_cast<std::size_t>(std::max<std::int64_t>(0, from + static_cast<std::int64_t>(into.size()) - spilt_));
    if (into.size() < most && behind <= kept_.size()) into += std::string_view{kept_}.substr(behind, most - into.size());
    return {};
}

}
