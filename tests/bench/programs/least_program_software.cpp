// The least program with a software surface: a window without OpenGL, and one frame of Dear ImGui's put into it from memory that is
// shared with the X server. It draws once, and again when the window was covered.
#include "bench/programs/least_program.hpp"
#include "bench/shared_image.hpp"
#include "platform/raster/rasteriser.hpp"
#include "platform/raster/texture_service.hpp"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>

using namespace refectory::bench;
namespace raster = refectory::platform::raster;

namespace {

void draw_frame(raster::TextureService& textures, const raster::Canvas& canvas)
{
    ImGui::GetIO().DisplaySize = {window_width, window_height};
    build_page();
    textures.serve(*ImGui::GetDrawData());
    raster::draw(*ImGui::GetDrawData(), canvas, canvas.all());
}

}

int main()
{
    read_no_composed_characters();
    if (glfwInit() != GLFW_TRUE) return 1;
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    auto* window = glfwCreateWindow(window_width, window_height, "The least program", nullptr, nullptr);
    if (window == nullptr) return 1;
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    raster::TextureService textures;
    auto* display = glfwGetX11Display();
    const SharedImage shared{display, window_width, window_height};
    // Red and blue stand the other way round on the screen, which shows nobody anything.
    const raster::Canvas canvas{reinterpret_cast<raster::Pixel*>(shared.image->data), window_width, window_height};
    while (glfwWindowShouldClose(window) == GLFW_FALSE) {
        draw_frame(textures, canvas);
        XShmPutImage(display, glfwGetX11Window(window), DefaultGC(display, DefaultScreen(display)), shared.image, 0, 0, 0, 0, window_width, window_height, False);
        XSync(display, False);
        glfwWaitEvents();
    }
}
