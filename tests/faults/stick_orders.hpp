// What a test tells the file system of a failing stick, in memory that both have: which of the operations that go to it are counted,
// and what happens at the n-th.
#pragma once

#include <atomic>

namespace refectory::test {

// Sets of these are sums.
namespace operation {
inline constexpr int look = 1, read = 2, write = 4, flush = 8, name = 16;  // name: to create, rename or take away
inline constexpr int any = look + read + write + flush + name;
}

inline constexpr int a_lie = -1;  // for an error's number: what is read or written differs in one byte, and nobody is told

struct StickOrders {
    std::atomic<int> counted = 0;  // a set of operations; none: the stick is a good one
    std::atomic<int> left = 0;     // the n-th takes it to 0
    std::atomic<int> error = 0;
    std::atomic<bool> is_lasting = false;  // or the next one goes well
    std::atomic<bool> is_serving = false;  // set by the file system, once
};

}
