// On which of the machine's processors a thread runs. A thread that is begun or woken to share somebody's work is often put on that one's own
// processor, where the two can only take turns.
#pragma once

#include <pthread.h>

#include <optional>

namespace refectory::platform {

std::optional<int> this_processor();  // the caller's; nothing where the system does not say
// From now on the thread runs on others of those that the caller may run on. Where there are none it stays as it was.
void keep_off(pthread_t thread, int processor);

}
