#include "platform/surface/gl_surface.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <GL/gl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <array>

namespace refectory::platform {

namespace {

// Asked of the driver that GLFW has opened: the program is not linked with one.
template <class Function>
Function* of_driver(const char* name)
{
    return reinterpret_cast<Function*>(glfwGetProcAddress(name));
}

std::string renderer_of_driver()
{
    auto* const get_string = of_driver<const GLubyte*(GLenum)>("glGetString");
    const auto* renderer = get_string ? reinterpret_cast<const char*>(get_string(GL_RENDERER)) : nullptr;
    return renderer ? renderer : "an unknown renderer";
}

}

GlSurface::GlSurface(GLFWwindow* window, std::string renderer) : window_(window), renderer_(std::move(renderer)) {}

std::expected<std::unique_ptr<GlSurface>, std::string> GlSurface::open(GLFWwindow* window)
{
    glfwMakeContextCurrent(window);
    glfwSwapInterval(0);
    std::unique_ptr<GlSurface> surface{new GlSurface{window, renderer_of_driver()}};
    if (!ImGui_ImplOpenGL3_Init("#version 330")) return std::unexpected("OpenGL's driver could not be used.");
    return surface;
}

GlSurface::~GlSurface()
{
    if (ImGui::GetCurrentContext() && ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
}

void GlSurface::begin_frame()
{
    ImGui_ImplOpenGL3_NewFrame();
}

void GlSurface::end_frame(const ImDrawData& data)
{
    if (!data.Textures) return;
    for (auto* texture : *data.Textures)
        if (texture->Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(texture);
}

void GlSurface::present(ImDrawData& data, const raster::Area& glass, std::span<const raster::Area>)
{
    of_driver<void(GLint, GLint, GLsizei, GLsizei)>("glViewport")(0, 0, glass.right, glass.bottom);
    of_driver<void(GLfloat, GLfloat, GLfloat, GLfloat)>("glClearColor")(1, 1, 1, 1);
    of_driver<void(GLbitfield)>("glClear")(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glfwSwapBuffers(window_);
}

bool GlSurface::is_by_the_processor() const
{
    constexpr std::array slow{"llvmpipe", "softpipe", "Software Rasterizer"};
    return std::ranges::any_of(slow, [&](const char* name) { return renderer_.contains(name); });
}

}
