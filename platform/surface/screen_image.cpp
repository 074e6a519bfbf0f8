#include "platform/surface/screen_image.hpp"

#include "platform/processors.hpp"

#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <X11/Xlib-xcb.h>
#include <xcb/shm.h>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace refectory::platform {

namespace {

struct Freed {
    void operator()(void* pointer) const { std::free(pointer); }
};
template <class Reply>
using Answer = std::unique_ptr<Reply, Freed>;

template <class Reply>
Answer<Reply> answer(Reply* reply) { return Answer<Reply>{reply}; }

struct Visual { PixelFormat format; int depth = 0; int row_pad = 4; };  // rows are of whole such bytes

std::optional<Visual> visual_of(xcb_connection_t* connection, xcb_window_t window)
{
    const auto attributes = answer(xcb_get_window_attributes_reply(connection, xcb_get_window_attributes(connection, window), nullptr));
    if (!attributes) return std::nullopt;
    const auto* setup = xcb_get_setup(connection);
    Visual visual;
    for (auto screen = xcb_setup_roots_iterator(setup); screen.rem > 0; xcb_screen_next(&screen))
        for (auto depth = xcb_screen_allowed_depths_iterator(screen.data); depth.rem > 0; xcb_depth_next(&depth))
            for (auto type = xcb_depth_visuals_iterator(depth.data); type.rem > 0; xcb_visualtype_next(&type))
                if (type.data->visual_id == attributes->visual) {
                    visual.depth = depth.data->depth;
                    visual.format = {4, type.data->red_mask, type.data->green_mask, type.data->blue_mask, setup->image_byte_order == XCB_IMAGE_ORDER_MSB_FIRST};
                }
    for (auto format = xcb_setup_pixmap_formats_iterator(setup); format.rem > 0; xcb_format_next(&format))
        if (format.data->depth == visual.depth) {
            visual.format.bytes = format.data->bits_per_pixel / 8;
            visual.row_pad = format.data->scanline_pad / 8;
        }
    if (visual.depth == 0 || !can_be_written(visual.format)) return std::nullopt;
    return visual;
}

bool can_share(xcb_connection_t* connection)
{
    const auto* extension = xcb_get_extension_data(connection, &xcb_shm_id);
    if (!extension || extension->present == 0) return false;
    const auto version = answer(xcb_shm_query_version_reply(connection, xcb_shm_query_version(connection), nullptr));
    return version && (version->major_version > 1 || version->minor_version >= 2);
}

}

struct ScreenImage::Screen {
    xcb_connection_t* connection = nullptr;
    xcb_window_t window = 0;
    Visual visual;
    xcb_gcontext_t context = 0;

    std::size_t row_bytes(int width) const
    {
        const auto pad = static_cast<std::size_t>(visual.row_pad), bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(visual.format.bytes);
        return (bytes + pad - 1) / pad * pad;
    }
};

// Of the size of one picture, in this program and in the server. What the server has not taken yet must not be written.
class ScreenImage::SharedMemory {
public:
    // It is made while other things are done: the system has thousands of pages to give, and the server to answer.
    SharedMemory(const Screen& screen, int width, int height)
        : screen_(screen), width_(width), height_(height), size_(screen.row_bytes(width) * static_cast<std::size_t>(height))
    {
        const int descriptor = memfd_create("refectory-picture", MFD_CLOEXEC);
        if (descriptor < 0) return;
        if (ftruncate(descriptor, static_cast<off_t>(size_)) == 0) bytes_ = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
        if (bytes_ == MAP_FAILED) {
            close(descriptor);
            return;
        }
        segment_ = xcb_generate_id(screen_.connection);
        attaching_ = xcb_shm_attach_fd_checked(screen_.connection, segment_, descriptor, 1);  // closes it
        xcb_flush(screen_.connection);
        filling_ = begin_beside([bytes = bytes_, size = size_] { madvise(bytes, size, MADV_POPULATE_WRITE); });
    }
    ~SharedMemory()
    {
        if (is_attached()) xcb_shm_detach(screen_.connection, segment_);
        wait();
        if (bytes_ != MAP_FAILED) munmap(bytes_, size_);
    }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    bool is_for(int width, int height) const { return width == width_ && height == height_; }
    // Waits until it is made.
    bool is_attached()
    {
        if (filling_.valid()) filling_.get();
        if (attaching_) is_attached_ = answer(xcb_request_check(screen_.connection, *attaching_)) == nullptr;
        attaching_.reset();
        return is_attached_;
    }
    std::uint8_t* at(int x, int y) const
    {
        return static_cast<std::uint8_t*>(bytes_) + static_cast<std::size_t>(y) * screen_.row_bytes(width_) +
               static_cast<std::size_t>(x) * static_cast<std::size_t>(screen_.visual.format.bytes);
    }
    // The question that the server answers when it has taken everything goes out with the areas; the answer is for later.
    void show(std::span<const raster::Area> areas)
    {
        for (const auto& area : areas)
            xcb_shm_put_image(screen_.connection, screen_.window, screen_.context, static_cast<std::uint16_t>(width_), static_cast<std::uint16_t>(height_),
                              static_cast<std::uint16_t>(area.left), static_cast<std::uint16_t>(area.top), static_cast<std::uint16_t>(area.right - area.left),
                              static_cast<std::uint16_t>(area.bottom - area.top), static_cast<std::int16_t>(area.left), static_cast<std::int16_t>(area.top),
                              static_cast<std::uint8_t>(screen_.visual.depth), XCB_IMAGE_FORMAT_Z_PIXMAP, 0, segment_, 0);
        taken_ = xcb_get_input_focus(screen_.connection);
    }
    void wait()
    {
        if (taken_) answer(xcb_get_input_focus_reply(screen_.connection, *taken_, nullptr));
        taken_.reset();
    }

private:
    const Screen& screen_;
    int width_, height_;
    std::size_t size_;
    void* bytes_ = MAP_FAILED;
    xcb_shm_seg_t segment_ = 0;
    std::future<void> filling_;
    std::optional<xcb_void_cookie_t> attaching_;
    bool is_attached_ = false;
    std::optional<xcb_get_input_focus_cookie_t> taken_;
};

