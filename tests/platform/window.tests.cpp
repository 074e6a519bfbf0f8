// The window on real X servers, drawn by the processor: what is on the screen is what was laid out, however the screen keeps it.
#include "platform/raster/rasteriser.hpp"
#include "platform/scanner.hpp"
#include "platform/window.hpp"
#include "platform/x_screen.hpp"
#include "support/driver_keeps.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <filesystem>
#include <thread>

using namespace refectory;
using namespace refectory::platform;
using namespace std::chrono_literals;
using Pixels = std::vector<raster::Pixel>;

namespace {

struct ImGuiAlone {
    ImGuiAlone()
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
    }
    ~ImGuiAlone() { ImGui::DestroyContext(); }
};

struct Shown {
    std::unique_ptr<Window> window;
    float disc = 200;  // where it is

    explicit Shown(WindowSize size = {}) : window(Window::open(size, "Refectory", DrawnBy::processor).value()) {}
    explicit Shown(std::unique_ptr<Window> opened) : window(std::move(opened)) {}

    void build()
    {
        for (int i = 0; i < 9; ++i) {
            window->begin_frame();
            ImGui::NewFrame();
            auto* list = ImGui::GetBackgroundDrawList();
            const auto glass = ImGui::GetIO().DisplaySize;
            list->AddRectFilled({0, 0}, glass, IM_COL32(245, 240, 232, 255));
            list->AddCircleFilled({disc, 120}, 40, IM_COL32(16, 92, 72, 255), 40);
            list->AddText(nullptr, 32, {50, 220}, IM_COL32(20, 20, 20, 255), "You have a place");
            ImGui::Render();
            if (window->end_frame() && i > 0) return;
        }
        FAIL("the frame does not come to rest");
    }
    // What is laid out now, by the rasteriser alone.
    Pixels laid_out() const
    {
        const auto size = window->size();
        Pixels pixels(static_cast<std::size_t>(size.width * size.height), raster::background);
        const raster::Canvas canvas{pixels.data(), size.width, size.height};
        raster::draw(*ImGui::GetDrawData(), canvas, canvas.all());
        return pixels;
    }
    bool show()
    {
        window->wait(20ms);
        build();
        return window->present();
    }
};

// The upper bits, as many as a screen of 16 bits has.
Pixels in_16_bits(Pixels pixels)
{
    for (auto& pixel : pixels) pixel &= 0xFFF8FCF8U;
    return pixels;
}

