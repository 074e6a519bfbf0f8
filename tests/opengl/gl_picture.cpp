#include "opengl/gl_picture.hpp"

#include "support/driver_keeps.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

namespace refectory::test {

struct GlPicture::Egl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    ~Egl()
    {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

GlPicture::GlPicture(int width, int height) : width_(width), height_(height), egl_(std::make_unique<Egl>()) {}

std::expected<std::unique_ptr<GlPicture>, std::string> GlPicture::open(int width, int height)
{
    const DriverKeeps what_it_likes;
    std::unique_ptr<GlPicture> offscreen{new GlPicture{width, height}};
    auto& egl = *offscreen->egl_;
    egl.display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (egl.display == EGL_NO_DISPLAY || eglInitialize(egl.display, nullptr, nullptr) == 0 || eglBindAPI(EGL_OPENGL_API) == 0)
        return std::unexpected("Pictures need Mesa's EGL without a surface, which could not be started.");
    const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                 EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    egl.context = eglCreateContext(egl.display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    if (egl.context == EGL_NO_CONTEXT || eglMakeCurrent(egl.display, EGL_NO_SURFACE, EGL_NO_SURFACE, egl.context) == 0)
        return std::unexpected("Pictures need OpenGL 3.3, which this machine's driver does not have.");
    glGenTextures(1, &offscreen->colour_);
    glBindTexture(GL_TEXTURE_2D, offscreen->colour_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &offscreen->framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, offscreen->framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, offscreen->colour_, 0);
    if (!ImGui_ImplOpenGL3_Init("#version 330")) return std::unexpected("The renderer could not be started.");
    return offscreen;
}

GlPicture::~GlPicture()
{
    if (framebuffer_ == 0) return;
    if (ImGui::GetCurrentContext() && ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &colour_);
}

void GlPicture::begin_frame()
{
    ImGui::GetIO().DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    ImGui_ImplOpenGL3_NewFrame();
}

void GlPicture::draw(ImDrawData* data)
{
    const DriverKeeps what_it_likes;
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glViewport(0, 0, width_, height_);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

platform::Picture GlPicture::read()
{
    platform::Picture picture{width_, height_, {}};
    const auto row = static_cast<std::size_t>(width_) * 4;
    picture.rgba.resize(row * static_cast<std::size_t>(height_));
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    for (int y = 0; y < height_ / 2; ++y) {  // OpenGL counts rows from the bottom
        const auto top = picture.rgba.begin() + static_cast<std::ptrdiff_t>(row) * y;
        const auto bottom = picture.rgba.begin() + static_cast<std::ptrdiff_t>(row) * (height_ - 1 - y);
        std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) picture.rgba[i] = 255;
    return picture;
}

}
