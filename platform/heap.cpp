#include "platform/heap.hpp"

#include <malloc.h>

namespace refectory::platform {

void keep_heap_small()
{
    constexpr int large = 128 * 1024;
    mallopt(M_ARENA_MAX, 1);
    // Once set these stay. Left alone, they grow with the largest block that was ever freed, and what a picture or a font leaves
    // behind is kept among smaller blocks that live on.
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
}

}
