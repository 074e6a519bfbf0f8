// What the program tells the machine it runs on: its journal and its service manager.
#include "journeys/real_window.hpp"
#include "journeys/service_manager.hpp"

#include <regex>

using namespace refectory;
using namespace std::chrono_literals;
using test::comes_true, test::KioskInFront, test::ServiceManager;

namespace {

// Every word of every name of the demonstration that is long enough to be somebody's.
std::vector<std::string> words_of_names()
{
    const auto people = test::file_text(std::filesystem::path{REFECTORY_SOURCE} / "assets/demonstration/people.csv");
    std::vector<std::string> words;
    const std::regex name{"\n[0-9]+,[a-z]+,([^,]*),"}, word{"[^ ]{4,}"};
    for (auto at = std::sregex_iterator{people.begin(), people.end(), name}; at != std::sregex_iterator{}; ++at) {
        const auto whole = (*at)[1].str();
        for (auto part = std::sregex_iterator{whole.begin(), whole.end(), word}; part != std::sregex_iterator{}; ++part) words.push_back(part->str());
    }
    return words;
}

}

TEST_CASE("the journal says what the kiosk did and no name, pass or word of anybody, and the kiosk ends when it is asked to")
{
    KioskInFront here;
    test::RealWindow window{":88"};
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
    REQUIRE(test::run({"xdotool", "type", "--delay", "1", here.demonstration.pass + "\n"}) == 0);
    REQUIRE(comes_true([&] { return window.count("refusal") + window.count("check_in") >= 1; }));

    REQUIRE(window.kiosk->end(SIGTERM) == 0);
    const auto journal = test::file_text(window.journal());
    INFO(journal);
    CHECK(journal.starts_with("Refectory "));
    CHECK(journal.find("The window is 1280 by 800, drawn by ") != std::string::npos);
    CHECK(journal.find("The facts are those of origin ") != std::string::npos);
    CHECK(journal.find("The kiosk ends as it was asked to.\n") != std::string::npos);
    const auto names = words_of_names();
    REQUIRE(names.size() > 40);
    for (const auto& name : names) {
        INFO(name);
        CHECK(journal.find(name) == std::string::npos);
    }
    CHECK(journal.find(here.demonstration.pass.substr(0, 20)) == std::string::npos);
    CHECK(journal.find("borders") == std::string::npos);
}

TEST_CASE("the service manager hears that the kiosk is up and that its loop turns, and nothing more when it hangs")
{
    const ServiceManager manager{1500ms};
    test::RealWindow window{":89"};
    std::vector<std::string> told;  // the X server says of itself, too, that it is up
    const std::vector<std::string> is_up{"READY=1", "WATCHDOG=1"};
    REQUIRE(comes_true([&] {
        std::ranges::copy(manager.told(), std::back_inserter(told));
        return !std::ranges::search(told, is_up).empty();
    }));
    std::this_thread::sleep_for(2200ms);
    CHECK(manager.told().size() >= 3);  // every half a second, with nobody in front of it

    window.kiosk->send(SIGSTOP);
    manager.told();
    std::this_thread::sleep_for(1500ms);
    CHECK(manager.told().empty());
    window.kiosk->send(SIGCONT);
    CHECK(comes_true([&] { return !manager.told().empty(); }));
    CHECK(window.kiosk->end(SIGTERM) == 0);
    CHECK(manager.told().back() == "STOPPING=1");
}

TEST_CASE("asked to, the program says step by step what its start took, once")
{
    test::RealWindow window{":84", {"--trace"}};
    const std::regex step{" *([0-9.]+) ms +\\+([0-9.]+)  ([a-z ]+)\n"};
    std::vector<std::string> names;
    REQUIRE(comes_true([&] { return test::file_text(window.journal()).find("first picture shown") != std::string::npos; }));
    const auto journal = test::file_text(window.journal());
    double before = 0;
    for (auto at = std::sregex_iterator{journal.begin(), journal.end(), step}; at != std::sregex_iterator{}; ++at) {
        const double ended = std::stod((*at)[1]);
        CHECK(std::abs(ended - before - std::stod((*at)[2])) < 0.02);  // each is rounded
        before = ended;
        names.push_back((*at)[3]);
    }
    CHECK(names == std::vector<std::string>{"loaded", "settings read", "data locked", "display reached", "store opened", "fonts found", "kiosk made", "window opened",
                                            "first picture shown"});
}
