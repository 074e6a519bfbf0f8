// Work on a thread of its own.
#pragma once

#include <system_error>
#include <thread>

namespace refectory {

// Where the machine gives no more threads it is done before this returns, and whoever called waits for it.
template <class Work>
std::jthread beside(Work work)
{
    try {
        return std::jthread{work};
    } catch (const std::system_error&) {
        work();
        return {};
    }
}

}
