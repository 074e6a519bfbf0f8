// How long something takes, and how long a program takes that runs beside us.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace refectory::bench {

class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count(); }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

template <class Work>
double seconds_of(Work&& work)
{
    const Stopwatch watch;
    work();
    return watch.seconds();
}

struct Ran {
    double seconds = 0;
    double peak_mebibytes = 0;  // of the program, and with it of the largest that it had at work, by VmHWM
    std::string said;           // on its output
};
// Throws where it does not end well.
Ran run_program(const std::vector<std::string>& words);
bool is_installed(const std::string& program);

}
