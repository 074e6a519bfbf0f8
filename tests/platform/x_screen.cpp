#include "platform/x_screen.hpp"

#include <catch2/catch_test_macros.hpp>
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <thread>

namespace refectory::test {

namespace {

std::vector<std::string> server_words(const std::string& display, int depth, const std::vector<std::string>& further)
{
    std::vector<std::string> words{"Xvfb", display, "-screen", "0", "640x400x" + std::to_string(depth), "-noreset", "-nolisten", "tcp"};
    words.insert(words.end(), further.begin(), further.end());
    return quiet(words);
}

struct Freed {
    void operator()(void* pointer) const { std::free(pointer); }
};

}

struct XScreen::Connection {
    xcb_connection_t* xcb = nullptr;
    xcb_screen_t* screen = nullptr;
};

XScreen::XScreen(const std::string& display, int depth, const std::vector<std::string>& words)
    : server_(server_words(display, depth, words)), display_(display), connection_(new Connection)
{
    for (int tries = 0; tries < 200; ++tries) {
        connection_->xcb = xcb_connect(display.c_str(), nullptr);
        if (xcb_connection_has_error(connection_->xcb) == 0) break;
        xcb_disconnect(connection_->xcb);
        connection_->xcb = nullptr;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    REQUIRE(connection_->xcb);
    connection_->screen = xcb_setup_roots_iterator(xcb_get_setup(connection_->xcb)).data;
    setenv("DISPLAY", display.c_str(), 1);
}

XScreen::~XScreen()
{
    if (connection_->xcb) xcb_disconnect(connection_->xcb);
    delete connection_;
}

std::vector<platform::raster::Pixel> XScreen::seen() const
{
    const auto* screen = connection_->screen;
    const std::unique_ptr<xcb_get_image_reply_t, Freed> image{xcb_get_image_reply(
        connection_->xcb, xcb_get_image(connection_->xcb, XCB_IMAGE_FORMAT_Z_PIXMAP, screen->root, 0, 0, screen->width_in_pixels, screen->height_in_pixels, ~0U), nullptr)};
    REQUIRE(image);
    const auto* bytes = xcb_get_image_data(image.get());
    std::vector<platform::raster::Pixel> pixels;
    for (int i = 0; i < screen->width_in_pixels * screen->height_in_pixels; ++i) {
        if (screen->root_depth == 16) {
            const auto value = static_cast<std::uint32_t>(bytes[i * 2] | bytes[i * 2 + 1] << 8);
            pixels.push_back(value >> 11 << 3 | (value >> 5 & 63U) << 10 | (value & 31U) << 19 | 0xFF000000U);
        } else {
            pixels.push_back(static_cast<std::uint32_t>(bytes[i * 4 + 2] | bytes[i * 4 + 1] << 8 | bytes[i * 4] << 16) | 0xFF000000U);
        }
    }
    return pixels;
}

void XScreen::cover_and_uncover() const
{
    const auto* screen = connection_->screen;
    const auto window = xcb_generate_id(connection_->xcb);
    const std::uint32_t values[] = {screen->black_pixel, 1};
    xcb_create_window(connection_->xcb, XCB_COPY_FROM_PARENT, window, screen->root, 100, 50, 300, 200, 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                      XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values);
    xcb_map_window(connection_->xcb, window);
    xcb_flush(connection_->xcb);
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    xcb_destroy_window(connection_->xcb, window);
    xcb_flush(connection_->xcb);
}

std::vector<std::uint32_t> XScreen::windows() const
{
    const std::unique_ptr<xcb_query_tree_reply_t, Freed> tree{
        xcb_query_tree_reply(connection_->xcb, xcb_query_tree(connection_->xcb, connection_->screen->root), nullptr)};
    REQUIRE(tree);
    const auto* first = xcb_query_tree_children(tree.get());
    return {first, first + xcb_query_tree_children_length(tree.get())};
}

void XScreen::resize_window(int width, int height) const
{
    const std::uint32_t values[] = {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
    for (const auto window : windows()) xcb_configure_window(connection_->xcb, window, XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT, values);
    xcb_flush(connection_->xcb);
}

void XScreen::type(const std::vector<int>& codes)
{
    constexpr int x11_offset = 8;
    for (const auto window : windows())
        for (const int code : codes) {
            xcb_key_press_event_t event{};
            event.response_type = XCB_KEY_PRESS;
            event.detail = static_cast<xcb_keycode_t>(code + x11_offset);
            event.time = ++typed_;
            event.root = connection_->screen->root;
            event.event = window;
            event.same_screen = 1;
            xcb_send_event(connection_->xcb, 0, window, XCB_EVENT_MASK_KEY_PRESS, reinterpret_cast<const char*>(&event));
        }
    xcb_flush(connection_->xcb);
}

}
