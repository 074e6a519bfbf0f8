// On which of the machine's processors a thread runs. A thread that is begun or woken to share somebody's work is often put on that one's own
// processor, where the two can only take turns.
#pragma once

#include <pthread.h>

#include <future>
#include <optional>
#include <utility>

namespace refectory::platform {

std::optional<int> this_processor();  // the caller's; nothing where the system does not say
// From now on the thread runs on others of those that the caller may run on. Where there are none it stays as it was.
void keep_off(pthread_t thread, int processor);

// By a thread of its own, on another processor where there is one; where the machine gives no more threads, when it is asked for.
template <class Work>
std::future<std::invoke_result_t<Work>> begin_beside(Work work)
{
    return std::async(std::launch::async | std::launch::deferred, [work = std::move(work), beside = pthread_self(), here = this_processor()] {
        if (here && pthread_equal(pthread_self(), beside) == 0) keep_off(pthread_self(), *here);
        return work();
    });
}

}
