// A socket that takes in whoever comes, reads what they say, and never answers.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <thread>

namespace refectory::test {

class SilentSocket {
public:
    explicit SilentSocket(const std::filesystem::path& file)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(file.string().size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, file.c_str(), file.string().size());
        REQUIRE(::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(listening_, 8) == 0);
        listens_ = std::thread{[this] { listen_to_one(); }};
    }
    ~SilentSocket()
    {
        ::shutdown(listening_, SHUT_RDWR);
        listens_.join();
        ::close(listening_);
    }
    SilentSocket(const SilentSocket&) = delete;
    SilentSocket& operator=(const SilentSocket&) = delete;

private:
    void listen_to_one() const
    {
        const int taken = ::accept(listening_, nullptr, nullptr);
        if (taken < 0) return;
        char said[256];
        while (::read(taken, said, sizeof said) > 0) {}
        ::close(taken);
    }

    int listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::thread listens_;
};

}
