// The least program with a software surface: a window without OpenGL, and one frame of Dear ImGui's put into it from memory that is
// shared with the X server. It draws once, and again when the window was covered.
#include "bench/programs/least_program.hpp"
#include "platform/raster/rasteriser.hpp"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <X11/extensions/XShm.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <sys/ipc.h>
#include <sys/shm.h>

using namespace refectory::bench;
namespace raster = refectory::platform::raster;

namespace {

struct SharedImage {
    Display* display;
    XShmSegmentInfo memory{};
    XImage* image;

    explicit SharedImage(Display* of) : display(of)
    {
        const int screen = DefaultScreen(display);
        image = XShmCreateImage(display, DefaultVisual(display, screen), static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, nullptr, &memory,
                                window_width, window_height);
        memory.shmid = shmget(IPC_PRIVATE, static_cast<std::size_t>(image->bytes_per_line) * window_height, IPC_CREAT | 0600);
        memory.shmaddr = image->data = static_cast<char*>(shmat(memory.shmid, nullptr, 0));
        XShmAttach(display, &memory);
        XSync(display, False);
        shmctl(memory.shmid, IPC_RMID, nullptr);
    }

    // Red and blue stand the other way round on the screen, which shows nobody anything.
    raster::Canvas canvas() const { return {reinterpret_cast<raster::Pixel*>(image->data), window_width, window_height}; }
    void show(Window window) const
    {
        XShmPutImage(display, window, DefaultGC(display, DefaultScreen(display)), image, 0, 0, 0, 0, window_width, window_height, False);
        XSync(display, False);
    }
};

void draw_frame(const raster::Canvas& canvas)
{
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({window_width, window_height});
    ImGui::Begin("The least program", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::SetCursorPos({button_x, button_y});
    ImGui::Button("A button", {button_width, button_height});
    ImGui::End();
    ImGui::Render();
    raster::serve_textures(*ImGui::GetDrawData());
    raster::draw(*ImGui::GetDrawData(), canvas, canvas.all());
}

}

int main()
{
    if (glfwInit() != GLFW_TRUE) return 1;
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    auto* window = glfwCreateWindow(window_width, window_height, "The least program", nullptr, nullptr);
    if (window == nullptr) return 1;
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui_ImplGlfw_InitForOther(window, true);
    const SharedImage shared{glfwGetX11Display()};
    while (glfwWindowShouldClose(window) == GLFW_FALSE) {
        draw_frame(shared.canvas());
        shared.show(glfwGetX11Window(window));
        glfwWaitEvents();
    }
}
