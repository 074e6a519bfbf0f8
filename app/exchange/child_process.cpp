#include "exchange/child_process.hpp"

#include "exchange/durable_file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fmt/format.h>

extern char** environ;

namespace refectory {

namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr int first_free_number = 10;  // above those that the child is to have

// The child's own end of something, out of the way of the numbers that it is to be moved to.
Descriptor moved_up(const Descriptor& descriptor)
{
    return Descriptor{::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, first_free_number)};
}

// posix_spawn's two objects, released together.
class SpawnSettings {
public:
    SpawnSettings()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        // The child starts with no signal held back or ignored, whatever this program does with its own.
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings()
    {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    void hand_over(const Descriptor& descriptor, int number)
    {
        if (descriptor) ::posix_spawn_file_actions_adddup2(&actions, descriptor.number(), number);
    }

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

}

Result<ChildProcess> ChildProcess::start(std::vector<std::string> command, Descriptor input, Descriptor extra)
{
    ChildProcess child;
    Descriptor child_input = std::move(input);
    if (!child_input) {
        // A socket, because send() can be told not to raise SIGPIPE where the child has gone.
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return failure(sentence_of(errno));
        child.input_ = Descriptor{ends[0]};
        child_input = Descriptor{ends[1]};
    }
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return failure(sentence_of(errno));
    child.output_ = Descriptor{pipe[0]};
    const Descriptor child_output{pipe[1]};
    child.errors_ = Descriptor{::memfd_create("complaint", MFD_CLOEXEC)};
    const std::array<Descriptor, 4> handed{moved_up(child_input), moved_up(child_output), moved_up(child.errors_),
                                           extra ? moved_up(extra) : Descriptor{}};
    if (!handed[0] || !handed[1] || !handed[2] || (extra && !handed[3])) return failure(sentence_of(errno));

    SpawnSettings settings;
    for (std::size_t i = 0; i < handed.size(); ++i) settings.hand_over(handed[i], static_cast<int>(i));
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    const int error = ::posix_spawnp(&child.process_, words.front(), &settings.actions, &settings.attributes, words.data(), environ);
    if (error != 0) {
        child.process_ = -1;
        return failure(fmt::format("The program “{}” cannot be started. Check that it is installed.", command.front()));
    }
    return child;
}

ChildProcess::~ChildProcess()
{
    end();
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), input_(std::move(other.input_)), output_(std::move(other.output_)),
      errors_(std::move(other.errors_)), ended_well_(other.ended_well_)
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    if (this == &other) return *this;
    end();
    process_ = std::exchange(other.process_, -1);
    input_ = std::move(other.input_);
    output_ = std::move(other.output_);
    errors_ = std::move(other.errors_);
    ended_well_ = other.ended_well_;
    return *this;
}

void ChildProcess::end()
{
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    wait();
}

Result<bool> ChildProcess::write(std::string_view bytes, const ByteSink& output)
{
    std::array<char, piece> said;
    while (!bytes.empty()) {
        std::array<pollfd, 2> both{{{input_.number(), POLLOUT, 0}, {output_.number(), POLLIN, 0}}};
        if (::poll(both.data(), both.size(), -1) < 0) {
            if (errno == EINTR) continue;
            return failure(sentence_of(errno));
        }
        if (both[1].revents & POLLIN) {
            REFECTORY_TRY_ASSIGN(const auto size, read(said));
            REFECTORY_TRY(output({said.data(), size}));
        } else if (both[1].revents != 0) {
            return false;  // its output is closed, so nothing that is written now would come out again
        }
        if (both[0].revents == 0) continue;
        const auto sent = ::send(input_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno == EPIPE || errno == ECONNRESET) return false;
        else if (errno != EAGAIN && errno != EINTR) return failure(sentence_of(errno));
    }
    return true;
}

Result<std::size_t> ChildProcess::read(std::span<char> into)
{
    while (true) {
        const auto size = ::read(output_.number(), into.data(), into.size());
        if (size >= 0) return static_cast<std::size_t>(size);
        if (errno != EINTR) return failure(sentence_of(errno));
    }
}

bool ChildProcess::wait()
{
    if (process_ < 0) return ended_well_;
    input_.reset();
    output_.reset();
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {}
    process_ = -1;
    ended_well_ = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return ended_well_;
}

std::string ChildProcess::complaint() const
{
    std::string text(4096, '\0');
    const auto size = ::pread(errors_.number(), text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
}

}
