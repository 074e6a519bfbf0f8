#include "exchange/durable_file.hpp"

#include "exchange/found_files.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace refectory {

namespace {

constexpr std::size_t piece = 64 * 1024;

Descriptor open_folder_of(const std::filesystem::path& file)
{
    const auto folder = file.parent_path().empty() ? std::filesystem::path{"."} : file.parent_path();
    return Descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
}

// A writer holds a lock on its part for as long as it lives; a part that nobody holds was left behind by a power cut.
void remove_abandoned(const std::filesystem::path& part)
{
    const Descriptor left{::open(part.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (left && ::flock(left.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(part.c_str());
}

// Returns 0 or the error's number.
int rename_without_overwriting(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // Some file systems cannot promise it. Names are unique and this is their only writer, so looking first is enough.
    struct stat there{};
    if (::lstat(to.c_str(), &there) == 0) return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// Some file systems have nothing to flush for a folder and say so.
bool flush_folder(const std::filesystem::path& file)
{
    const auto folder = open_folder_of(file);
    return folder && (::fsync(folder.number()) == 0 || errno == EINVAL || errno == ENOTSUP);
}

}

DurableFile::DurableFile(std::filesystem::path file, std::filesystem::path part, Descriptor descriptor)
    : file_(std::move(file)), part_(std::move(part)), descriptor_(std::move(descriptor))
{
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : file_(std::move(other.file_)), part_(std::move(other.part_)), descriptor_(std::move(other.descriptor_)),
      digest_(std::move(other.digest_)), sum_(other.sum_), size_(other.size_), part_stands_(std::exchange(other.part_stands_, false))
{
}

DurableFile::~DurableFile()
{
    if (part_stands_) ::unlink(part_.c_str());
}

Result<DurableFile> DurableFile::create(const std::filesystem::path& file, Readers readers)
{
    auto part = file;
    part += ".part";
    struct stat there{};
    if (::lstat(file.c_str(), &there) == 0) return failure(sentence_of(EEXIST));
    remove_abandoned(part);
    const mode_t mode = readers == Readers::owner ? 0600 : 0644;
    Descriptor descriptor{::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)};
    if (!descriptor) {
        if (errno == EEXIST) return failure("This file is being written already. Wait until that has ended.");
        return failure(sentence_of(errno));
    }
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return failure("This file is being written already. Wait until that has ended.");
    return DurableFile{file, std::move(part), std::move(descriptor)};
}

Result<> DurableFile::write(std::string_view bytes)
{
    digest_.add(bytes_of(bytes));
    size_ += static_cast<std::int64_t>(bytes.size());
    while (!bytes.empty()) {
        const auto size = ::write(descriptor_.number(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return failure(sentence_of(size == 0 ? EIO : errno));
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return {};
}

Result<> DurableFile::name()
{
    const auto named = flush_and_rename();
    if (!named) {
        descriptor_.reset();
        if (part_stands_) ::unlink(part_.c_str());
        part_stands_ = false;
        return named;
    }
    sum_ = digest_.finish();
    return {};
}

Result<> DurableFile::commit()
{
    REFECTORY_TRY(name());
    const auto whole = flush_folder(file_) ? read_back() : failure(sentence_of(errno));
    if (!whole) ::unlink(file_.c_str());
    return whole;
}

// After an fsync that failed a second one may succeed although the bytes were lost, so there is only ever one.
Result<> DurableFile::flush_and_rename()
{
    if (::fsync(descriptor_.number()) != 0) return failure(sentence_of(errno));
    if (::close(descriptor_.release()) != 0) return failure(sentence_of(errno));
    if (const int error = rename_without_overwriting(part_, file_); error != 0) return failure(sentence_of(error));
    part_stands_ = false;
    return {};
}

Result<> DurableFile::read_back() const
{
    REFECTORY_TRY_ASSIGN(const auto sum, digest_of_file(file_));
    if (sum != sum_) return failure("What was written does not read back as it was. The stick or disk is faulty: use another one.");
    return {};
}

void remove_abandoned_parts(const std::filesystem::path& folder, std::string_view beginning)
{
    std::error_code error;
    std::vector<std::filesystem::path> parts;
    for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
        if (const auto name = at->path().filename().string(); name.starts_with(beginning) && name.ends_with(".part")) parts.push_back(at->path());
    for (const auto& part : parts) remove_abandoned(part);
}

Result<Digest> digest_of_file(const std::filesystem::path& file, const OnBytesRead& on_bytes)
{
    REFECTORY_TRY_ASSIGN(const auto written, open_found_file(file));
    ::posix_fadvise(written.number(), 0, 0, POSIX_FADV_DONTNEED);
    RunningDigest digest;
    std::array<std::uint8_t, piece> bytes;
    for (std::int64_t done = 0;;) {
        const auto size = ::read(written.number(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return failure(sentence_of(errno));
        if (size == 0) return digest.finish();
        digest.add(ByteView{bytes}.first(static_cast<std::size_t>(size)));
        done += size;
        if (on_bytes) REFECTORY_TRY(on_bytes(done));
    }
}

Result<> flush_file_system(const std::filesystem::path& folder)
{
    const Descriptor of_it{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!of_it || ::syncfs(of_it.number()) != 0) return failure(sentence_of(errno));
    return {};
}

Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t most_bytes)
{
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)};
    if (!descriptor) return failure(sentence_of(errno));
    std::string text;
    std::array<char, piece> bytes;
    while (true) {
        const auto size = ::read(descriptor.number(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return failure(sentence_of(errno));
        if (size == 0) return text;
        text.append(bytes.data(), static_cast<std::size_t>(size));
        if (text.size() > most_bytes) return failure("This file is larger than any that belongs here.");
    }
}

std::string sentence_of(int error_number)
{
    switch (error_number) {
    case ENOSPC:
    case EDQUOT: return "There is no room left. Remove files that are not needed, or use another stick.";
    case EROFS: return "This stick or folder can only be read. Take off its write protection, or use another one.";
    case EACCES:
    case EPERM: return "This program may not use that file or folder.";
    case ENOENT:
    case ENOTDIR: return "There is no such file or folder. If it is on a stick, put the stick back in.";
    case ENODEV:
    case ENXIO: return "The stick or disk has gone. Put it back in and try again.";
    case EIO: return "The stick or disk is faulty, or was pulled out. Try again, or use another one.";
    case EEXIST: return "There is a file of that name already, and nothing is overwritten.";
    case EISDIR: return "That is a folder, not a file.";
    case EFBIG: return "The file is too large for this stick. Use one that holds larger files.";
    case ENAMETOOLONG: return "The name of the file or folder is too long.";
    case EMFILE:
    case ENFILE:
    case EAGAIN:
    case ENOMEM: return "The machine has too much to do at once. Try again in a moment.";
    default: return fmt::format("The machine reported a fault ({}).", std::strerror(error_number));
    }
}

}
