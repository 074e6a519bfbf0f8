// The file system of a failing stick: failing_stick ORDERS FOLDER PLACE. What is done at PLACE is done in FOLDER, in the order
// in which it comes, unless ORDERS say that it fails. Nothing is kept in between: every look and every read comes here. It ends with
// the one that started it. Of what is not done to sticks (links, owners, attributes) it knows nothing.
#include "faults/stick_orders.hpp"

#define FUSE_USE_VERSION 314
#include <fuse.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <string>

using namespace refectory::test;

namespace {

constexpr unsigned piece = 4096;  // of a write, however long it is: it may fail in its middle

StickOrders& orders()
{
    return *static_cast<StickOrders*>(fuse_get_context()->private_data);
}

// 0, or what becomes of this operation.
int fault_of(int operation)
{
    auto& told = orders();
    if ((told.counted & operation) == 0) return 0;
    const int left = --told.left;
    if (left > 0 || (left < 0 && !told.is_lasting)) return 0;
    return told.error;
}

// The program stands in the folder.
const char* behind(const char* path)
{
    return path[1] == '\0' ? "." : path + 1;
}

template <class Call>
int done(int operation, Call call)
{
    if (const int fault = fault_of(operation); fault > 0) return -fault;
    const auto result = call();
    return result < 0 ? -errno : static_cast<int>(result);
}

int descriptor(const fuse_file_info* file)
{
    return static_cast<int>(file->fh);
}

int open_as(int operation, const char* path, int flags, mode_t mode, fuse_file_info* file)
{
    const int opened = done(operation, [&] { return ::open(behind(path), flags, mode); });
    if (opened < 0) return opened;
    file->fh = static_cast<std::uint64_t>(opened);
    file->direct_io = 1;
    return 0;
}

// What was written and not flushed is lost with it, and no later flush brings it back.
void lose(int number)
{
    struct stat status{};
    if (::fstat(number, &status) != 0 || !S_ISREG(status.st_mode)) return;
    const std::string nothing(static_cast<std::size_t>(status.st_size), '\0');
    if (::pwrite(number, nothing.data(), nothing.size(), 0) < 0) return;
}

int flush(const fuse_file_info* file)
{
    if ((::fcntl(descriptor(file), F_GETFL) & O_ACCMODE) == O_RDONLY) return 0;
    const int fault = fault_of(operation::flush);
    if (fault <= 0) return 0;
    lose(descriptor(file));
    return -fault;
}

int read_from(char* bytes, std::size_t size, off_t at, const fuse_file_info* file)
{
    const int fault = fault_of(operation::read);
    if (fault > 0) return -fault;
    const auto result = ::pread(descriptor(file), bytes, size, at);
    if (fault == a_lie && result > 0) bytes[result / 2] ^= 1;
    return result < 0 ? -errno : static_cast<int>(result);
}

int write_to(const char* bytes, std::size_t size, off_t at, const fuse_file_info* file)
{
    const int fault = fault_of(operation::write);
    if (fault > 0) return -fault;
    std::string kept{bytes, size};
    if (fault == a_lie) kept[size / 2] ^= 1;
    const auto result = ::pwrite(descriptor(file), kept.data(), kept.size(), at);
    return result < 0 ? -errno : static_cast<int>(result);
}

int list(const char* path, void* names, fuse_fill_dir_t fill)
{
    auto* folder = ::opendir(behind(path));
    if (folder == nullptr) return -errno;
    while (const auto* entry = ::readdir(folder)) fill(names, entry->d_name, nullptr, 0, {});
    ::closedir(folder);
    return 0;
}

// Like exFAT, it cannot promise not to overwrite, and says so.
int rename_to(const char* from, const char* to, unsigned flags)
{
    if (flags != 0) return -EINVAL;
    return done(operation::name, [&] { return ::rename(behind(from), behind(to)); });
}

void* begin(fuse_conn_info* connection, fuse_config* settings)
{
    connection->max_write = piece;
    settings->entry_timeout = settings->attr_timeout = settings->negative_timeout = 0;
    settings->hard_remove = 1;
    orders().is_serving = true;
    return &orders();
}

fuse_operations operations()
{
    fuse_operations all{};
    all.init = begin;
    all.getattr = [](const char* path, struct stat* status, fuse_file_info*) { return done(operation::look, [&] { return ::lstat(behind(path), status); }); };
    all.statfs = [](const char*, struct statvfs* status) { return done(operation::look, [&] { return ::statvfs(".", status); }); };
    all.opendir = [](const char*, fuse_file_info*) { return done(operation::look, [] { return 0; }); };
    all.readdir = [](const char* path, void* names, fuse_fill_dir_t fill, off_t, fuse_file_info*, fuse_readdir_flags) {
        const int looked = done(operation::look, [] { return 0; });
        return looked == 0 ? list(path, names, fill) : looked;
    };
    all.open = [](const char* path, fuse_file_info* file) { return open_as(operation::look, path, file->flags, 0, file); };
    all.create = [](const char* path, mode_t mode, fuse_file_info* file) { return open_as(operation::name, path, file->flags | O_CREAT, mode, file); };
    all.read = [](const char*, char* bytes, std::size_t size, off_t at, fuse_file_info* file) { return read_from(bytes, size, at, file); };
    all.write = [](const char*, const char* bytes, std::size_t size, off_t at, fuse_file_info* file) { return write_to(bytes, size, at, file); };
    all.flush = [](const char*, fuse_file_info* file) { return flush(file); };
    all.fsync = [](const char*, int, fuse_file_info* file) { return flush(file); };
    all.fsyncdir = [](const char*, int, fuse_file_info*) { return done(operation::flush, [] { return 0; }); };
    all.release = [](const char*, fuse_file_info* file) { return ::close(descriptor(file)); };
    all.mkdir = [](const char* path, mode_t mode) { return done(operation::name, [&] { return ::mkdir(behind(path), mode); }); };
    all.rmdir = [](const char* path) { return done(operation::name, [&] { return ::rmdir(behind(path)); }); };
    all.unlink = [](const char* path) { return done(operation::name, [&] { return ::unlink(behind(path)); }); };
    all.rename = rename_to;
    return all;
}

}

int main(int count, char** words)
{
    if (count != 4 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return 1;
    const int file = ::open(words[1], O_RDWR | O_CLOEXEC);
    auto* shared = ::mmap(nullptr, sizeof(StickOrders), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file < 0 || shared == MAP_FAILED || ::chdir(words[2]) != 0) return 1;
    const auto all = operations();
    fuse_args arguments = FUSE_ARGS_INIT(1, words);
    auto* stick = fuse_new(&arguments, &all, sizeof all, shared);
    if (stick == nullptr || fuse_mount(stick, words[3]) != 0) return 1;
    const int ended = fuse_loop(stick);
    fuse_destroy(stick);
    return ended == 0 ? 0 : 1;
}