ScreenImage::ScreenImage(std::unique_ptr<Screen> screen) : screen_(std::move(screen)), shares_(can_share(screen_->connection)) {}

std::expected<std::unique_ptr<ScreenImage>, std::string> ScreenImage::open(GLFWwindow* window, int width, int height)
{
    auto screen = std::make_unique<Screen>();
    auto* display = glfwGetX11Display();
    if (!display) return std::unexpected("There is no X server to show pictures on.");
    screen->connection = XGetXCBConnection(display);
    screen->window = static_cast<xcb_window_t>(glfwGetX11Window(window));
    const auto visual = visual_of(screen->connection, screen->window);
    if (!visual) return std::unexpected("The screen keeps its colours in a way that is not known here. Set it to 24 or 16 bits.");
    screen->visual = *visual;
    screen->context = xcb_generate_id(screen->connection);
    xcb_create_gc(screen->connection, screen->context, screen->window, 0, nullptr);
    std::unique_ptr<ScreenImage> image{new ScreenImage{std::move(screen)}};
    if (image->shares_) image->begin_memory_for(width, height);
    return image;
}

ScreenImage::~ScreenImage()
{
    memory_.reset();
    xcb_free_gc(screen_->connection, screen_->context);
    xcb_flush(screen_->connection);
}

void ScreenImage::begin_memory_for(int width, int height)
{
    if (memory_ && memory_->is_for(width, height)) return;
    memory_.reset();
    memory_ = std::make_unique<SharedMemory>(*screen_, width, height);
}

bool ScreenImage::has_memory_for(int width, int height)
{
    if (!shares_) return false;
    begin_memory_for(width, height);
    shares_ = memory_->is_attached();
    if (!shares_) memory_.reset();
    return shares_;
}

std::optional<raster::Canvas> ScreenImage::own_canvas(int width, int height)
{
    const bool is_as_drawn = screen_->visual.format == PixelFormat{} && screen_->row_bytes(width) == static_cast<std::size_t>(width) * sizeof(raster::Pixel);
    if (!is_as_drawn || !has_memory_for(width, height)) return std::nullopt;
    memory_->wait();
    return raster::Canvas{reinterpret_cast<raster::Pixel*>(memory_->at(0, 0)), width, height, raster::Order::blue_first};
}

void ScreenImage::show(std::span<const raster::Area> areas)
{
    memory_->show(areas);
    xcb_flush(screen_->connection);
}

void ScreenImage::show(const raster::Canvas& canvas, std::span<const raster::Area> areas, raster::Bands& bands)
{
    if (has_memory_for(canvas.width, canvas.height)) {
        copy_to_memory(canvas, areas, bands);
        return show(areas);
    }
    for (const auto& area : areas) send(canvas, area);
    xcb_flush(screen_->connection);
}

void ScreenImage::copy_to_memory(const raster::Canvas& canvas, std::span<const raster::Area> areas, raster::Bands& bands)
{
    memory_->wait();
    bands.share_out(areas, [&](const raster::Area& band) {
        for (int y = band.top; y < band.bottom; ++y)
            write_pixels(screen_->visual.format, canvas.row(y) + band.left, band.right - band.left, memory_->at(band.left, y));
    });
}

// In strips that the server takes in one request.
void ScreenImage::send(const raster::Canvas& canvas, const raster::Area& area)
{
    constexpr std::size_t longest_strip = 64 * 1024;  // bytes: every server takes as much
    const int width = area.right - area.left;
    const auto row = screen_->row_bytes(width);
    const int rows = std::max(1, static_cast<int>(longest_strip / row));
    for (int top = area.top; top < area.bottom; top += rows) {
        const int height = std::min(rows, area.bottom - top);
        strip_.assign(row * static_cast<std::size_t>(height), 0);
        for (int y = 0; y < height; ++y)
            write_pixels(screen_->visual.format, canvas.row(top + y) + area.left, width, strip_.data() + row * static_cast<std::size_t>(y));
        xcb_put_image(screen_->connection, XCB_IMAGE_FORMAT_Z_PIXMAP, screen_->window, screen_->context, static_cast<std::uint16_t>(width),
                      static_cast<std::uint16_t>(height), static_cast<std::int16_t>(area.left), static_cast<std::int16_t>(top), 0,
                      static_cast<std::uint8_t>(screen_->visual.depth), static_cast<std::uint32_t>(strip_.size()), strip_.data());
    }
}

}
