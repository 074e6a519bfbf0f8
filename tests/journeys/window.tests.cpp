#include "journeys/real_window.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

using namespace refectory;
using namespace std::chrono_literals;
using test::comes_true, test::KioskInFront;

namespace {

// In whose place the test hears what a service says of itself.
class ServiceManager {
public:
    ServiceManager() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        const auto file = (folder_.path() / "notify").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(file.copy(address.sun_path, sizeof address.sun_path - 1) == file.size());
        REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        setenv("NOTIFY_SOCKET", file.c_str(), 1);
    }
    ~ServiceManager()
    {
        unsetenv("NOTIFY_SOCKET");
        close(socket_);
    }
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    std::string next_word() const
    {
        std::string word(200, ' ');
        const auto size = recv(socket_, word.data(), word.size(), 0);
        word.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        return word;
    }

private:
    test::Folder folder_;
    int socket_;
};

}

TEST_CASE("the program says that it is up once its first page is shown, before anybody comes")
{
    const ServiceManager manager;
    const test::RealWindow window{":86"};
    CHECK(comes_true([&] { return manager.next_word() == "READY=1"; }));
}

TEST_CASE("a sign-up in a real window is on disk when the program is killed and a strange code is refused")
{
    KioskInFront here;
    test::RealWindow window{":87"};
    std::this_thread::sleep_for(1s);
    window.tap(here, words::welcome::lunches);
    window.tap(here, "Social workers without borders");
    window.tap(here, words::activity::sign_me_up);
    std::this_thread::sleep_for(1500ms);
    REQUIRE(test::run({"xdotool", "type", "--delay", "150", "pri"}) == 0);
    REQUIRE(here.pilot.type("pri"));
    std::this_thread::sleep_for(1000ms);
    window.tap(here, "Priya Raman");
    window.tap(here, words::confirm::yes);
    REQUIRE(comes_true([&] { return window.count("sign_up") == 1; }));

    REQUIRE(test::run({"xdotool", "type", "--delay", "1", "https://example.org/menu"}) == 0);
    CHECK(comes_true([&] { return window.count("refusal WHERE reason = 'not ours'") == 1; }));

    CHECK(test::run({std::string{REFECTORY_BIN} + "/refectory-kiosk", "--data", window.data().string()}) == 1);  // one at a time

    window.kiosk->end(SIGKILL);
    const auto store = KioskStore::open(window.data(), test::seeded(3), here.now.wall);
    REQUIRE(store);
    CHECK((*store)->activities().places(ActivityId{"LUNCH-1"}).promised() == 1);
}
