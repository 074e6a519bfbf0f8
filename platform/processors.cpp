#include "platform/processors.hpp"

#include <sched.h>

#include <cstddef>

namespace refectory::platform {

std::optional<int> this_processor()
{
    const int here = sched_getcpu();
    return here < 0 ? std::nullopt : std::optional{here};
}

void keep_off(pthread_t thread, int processor)
{
    cpu_set_t others;
    if (sched_getaffinity(0, sizeof others, &others) != 0) return;
    CPU_CLR(static_cast<std::size_t>(processor), &others);
    if (CPU_COUNT(&others) > 0) pthread_setaffinity_np(thread, sizeof others, &others);
}

}
