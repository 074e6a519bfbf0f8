// One touch of a finger, and how long what it changes takes to change. What that is, is found by trying it; it need not be told.
#pragma once

#include "bench/screen.hpp"

#include <optional>
#include <vector>

namespace refectory::bench {

struct Point {
    int x = 0, y = 0;
};

enum class Moment { press, lift };  // which of the two is measured

struct Touch {
    Point where;
    Moment measured = Moment::lift;
    std::optional<Point> undone_by;  // a tap there leads back; a press alone is undone by lifting the finger elsewhere
};

// Small places spread over the screen, in each of which the touch changes something.
using Spots = std::vector<Area>;

Result<Spots> find_spots(const Screen& screen, const Touch& touch);
// Until all spots have changed.
Result<Clock::duration> time_of(const Screen& screen, const Touch& touch, const Spots& spots);

// Taps, and waits for what comes of it.
void tap_at(const Screen& screen, const Point& where);

}
