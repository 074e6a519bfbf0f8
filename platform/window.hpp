// The kiosk's one window: GLFW and ImGui's stock backends. Touches and the mouse go to ImGui; keys never do, for a scanner types
// them and the pages have fields of their own.
#pragma once

#include "platform/scanner.hpp"

#include <expected>
#include <memory>
#include <string>

struct GLFWwindow;
struct ImDrawData;

namespace refectory::platform {

struct WindowSize { int width = 0, height = 0; };  // nothing: the whole screen

bool display_is_there();
// Before the first window: without the graphics card.
void draw_in_software();

class Window {
public:
    // With an ImGui context current.
    static std::expected<std::unique_ptr<Window>, std::string> open(WindowSize size, const std::string& title);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    WindowSize size() const;
    bool should_close() const;
    void begin_frame();
    void present(ImDrawData* data);
    // Sleeps until something happens or the time is over; true where something happened.
    bool wait(std::chrono::milliseconds longest);
    std::vector<KeyPress> take_keys();
    // Ends a wait from any thread.
    static void wake();
    std::string drawn_by() const;

private:
    Window() = default;
    void install_callbacks();

    GLFWwindow* window_ = nullptr;
    std::vector<KeyPress> keys_;
    bool stirred_ = false;
};

}
