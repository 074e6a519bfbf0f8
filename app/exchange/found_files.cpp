#include "exchange/found_files.hpp"

#include "exchange/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace refectory {

namespace {

using Paths = std::vector<std::filesystem::path>;

std::error_code look_into(const std::filesystem::path& folder, const IsOurs& is_ours, FoundFiles& found, Paths& folders)
{
    std::error_code error, first;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        std::error_code unreadable;
        const auto status = entry->symlink_status(unreadable);
        const bool is_folder = std::filesystem::is_directory(status);
        if (is_folder) folders.push_back(entry->path());
        if (!is_ours(entry->path().filename().string())) continue;
        if (unreadable && !first) first = unreadable;
        if (std::filesystem::is_regular_file(status)) found.files.push_back(entry->path());
        else if (!unreadable && !is_folder) found.no_files.push_back(entry->path());
    }
    return error ? error : first;
}

}

FoundFiles find_files(const std::filesystem::path& folder, const IsOurs& is_ours, const GoesOn& goes_on)
{
    FoundFiles found;
    Paths folders, further_down;
    found.unread = look_into(folder, is_ours, found, folders);
    for (const auto& below : folders) {
        if (!goes_on()) break;
        const auto error = look_into(below, is_ours, found, further_down);
        if (error && error != std::errc::permission_denied) found.unread_below.emplace_back(below, error);
    }
    return found;
}

Result<Descriptor> open_found_file(const std::filesystem::path& file)
{
    Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK)};
    if (!descriptor && errno == ELOOP) return failure("That is a link, not a file. It was not followed.");
    if (!descriptor) return failure(sentence_of(errno));
    struct stat kind{};
    if (::fstat(descriptor.number(), &kind) != 0) return failure(sentence_of(errno));
    if (!S_ISREG(kind.st_mode)) return failure("That is a folder or a device, not a file.");
    return descriptor;
}

}
