#include "platform/entropy.hpp"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace refectory::platform {

void system_entropy(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const auto got = getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) std::abort();
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

}
