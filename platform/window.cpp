#include "platform/window.hpp"

#include "platform/clocks.hpp"
#include "platform/surface/gl_surface.hpp"
#include "platform/surface/software_surface.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace refectory::platform {

namespace {

// X numbers keys eight above evdev.
constexpr int x11_offset = 8;

// By their names, one after the other, when it starts: from a disk that has nothing cached yet it would wait for each.
constexpr std::array loaded_by_glfw{"libXi.so.6", "libXrandr.so.2", "libXcursor.so.1", "libXinerama.so.1", "libXrender.so.1", "libXxf86vm.so.1"};

Window& window_of(GLFWwindow* window)
{
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

bool card_is_there()
{
    std::error_code error;
    const std::filesystem::directory_iterator cards{"/dev/dri", error};
    return std::ranges::any_of(cards, [](const auto& entry) { return entry.path().filename().string().starts_with("renderD"); });
}

}

void prepare_to_reach_display()
{
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    Dl_info glfw{};
    if (std::getenv("DISPLAY") == nullptr || dladdr(reinterpret_cast<const void*>(&glfwInit), &glfw) == 0) return;
    const auto folder = std::filesystem::path{glfw.dli_fname}.parent_path();
    for (const auto* library : loaded_by_glfw) {
        const int file = ::open((folder / library).c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) continue;  // it lies elsewhere, or GLFW does without
        posix_fadvise(file, 0, 0, POSIX_FADV_WILLNEED);
        ::close(file);
    }
}

bool display_is_there()
{
    return std::getenv("DISPLAY") != nullptr && glfwInit() == GLFW_TRUE;
}

std::expected<std::unique_ptr<Window>, std::string> Window::open(WindowSize size, const std::string& title, DrawnBy drawn_by)
{
    if (drawn_by == DrawnBy::card) return open_by_card(size, title, true);
    if (drawn_by == DrawnBy::processor || !card_is_there()) return open_by_processor(size, title);
    auto by_card = open_by_card(size, title, false);
    if (by_card) return by_card;
    auto window = open_by_processor(size, title);
    if (window) (*window)->why_not_by_card_ = std::move(by_card.error());
    return window;
}

std::expected<std::unique_ptr<Window>, std::string> Window::open_by_card(WindowSize size, const std::string& title, bool also_by_processor)
{
    constexpr std::array hints{Hint{GLFW_CONTEXT_VERSION_MAJOR, 3}, Hint{GLFW_CONTEXT_VERSION_MINOR, 3}, Hint{GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE}};
    std::unique_ptr<Window> window{new Window};
    if (const auto made = window->make(size, title, hints); !made) return std::unexpected(made.error());
    auto surface = GlSurface::open(window->window_);
    if (!surface) return std::unexpected(std::move(surface.error()));
    if (!also_by_processor && (*surface)->is_by_the_processor()) return std::unexpected("OpenGL is there, but draws by the processor.");
    window->surface_ = std::move(*surface);
    return window;
}

std::expected<std::unique_ptr<Window>, std::string> Window::open_by_processor(WindowSize size, const std::string& title)
{
    constexpr std::array hints{Hint{GLFW_CLIENT_API, GLFW_NO_API}};
    std::unique_ptr<Window> window{new Window};
    if (const auto made = window->make(size, title, hints); !made) return std::unexpected(made.error());
    auto surface = SoftwareSurface::open(window->window_, window->size_.width, window->size_.height);
    if (!surface) return std::unexpected(std::move(surface.error()));
    window->surface_ = std::move(*surface);
    return window;
}

std::expected<void, std::string> Window::make(WindowSize size, const std::string& title, std::span<const Hint> hints)
{
    if (glfwInit() != GLFW_TRUE) return std::unexpected("There is no display to open a window on.");
    glfwDefaultWindowHints();
    for (const auto& hint : hints) glfwWindowHint(hint.what, hint.value);
    GLFWmonitor* monitor = nullptr;
    fills_screen_ = size.width == 0;
    if (fills_screen_) {
        monitor = glfwGetPrimaryMonitor();
        if (!monitor) return std::unexpected("There is no screen to fill.");
        const auto* mode = glfwGetVideoMode(monitor);
        size = {mode->width, mode->height};
    }
    window_ = glfwCreateWindow(size.width, size.height, title.c_str(), monitor, nullptr);
    if (!window_) return std::unexpected("The window could not be opened.");
    if (monitor) glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    install_callbacks();
    return {};
}

void Window::install_callbacks()
{
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int, int scancode, int action, int modifiers) {
        if (action == GLFW_RELEASE) return;
        auto& self = window_of(window);
        self.stirred_ = true;
        self.keys_.push_back({scancode - x11_offset, (modifiers & GLFW_MOD_SHIFT) != 0, monotonic_now(), self.waited()});
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
        window_of(window).stirred_ = true;
        if (button < ImGuiMouseButton_COUNT) ImGui::GetIO().AddMouseButtonEvent(button, action == GLFW_PRESS);
    });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double x, double y) {
        window_of(window).stirred_ = true;
        ImGui::GetIO().AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
    });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow*, int has_entered) {
        if (has_entered == GLFW_FALSE) ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow*, int has_it) { ImGui::GetIO().AddFocusEvent(has_it == GLFW_TRUE); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) {
        auto& self = window_of(window);
        self.stirred_ = true;
        self.shown_ = {};  // what was there may be lost, as when another window was over it
    });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* window, int width, int height) {
        auto& self = window_of(window);
        self.stirred_ = true;
        self.size_ = {std::max(1, width), std::max(1, height)};
    });
    glfwGetFramebufferSize(window_, &size_.width, &size_.height);
}

