#include "platform/scanner.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory::platform;
using namespace std::chrono_literals;

namespace {

// The evdev codes of A B C D E F G H.
constexpr int letters[] = {30, 48, 46, 32, 18, 33, 34, 35};
constexpr int enter = 28;

std::vector<ScannerEvent> burst(Scanner& scanner, std::chrono::milliseconds start, std::chrono::milliseconds gap, int count, bool shift)
{
    std::vector<ScannerEvent> events;
    for (int i = 0; i < count; ++i)
        for (auto& event : scanner.press({letters[i % 8], shift, start + i * gap, start + i * gap})) events.push_back(event);
    return events;
}

}

TEST_CASE("a burst that ends with Enter is a scan in capitals whatever shift and Caps Lock do")
{
    for (const bool shift : {false, true}) {
        Scanner scanner;
        CHECK(burst(scanner, 0ms, 5ms, 8, shift).empty());
        const auto events = scanner.press({enter, false, 40ms, 40ms});
        REQUIRE(events.size() == 1);
        CHECK(std::get<Scanned>(events[0]).text == "ABCDEFGH");
    }
}

TEST_CASE("a scanner that sends no Enter is understood after the gap")
{
    Scanner scanner;
    burst(scanner, 0ms, 5ms, 8, false);
    CHECK(scanner.flush(80ms).empty());
    REQUIRE(scanner.deadline() == 86ms);
    const auto events = scanner.flush(86ms);
    REQUIRE(events.size() == 1);
    CHECK(std::holds_alternative<Scanned>(events[0]));
}

TEST_CASE("keys that come as a hand types them are typed and not scanned")
{
    Scanner scanner;
    auto events = burst(scanner, 0ms, 120ms, 8, false);
    for (auto& event : scanner.flush(2000ms)) events.push_back(event);
    REQUIRE(events.size() == 8);
    for (const auto& event : events) CHECK(std::holds_alternative<Typed>(event));
    CHECK(std::get<Typed>(events[0]).text == "a");
}

TEST_CASE("a burst of fewer than eight characters is typed")
{
    Scanner scanner;
    burst(scanner, 0ms, 5ms, 7, true);
    const auto events = scanner.press({enter, false, 40ms, 40ms});
    REQUIRE(events.size() == 1);
    CHECK(std::get<Typed>(events[0]).text == "ABCDEFG");
}

TEST_CASE("the same pass within two seconds counts once")
{
    Scanner scanner;
    burst(scanner, 0ms, 5ms, 8, false);
    CHECK(scanner.press({enter, false, 40ms, 40ms}).size() == 1);
    burst(scanner, 1000ms, 5ms, 8, false);
    CHECK(scanner.press({enter, false, 1040ms, 1040ms}).empty());
    burst(scanner, 4000ms, 5ms, 8, false);
    CHECK(scanner.press({enter, false, 4040ms, 4040ms}).size() == 1);
}

TEST_CASE("an endless stream of keys stays within its limit")
{
    Scanner scanner;
    burst(scanner, 0ms, 1ms, 5000, false);
    const auto events = scanner.press({enter, false, 5001ms, 5001ms});
    REQUIRE(events.size() == 1);
    CHECK(std::get<Scanned>(events[0]).text.size() == Scanner::most_characters);
}

TEST_CASE("a pass that is shown again is a scan again by the time that has passed, however little of it the kiosk looked")
{
    Scanner scanner;
    burst(scanner, 0ms, 5ms, 8, false);
    CHECK(scanner.press({enter, false, 40ms, 40ms}).size() == 1);
    for (int i = 0; i < 8; ++i) scanner.press({letters[i], false, 3000ms, 60ms});
    CHECK(scanner.press({enter, false, 3000ms, 60ms}).size() == 1);
}

TEST_CASE("keys that are no characters are passed over")
{
    Scanner scanner;
    for (const int code : {-9, 0, 1, 29, 42, 56, 58, 200, 70000}) CHECK(scanner.press({code, false, 0ms, 0ms}).empty());
    CHECK_FALSE(scanner.deadline());
}
