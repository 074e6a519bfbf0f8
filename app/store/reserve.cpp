#include "store/reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace refectory {

std::uintmax_t Reserve::free_bytes() const
{
    std::error_code error;
    const auto space = std::filesystem::space(folder_, error);
    return error ? whole : space.available;
}

void Reserve::keep() const
{
    std::error_code error;
    const auto held = std::filesystem::file_size(file(), error);
    const auto size = error ? 0 : held;
    if (size >= whole) return;
    const auto free = free_bytes();
    if (free <= size) return;
    const auto more = std::min(whole - size, (free - size) / 2);
    const int descriptor = ::open(file().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return;
    // Where it cannot be had it is tried again, and what is there stays.
    if (more > 0) (void)::posix_fallocate(descriptor, static_cast<off_t>(size), static_cast<off_t>(more));
    ::close(descriptor);
}

bool Reserve::give_up_if_full() const
{
    std::error_code error;
    return free_bytes() < whole && std::filesystem::remove(file(), error);
}

}
