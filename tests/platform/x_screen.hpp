// An X server of the test's own, and what can be seen on it.
#pragma once

#include "platform/raster/canvas.hpp"
#include "support/child.hpp"

#include <string>
#include <vector>

namespace refectory::test {

class XScreen {
public:
    // `depth` bits a pixel, 640 by 400; further words go to the server.
    XScreen(const std::string& display, int depth, const std::vector<std::string>& words = {});
    ~XScreen();
    XScreen(const XScreen&) = delete;
    XScreen& operator=(const XScreen&) = delete;

    // All that is on it, row by row; each colour in as many bits as the screen has.
    std::vector<platform::raster::Pixel> seen() const;
    // Lays a window over everything and takes it away again.
    void cover_and_uncover() const;
    void resize_window(int width, int height) const;
    // Keys by their evdev codes, to the one window that is there.
    void type(const std::vector<int>& codes);

private:
    std::vector<std::uint32_t> windows() const;

    Child server_;
    std::string display_;
    struct Connection;
    Connection* connection_ = nullptr;
    std::uint32_t typed_ = 0;  // each key later than the one before, as the server would say
};

}
