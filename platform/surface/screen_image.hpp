// The pixels of a window on an X server, as the server wants them. They lie in memory that is shared with it (MIT-SHM 1.2, by a
// descriptor, so that nothing is left behind), or are sent where the server is elsewhere or does not share.
#pragma once

#include "platform/raster/bands.hpp"
#include "platform/surface/pixel_format.hpp"

#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct GLFWwindow;

namespace refectory::platform {

class ScreenImage {
public:
    // The window's connection is used, and must outlive the image. What a first picture of that size needs is begun.
    static std::expected<std::unique_ptr<ScreenImage>, std::string> open(GLFWwindow* window, int width, int height);
    ~ScreenImage();
    ScreenImage(const ScreenImage&) = delete;
    ScreenImage& operator=(const ScreenImage&) = delete;

    // Where pictures of that size can be drawn right where the screen takes them from; it keeps what was drawn to it. Nothing where
    // they must be drawn elsewhere.
    std::optional<raster::Canvas> own_canvas(int width, int height);
    // What was drawn there.
    void show(std::span<const raster::Area> areas);
    // What was drawn elsewhere.
    void show(const raster::Canvas& canvas, std::span<const raster::Area> areas, raster::Bands& bands);
    bool is_shared() const { return shares_; }  // known once something was shown

private:
    struct Screen;
    class SharedMemory;
    explicit ScreenImage(std::unique_ptr<Screen> screen);
    void begin_memory_for(int width, int height);
    bool has_memory_for(int width, int height);
    void copy_to_memory(const raster::Canvas& canvas, std::span<const raster::Area> areas, raster::Bands& bands);
    void send(const raster::Canvas& canvas, const raster::Area& area);

    std::unique_ptr<Screen> screen_;
    std::unique_ptr<SharedMemory> memory_;
    std::vector<std::uint8_t> strip_;
    bool shares_ = false;
};

}
