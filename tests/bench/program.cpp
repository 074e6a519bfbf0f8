#include "bench/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <thread>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto time_to_end = 5s;

std::filesystem::path about(pid_t process, const char* what)
{
    return std::filesystem::path{"/proc"} / std::to_string(process) / what;
}

// "12 (a name) S 1 ...": the name may hold anything.
pid_t parent_of(const std::filesystem::path& process)
{
    std::ifstream file{process / "stat"};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto name_ends = text.rfind(')');
    return name_ends == std::string::npos ? 0 : std::atoi(text.c_str() + name_ends + 4);
}

std::multimap<pid_t, pid_t> children()
{
    std::multimap<pid_t, pid_t> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc", error}) {
        const pid_t process = std::atoi(entry.path().filename().c_str());
        if (process > 0) found.emplace(parent_of(entry.path()), process);
    }
    return found;
}

[[noreturn]] void become(const Program::Start& start, int heard, int executed)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_CHILD_SUBREAPER, 1);  // whoever lets go of a child stays in the family
    const int nowhere = ::open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(start.is_heard ? heard : nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    if (!start.display.empty()) setenv("DISPLAY", start.display.c_str(), 1);
    std::vector<char*> arguments;
    for (const auto& word : start.words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto now = Clock::now();
    if (write(executed, &now, sizeof now) == sizeof now) execvp(arguments.front(), arguments.data());
    _exit(127);
}

}

std::int64_t memory_of(pid_t process)
{
    std::ifstream file{about(process, "smaps_rollup")};
    for (std::string word; file >> word;) {
        if (word != "Pss:") continue;
        std::int64_t kibibytes = 0;
        file >> kibibytes;
        return kibibytes * 1024;
    }
    return 0;
}

std::unique_ptr<Program> Program::start(const Start& start)
{
    std::array<int, 2> heard{-1, -1}, executed{-1, -1};
    if (pipe2(heard.data(), O_CLOEXEC) != 0 || pipe2(executed.data(), O_CLOEXEC) != 0) return nullptr;
    const pid_t process = fork();
    if (process == 0) become(start, heard[1], executed[1]);
    close(heard[1]);
    close(executed[1]);
    std::unique_ptr<Program> program{new Program{process, heard[0]}};
    if (read(executed[0], &program->executed_at_, sizeof program->executed_at_) < 0) program->executed_at_ = Clock::now();
    close(executed[0]);
    return program;
}

Program::~Program()
{
    const auto all = family();
    kill(process_, SIGTERM);
    const auto end = Clock::now() + time_to_end;
    bool is_gone = false;
    while (!is_gone && Clock::now() < end) {
        is_gone = waitpid(process_, nullptr, WNOHANG) == process_;
        if (!is_gone) std::this_thread::sleep_for(2ms);
    }
    for (const auto process : all)
        if (process != process_ || !is_gone) kill(process, SIGKILL);
    if (!is_gone) waitpid(process_, nullptr, 0);
    close(heard_);
}

std::optional<std::string> Program::next_line()
{
    std::array<char, 4096> buffer{};
    while (true) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            auto line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        const auto count = read(heard_, buffer.data(), buffer.size());
        if (count <= 0) return {};
        unread_.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::vector<pid_t> Program::family() const
{
    const auto born = children();
    std::vector<pid_t> found{process_};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto [first, last] = born.equal_range(found[i]);
        std::for_each(first, last, [&](const auto& child) { found.push_back(child.second); });
    }
    return found;
}

std::int64_t Program::memory() const
{
    std::int64_t sum = 0;
    for (const auto process : family()) sum += memory_of(process);
    return sum;
}

// To the nanosecond: the ticks of /proc are too coarse for a program at rest.
std::chrono::nanoseconds Program::cpu_time() const
{
    std::chrono::nanoseconds sum{0};
    for (const auto process : family()) {
        clockid_t clock{};
        timespec time{};
        if (clock_getcpuclockid(process, &clock) == 0 && clock_gettime(clock, &time) == 0)
            sum += std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    }
    return sum;
}

std::set<std::filesystem::path> Program::files() const
{
    std::set<std::filesystem::path> found;
    for (const auto process : family()) {
        std::ifstream maps{about(process, "maps")};
        for (std::string line; std::getline(maps, line);)
            if (const auto path = line.find('/'); path != std::string::npos) found.insert(line.substr(path));
    }
    return found;
}

bool Program::is_running() const
{
    siginfo_t information{};
    return waitid(P_PID, static_cast<id_t>(process_), &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_pid == 0;
}

}
