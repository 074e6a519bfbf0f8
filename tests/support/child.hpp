// A program started by a test, ended with the test.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace refectory::test {

class Child {
public:
    explicit Child(std::vector<std::string> words)
    {
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        process_ = fork();
        if (process_ != 0) return;
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    ~Child() { end(SIGTERM); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void send(int signal) const
    {
        if (process_ > 0) kill(process_, signal);
    }

    // Its exit code; -1 where a signal ended it.
    int end(int with)
    {
        if (process_ <= 0) return -1;
        send(with);
        return wait();
    }

    int wait()
    {
        int status = 0;
        waitpid(process_, &status, 0);
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t process_ = 0;
};

// The same words, with what the program says thrown away.
inline std::vector<std::string> quiet(std::vector<std::string> words)
{
    words.insert(words.begin(), {"sh", "-c", "exec \"$0\" \"$@\" >/dev/null 2>&1"});
    return words;
}

inline int run(std::vector<std::string> words)
{
    return Child{std::move(words)}.wait();
}

}
