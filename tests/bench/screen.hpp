// A screen of the bench's own: an X server that shows nobody anything, what stands in its picture, and a finger on it. It knows
// nothing of the programs that are shown there.
#pragma once

#include "bench/program.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace refectory::bench {

inline constexpr int screen_width = 1280, screen_height = 800;

struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};

using Pixels = std::vector<std::uint32_t>;  // of an area, row by row

class Screen {
public:
    static Result<std::unique_ptr<Screen>> open();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    const std::string& display() const { return display_; }

    Pixels picture(const Area& area) const;
    // Looks whenever something was drawn, and says when it was so; nothing where the time was over first. It sleeps in between:
    // a watch that never rests would take a processor, and the server, from those whom it measures.
    using Holds = std::function<bool(const Pixels&)>;
    std::optional<Clock::time_point> when(const Area& area, const Holds& holds, Clock::duration longest) const;
    // Until nothing has changed for so long.
    void wait_until_still(Clock::duration still) const;

    void move_finger(int x, int y) const;
    void press() const;
    void lift() const;

    // Watches for so long, and counts the frames: what is drawn to the screen in one go, whether it differs from what stood there
    // or not.
    int count_frames(Clock::duration time) const;

private:
    struct Connection;
    Screen(std::unique_ptr<Program> server, std::string display, std::unique_ptr<Connection> connection);
    void flush_button(bool is_down) const;

    std::unique_ptr<Program> server_;
    std::string display_;
    std::unique_ptr<Connection> connection_;
};

}
