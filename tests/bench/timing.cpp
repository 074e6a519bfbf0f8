#include "bench/timing.hpp"

#include <fmt/format.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace refectory::bench {

namespace {

// The most that a process has had in memory since it became this program; 0 where it has gone.
double peak_of(pid_t process)
{
    std::ifstream status{fmt::format("/proc/{}/status", process)};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

std::vector<pid_t> children_of(pid_t process)
{
    std::ifstream list{fmt::format("/proc/{0}/task/{0}/children", process)};
    std::vector<pid_t> children;
    for (pid_t child = 0; list >> child;) children.push_back(child);
    return children;
}

void note_peaks(pid_t process, std::map<pid_t, double>& peaks)
{
    auto& peak = peaks[process];
    peak = std::max(peak, peak_of(process));
    for (const auto child : children_of(process)) note_peaks(child, peaks);
}

double peak_in_all(pid_t process, const std::map<pid_t, double>& peaks)
{
    double own = 0, largest_other = 0;
    for (const auto& [other, peak] : peaks) {
        if (other == process) own = peak;
        else largest_other = std::max(largest_other, peak);
    }
    return own + largest_other;
}

pid_t start(const std::vector<std::string>& command, int output)
{
    auto copy = command;
    std::vector<char*> words;
    for (auto& word : copy) words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, output, 1);
    pid_t process = -1;
    const int error = ::posix_spawnp(&process, words.front(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error{command.front() + " cannot be started"};
    return process;
}

}

Ran run_program(const std::vector<std::string>& words)
{
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    Ran ran;
    std::map<pid_t, double> peaks;
    const Stopwatch watch;
    const auto process = start(words, pipe[1]);
    ::close(pipe[1]);
    std::array<char, 4096> piece{};
    for (bool is_open = true; is_open;) {
        pollfd waiting{pipe[0], POLLIN, 0};
        if (::poll(&waiting, 1, 5) > 0) {
            const auto size = ::read(pipe[0], piece.data(), piece.size());
            is_open = size > 0;
            if (size > 0) ran.said.append(piece.data(), static_cast<std::size_t>(size));
        }
        note_peaks(process, peaks);
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    ran.seconds = watch.seconds();
    ::close(pipe[0]);
    ran.peak_mebibytes = peak_in_all(process, peaks);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error{words.front() + " failed: " + ran.said};
    return ran;
}

bool is_installed(const std::string& program)
{
    std::istringstream folders{std::getenv("PATH") ? std::getenv("PATH") : ""};
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((std::filesystem::path{folder} / program).c_str(), X_OK) == 0) return true;
    return false;
}

}
