#include "platform/termination.hpp"

#include <pthread.h>
#include <signal.h>

namespace refectory::platform {

namespace {

sigset_t ending_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT}) sigaddset(&signals, signal);
    return signals;
}

}

Termination::Termination(std::function<void()> wake)
{
    const auto signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiting_ = std::jthread{[this, wake = std::move(wake), signals] {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0) return;
        is_asked_for_ = true;
        wake();
    }};
}

Termination::~Termination()
{
    pthread_kill(waiting_.native_handle(), SIGTERM);
    waiting_.join();
    const auto signals = ending_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}
