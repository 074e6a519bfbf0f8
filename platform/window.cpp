#include "platform/window.hpp"

#include "platform/clocks.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <GL/gl.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace refectory::platform {

namespace {

// X numbers keys eight above evdev.
constexpr int x11_offset = 8;

Window& window_of(GLFWwindow* window)
{
    return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

}

bool display_is_there()
{
    return std::getenv("DISPLAY") != nullptr && glfwInit() == GLFW_TRUE;
}

void draw_in_software()
{
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
}

std::expected<std::unique_ptr<Window>, std::string> Window::open(WindowSize size, const std::string& title)
{
    if (glfwInit() != GLFW_TRUE) return std::unexpected("There is no display to open a window on.");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWmonitor* monitor = nullptr;
    if (size.width == 0) {
        monitor = glfwGetPrimaryMonitor();
        if (!monitor) return std::unexpected("There is no screen to fill.");
        const auto* mode = glfwGetVideoMode(monitor);
        size = {mode->width, mode->height};
    }
    std::unique_ptr<Window> window{new Window};
    window->window_ = glfwCreateWindow(size.width, size.height, title.c_str(), monitor, nullptr);
    if (!window->window_) return std::unexpected("The window could not be opened: it needs OpenGL 3.3.");
    glfwMakeContextCurrent(window->window_);
    glfwSwapInterval(0);
    if (monitor) glfwSetInputMode(window->window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    window->install_callbacks();
    ImGui_ImplGlfw_InitForOpenGL(window->window_, false);
    ImGui_ImplOpenGL3_Init("#version 330");
    return window;
}

void Window::install_callbacks()
{
    glfwSetWindowUserPointer(window_, this);
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int, int scancode, int action, int modifiers) {
        if (action == GLFW_RELEASE) return;
        auto& self = window_of(window);
        self.stirred_ = true;
        self.keys_.push_back({scancode - x11_offset, (modifiers & GLFW_MOD_SHIFT) != 0, monotonic_now()});
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int modifiers) {
        window_of(window).stirred_ = true;
        ImGui_ImplGlfw_MouseButtonCallback(window, button, action, modifiers);
    });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double x, double y) {
        window_of(window).stirred_ = true;
        ImGui_ImplGlfw_CursorPosCallback(window, x, y);
    });
    glfwSetCursorEnterCallback(window_, ImGui_ImplGlfw_CursorEnterCallback);
    glfwSetWindowFocusCallback(window_, ImGui_ImplGlfw_WindowFocusCallback);
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { window_of(window).stirred_ = true; });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* window, int, int) { window_of(window).stirred_ = true; });
}

Window::~Window()
{
    if (window_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        glfwDestroyWindow(window_);
    }
    glfwTerminate();
}

WindowSize Window::size() const
{
    WindowSize size;
    glfwGetFramebufferSize(window_, &size.width, &size.height);
    return {std::max(1, size.width), std::max(1, size.height)};
}

bool Window::should_close() const
{
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::begin_frame()
{
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
}

void Window::present(ImDrawData* data)
{
    const auto glass = size();
    glViewport(0, 0, glass.width, glass.height);
    glClearColor(0.969F, 0.953F, 0.925F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
    glfwSwapBuffers(window_);
}

bool Window::wait(std::chrono::milliseconds longest)
{
    if (longest.count() > 0) glfwWaitEventsTimeout(static_cast<double>(longest.count()) / 1000.0);
    else glfwPollEvents();
    return std::exchange(stirred_, false);
}

std::vector<KeyPress> Window::take_keys()
{
    return std::exchange(keys_, {});
}

void Window::wake()
{
    glfwPostEmptyEvent();
}

std::string Window::drawn_by() const
{
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return renderer ? renderer : "an unknown renderer";
}

}
