// A disk that fails on demand: loaded before the C library, it counts the calls that write to a file or flush one, and lets
// the n-th fail. What goes to a pipe or a terminal is not counted. Or it has a bad sector: the first of one file, wherever that
// file is moved to.
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace {

std::atomic<int> calls_left = 0, error_given = 0, is_lasting = 0;

struct stat spoilt{};
constexpr off_t sector = 4096;

bool is_in_bad_sector(int descriptor, off_t at)
{
    if (spoilt.st_ino == 0 || at >= sector) return false;
    struct stat status{};
    const int before = errno;
    const bool is_it = fstat(descriptor, &status) == 0 && status.st_ino == spoilt.st_ino && status.st_dev == spoilt.st_dev;
    errno = is_it ? EIO : before;
    return is_it;
}

bool fails(int descriptor)
{
    if (error_given == 0) return false;
    struct stat status{};
    const int before = errno;
    const bool is_file = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    errno = before;
    if (!is_file) return false;
    const int left = --calls_left;
    if (left > 0 || (left < 0 && is_lasting == 0)) return false;
    errno = error_given;
    return true;
}

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}

extern "C" {

void refectory_arm_faults(int n, int error, int lasting)
{
    calls_left = n;
    is_lasting = lasting;
    error_given = error;
}

int refectory_spoil_first_sector(const char* file) { return stat(file, &spoilt); }

int refectory_faults_came() { return calls_left <= 0 ? 1 : 0; }

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    return fails(descriptor) ? -1 : next<decltype(&write)>("write")(descriptor, bytes, size);
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t at)
{
    return is_in_bad_sector(descriptor, at) ? -1 : next<decltype(&pread)>("pread")(descriptor, bytes, size, at);
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t at)
{
    return is_in_bad_sector(descriptor, at) ? -1 : next<decltype(&pread64)>("pread64")(descriptor, bytes, size, at);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at)
{
    return fails(descriptor) ? -1 : next<decltype(&pwrite)>("pwrite")(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at)
{
    return fails(descriptor) ? -1 : next<decltype(&pwrite64)>("pwrite64")(descriptor, bytes, size, at);
}

int fsync(int descriptor)
{
    return fails(descriptor) ? -1 : next<decltype(&fsync)>("fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    return fails(descriptor) ? -1 : next<decltype(&fdatasync)>("fdatasync")(descriptor);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return fails(descriptor) ? -1 : next<decltype(&ftruncate)>("ftruncate")(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    return fails(descriptor) ? -1 : next<decltype(&ftruncate64)>("ftruncate64")(descriptor, size);
}

}
