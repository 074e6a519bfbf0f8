#include "bench/screen.hpp"

#include "bench/shared_image.hpp"

#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

#include <algorithm>
#include <cstring>
#include <thread>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

// A picture of one frame may be handed over in several pieces.
constexpr auto between_frames = 4ms;
constexpr auto longest_unrest = 10s;

}

struct Screen::Connection {
    struct Closed {
        void operator()(Display* opened) const { XCloseDisplay(opened); }
    };
    std::unique_ptr<Display, Closed> display;
    SharedImage shared;  // of the whole screen; an area is fetched into its beginning
    int drawn = 0;       // the event that says that something was drawn

    explicit Connection(Display* opened) : display(opened), shared(opened, screen_width, screen_height)
    {
        int first_event = 0, first_error = 0;
        XDamageQueryExtension(opened, &first_event, &first_error);
        drawn = first_event + XDamageNotify;
        XDamageCreate(opened, DefaultRootWindow(opened), XDamageReportRawRectangles);
    }

    // Sleeps until something was drawn of which it has not told yet; false where the time was over first.
    bool is_drawn_before(Clock::time_point end)
    {
        while (true) {
            while (XPending(display.get()) > 0) {
                XEvent event;
                XNextEvent(display.get(), &event);
                if (event.type == drawn) return true;
            }
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
            if (left.count() <= 0) return false;
            pollfd wake{ConnectionNumber(display.get()), POLLIN, 0};
            poll(&wake, 1, static_cast<int>(left.count()));
        }
    }
};

Result<std::unique_ptr<Screen>> Screen::open()
{
    auto server = Program::start({.words = {"Xvfb", "-displayfd", "1", "-screen", "0", std::to_string(screen_width) + "x" + std::to_string(screen_height) + "x24",
                                            "-noreset", "-nolisten", "tcp"},
                                  .is_heard = true});
    const auto number = server->next_line();
    if (!number) return failure("Xvfb could not be started: is it installed?");
    const auto display = ":" + *number;
    auto* opened = XOpenDisplay(display.c_str());
    if (opened == nullptr) return failure("Xvfb does not answer.");
    if (!XShmQueryExtension(opened)) return failure("Xvfb shares no memory.");
    return std::unique_ptr<Screen>{new Screen{std::move(server), display, std::make_unique<Connection>(opened)}};
}

Screen::Screen(std::unique_ptr<Program> server, std::string display, std::unique_ptr<Connection> connection)
    : server_(std::move(server)), display_(std::move(display)), connection_(std::move(connection))
{
}

Screen::~Screen() = default;

Pixels Screen::picture(const Area& area) const
{
    auto* image = connection_->shared.image;
    // The server writes rows of the area's own width, whatever the image was made for.
    image->width = area.width;
    image->height = area.height;
    image->bytes_per_line = area.width * 4;
    XShmGetImage(connection_->shared.display, DefaultRootWindow(connection_->shared.display), image, area.x, area.y, AllPlanes);
    Pixels pixels(static_cast<std::size_t>(area.width) * static_cast<std::size_t>(area.height));
    std::memcpy(pixels.data(), image->data, pixels.size() * 4);
    return pixels;
}

std::optional<Clock::time_point> Screen::when(const Area& area, const Holds& holds, Clock::duration longest) const
{
    const auto end = Clock::now() + longest;
    while (!holds(picture(area)))
        if (!connection_->is_drawn_before(end)) return {};
    return Clock::now();
}

void Screen::wait_until_still(Clock::duration still) const
{
    constexpr Area everything{0, 0, screen_width, screen_height};
    const auto end = Clock::now() + longest_unrest;
    auto before = picture(everything);
    auto since = Clock::now();
    while (Clock::now() - since < still && Clock::now() < end) {
        std::this_thread::sleep_for(10ms);
        auto now = picture(everything);
        if (now == before) continue;
        before = std::move(now);
        since = Clock::now();
    }
}

void Screen::move_finger(int x, int y) const
{
    XTestFakeMotionEvent(connection_->display.get(), -1, x, y, CurrentTime);
    XFlush(connection_->display.get());
}

void Screen::flush_button(bool is_down) const
{
    XTestFakeButtonEvent(connection_->display.get(), 1, is_down ? True : False, CurrentTime);
    XFlush(connection_->display.get());
}

void Screen::press() const
{
    flush_button(true);
}

void Screen::lift() const
{
    flush_button(false);
}

int Screen::count_frames(Clock::duration time) const
{
    XSync(connection_->display.get(), True);  // what was drawn before is none of them
    int frames = 0;
    const auto end = Clock::now() + time;
    auto last = Clock::time_point::min();
    while (connection_->is_drawn_before(end)) {
        const auto now = Clock::now();
        if (last == Clock::time_point::min() || now - last > between_frames) ++frames;
        last = now;
    }
    return frames;
}

}
