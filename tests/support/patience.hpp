// Waiting for what another thread or program does.
#pragma once

#include <chrono>
#include <thread>

namespace refectory::test {

// Whether it holds before the patience ends; long, for machines that are busy.
template <class Holds>
bool comes_true(Holds holds, std::chrono::milliseconds patience = std::chrono::seconds{15})
{
    for (const auto until = std::chrono::steady_clock::now() + patience; std::chrono::steady_clock::now() < until;
         std::this_thread::sleep_for(std::chrono::milliseconds{50}))
        if (holds()) return true;
    return holds();
}

}