bool is_seen(const test::XScreen& screen, const Pixels& wanted)
{
    for (int tries = 0; tries < 40; ++tries) {
        if (screen.seen() == wanted) return true;
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

}

TEST_CASE("a window shows what was laid out, on screens of 24 and 16 bits, by shared memory and without it, and on another machine's screen")
{
    struct Kind { const char* display; int depth; std::vector<std::string> words; bool shares; std::string machine; };
    // A server that is reached over a network speaks of shared memory, and then refuses it.
    for (const auto& kind : {Kind{":91", 24, {}, true, ""}, Kind{":92", 16, {}, true, ""}, Kind{":93", 24, {"-extension", "MIT-SHM"}, false, ""},
                             Kind{":94", 16, {"-extension", "MIT-SHM"}, false, ""}, Kind{":100", 24, {"-listen", "tcp", "-ac"}, false, "127.0.0.1"}}) {
        INFO(kind.display);
        const test::XScreen screen{kind.display, kind.depth, kind.words};
        setenv("DISPLAY", (kind.machine + kind.display).c_str(), 1);
        const ImGuiAlone imgui;
        Shown shown;
        shown.show();
        CHECK(shown.window->drawn_by().contains("shared") == kind.shares);
        const auto wanted = [&] { return kind.depth == 16 ? in_16_bits(shown.laid_out()) : shown.laid_out(); };
        CHECK(is_seen(screen, wanted()));
        for (float disc : {240.0F, 330.5F, 600.0F}) {
            shown.disc = disc;
            shown.show();
            CHECK(is_seen(screen, wanted()));
        }
    }
}

TEST_CASE("a window that is drawn by a card shows what was laid out, edges aside")
{
    const test::XScreen screen{":99", 24};
    const test::DriverKeeps what_it_likes;
    const ImGuiAlone imgui;
    auto opened = Window::open({}, "Refectory", DrawnBy::card);
    if (!opened) SKIP(opened.error());
    Shown shown{std::move(*opened)};
    CHECK_FALSE(shown.window->drawn_by().starts_with("the processor"));
    for (const float disc : {200.0F, 330.5F}) {
        shown.disc = disc;
        shown.show();
        const auto wanted = shown.laid_out();
        int far = 0;
        for (int tries = 0; tries < 40; ++tries, std::this_thread::sleep_for(50ms)) {
            const auto seen = screen.seen();
            far = 0;
            for (std::size_t i = 0; i < seen.size(); ++i)
                for (const int byte : {0, 8, 16}) far += std::abs(static_cast<int>(seen[i] >> byte & 255U) - static_cast<int>(wanted[i] >> byte & 255U)) > 40 ? 1 : 0;
            if (far < 100) break;
        }
        CHECK(far < 100);
    }
}

TEST_CASE("where there is no card a window is drawn by the rasteriser")
{
    if (std::filesystem::exists("/dev/dri")) SKIP("There may be a card.");
    const test::XScreen screen{":99", 24};
    const ImGuiAlone imgui;
    CHECK(Window::open({}, "Refectory", DrawnBy::whichever_is_there).value()->drawn_by().starts_with("the processor"));
}

TEST_CASE("nothing is drawn where nothing changed, and everything where another window was over it")
{
    const test::XScreen screen{":95", 24};
    const ImGuiAlone imgui;
    Shown shown;
    for (int i = 0; i < 3; ++i) shown.show();
    CHECK_FALSE(shown.show());
    screen.cover_and_uncover();
    for (int i = 0; i < 20; ++i) shown.show();
    CHECK(is_seen(screen, shown.laid_out()));
    CHECK_FALSE(shown.show());
}

TEST_CASE("a scan in the middle of which the kiosk was busy with something else is one scan")
{
    test::XScreen screen{":98", 24};
    const ImGuiAlone imgui;
    Shown shown;
    shown.show();
    const std::vector<int> codes{16, 17, 18, 19, 20, 21, 22, 23, 24, 25};
    Scanner scanner;
    std::vector<ScannerEvent> events;
    const auto take = [&](std::vector<ScannerEvent> some) { std::ranges::move(some, std::back_inserter(events)); };
    std::size_t read = 0;
    const auto read_until = [&](std::size_t count) {
        for (int tries = 0; tries < 200 && read < count; ++tries) {
            shown.window->wait(5ms);
            for (const auto& key : shown.window->take_keys()) {
                take(scanner.press(key));
                ++read;
            }
        }
        take(scanner.flush(shown.window->waited()));
        REQUIRE(read == count);
    };
    screen.type({codes.begin(), codes.begin() + 5});
    read_until(5);
    screen.type({codes.begin() + 5, codes.end()});
    std::this_thread::sleep_for(3 * Scanner::longest_gap);
    read_until(10);
    CHECK(events.empty());
    while (events.empty() && scanner.deadline()) {
        shown.window->wait(5ms);
        take(scanner.flush(shown.window->waited()));
    }
    REQUIRE(events.size() == 1);
    REQUIRE(std::holds_alternative<Scanned>(events[0]));
    CHECK(std::get<Scanned>(events[0]).text == "QWERTYUIOP");
}

TEST_CASE("a window of another size shows all of its picture")
{
    const test::XScreen screen{":96", 24};
    const ImGuiAlone imgui;
    Shown shown{{320, 200}};
    shown.show();
    screen.resize_window(640, 400);
    for (int tries = 0; tries < 100 && shown.window->size().width != 640; ++tries) shown.show();
    shown.show();
    CHECK(is_seen(screen, shown.laid_out()));
}

TEST_CASE("a screen that was gone and is back is filled again")
{
    const test::XScreen screen{":97", 24};
    const ImGuiAlone imgui;
    Shown shown;
    shown.show();
    REQUIRE(is_seen(screen, shown.laid_out()));
    test::run(test::quiet({"xrandr", "--output", "screen", "--off"}));
    for (int i = 0; i < 20; ++i) shown.show();
    CHECK_FALSE(screen.seen() == shown.laid_out());
    REQUIRE(test::run(test::quiet({"xrandr", "--output", "screen", "--auto"})) == 0);
    for (int i = 0; i < 20; ++i) shown.show();
    CHECK(is_seen(screen, shown.laid_out()));
}