Window::~Window()
{
    surface_.reset();
    if (window_) glfwDestroyWindow(window_);
    glfwTerminate();
}

bool Window::should_close() const
{
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::begin_frame()
{
    surface_->begin_frame();
    ImGui::GetIO().DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
    const auto now = monotonic_now();
    ImGui::GetIO().DeltaTime = static_cast<float>(std::max<std::int64_t>(1, (now - frame_begun_at_).count())) / 1000;
    frame_begun_at_ = now;
}

bool Window::end_frame()
{
    const auto& data = *ImGui::GetDrawData();
    surface_->end_frame(data);
    const auto sum = raster::sum_of(data);
    const bool is_as_before = sum == std::exchange(built_, sum);
    return is_as_before && ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

bool Window::present()
{
    raster::Fingerprint built{*ImGui::GetDrawData(), size_.width, size_.height};
    const auto damage = built.what_differs_from(shown_);
    if (damage.empty()) return false;
    surface_->present(*ImGui::GetDrawData(), built.glass(), damage);
    shown_ = std::move(built);
    return true;
}

// GLFW leaves a window that has lost its screen where it was.
void Window::fill_screen_that_is_back()
{
    if (!fills_screen_ || glfwGetWindowMonitor(window_)) return;
    auto* monitor = glfwGetPrimaryMonitor();
    if (!monitor) return;
    const auto* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    stirred_ = true;
}

bool Window::wait(std::chrono::milliseconds longest)
{
    waits_since_ = monotonic_now();
    if (longest.count() > 0) glfwWaitEventsTimeout(static_cast<double>(longest.count()) / 1000.0);
    else glfwPollEvents();
    waited_ = waited();
    waits_since_.reset();
    fill_screen_that_is_back();
    return std::exchange(stirred_, false);
}

std::chrono::milliseconds Window::waited() const
{
    return waits_since_ ? waited_ + (monotonic_now() - *waits_since_) : waited_;
}

std::vector<KeyPress> Window::take_keys()
{
    return std::exchange(keys_, {});
}

void Window::wake()
{
    glfwPostEmptyEvent();
}

}
