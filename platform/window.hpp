// The kiosk's one window: GLFW, with ImGui's stock input. Touches and the mouse go to ImGui; keys never do, for a scanner types
// them and the pages have fields of their own.
//
// A frame is begun, built and ended until it holds, and only then presented; where it shows what is shown, nothing is drawn.
#pragma once

#include "platform/raster/fingerprint.hpp"
#include "platform/scanner.hpp"
#include "platform/surface/surface.hpp"

#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>

struct GLFWmonitor;
struct GLFWwindow;
struct ImDrawData;

namespace refectory::platform {

struct WindowSize { int width = 0, height = 0; };  // nothing: the whole screen

// What draws: the graphics card where there is one, or what was asked for.
enum class DrawnBy { whichever_is_there, card, processor };

// To be called before any other thread is. Xlib leaves its table of composed characters unread, which is as long as a book: keys are a
// scanner's here, and come by their numbers. The disk begins to read what reaching the display will load.
void prepare_to_reach_display();

bool display_is_there();

class Window {
public:
    // With an ImGui context current.
    static std::expected<std::unique_ptr<Window>, std::string> open(WindowSize size, const std::string& title, DrawnBy drawn_by);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    WindowSize size() const { return size_; }
    bool should_close() const;
    void begin_frame();
    // After ImGui's Render. True where the frame is as the one before it and nothing waits to be taken in: then it holds.
    bool end_frame();
    // Shows the frame that was ended last; false where that is what is shown already.
    bool present();
    // Sleeps until something happens or the time is over; true where something happened.
    bool wait(std::chrono::milliseconds longest);
    std::vector<KeyPress> take_keys();
    // By the clock of the keys that stands while nobody waits: what was typed meanwhile is read afterwards, and at once.
    std::chrono::milliseconds waited() const;
    // Ends a wait from any thread.
    static void wake();
    std::string drawn_by() const { return surface_->drawn_by(); }
    const std::string& why_not_by_card() const { return why_not_by_card_; }  // a sentence; empty where none is there or none was asked for

private:
    Window() = default;
    static std::expected<std::unique_ptr<Window>, std::string> open_by_card(WindowSize size, const std::string& title, bool also_by_processor);
    static std::expected<std::unique_ptr<Window>, std::string> open_by_processor(WindowSize size, const std::string& title);
    struct Hint { int what, value; };  // of GLFW's
    std::expected<void, std::string> make(WindowSize size, const std::string& title, std::span<const Hint> hints);
    void install_callbacks();
    void fill_screen_that_is_back();

    // What comes from the pointer goes to ImGui as it comes; the screen is asked for nothing from frame to frame, for each answer takes
    // as long as laying out a page.
    GLFWwindow* window_ = nullptr;
    WindowSize size_;
    std::chrono::milliseconds frame_begun_at_{};
    std::unique_ptr<Surface> surface_;
    std::uint64_t built_ = 0;  // the sum of the frame before
    raster::Fingerprint shown_;
    std::vector<KeyPress> keys_;
    std::chrono::milliseconds waited_{};
    std::optional<std::chrono::milliseconds> waits_since_;
    std::string why_not_by_card_;
    bool fills_screen_ = false;
    bool stirred_ = false;
};

}
