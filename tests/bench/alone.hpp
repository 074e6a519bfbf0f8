// What the bench runs in a process of its own, so that its memory can be told: `bench --alone NAME ARGUMENTS`.
#pragma once

#include <span>
#include <string>

namespace refectory::bench {

int run_alone(std::span<const std::string> words);

}
