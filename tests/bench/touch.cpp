#include "bench/touch.hpp"

#include <algorithm>
#include <thread>

namespace refectory::bench {

namespace {

using namespace std::chrono_literals;

constexpr auto at_rest = 60ms;
constexpr auto longest_answer = 3s;
constexpr int rehearsals = 2;  // what changes but once, as a clock does, is none of the touch's
constexpr int spot_size = 16, columns = 4, rows = 3;
constexpr int fewest_pixels = 8;
constexpr Area everything{0, 0, screen_width, screen_height};
constexpr Point elsewhere{screen_width / 2, 1};

using Changed = std::vector<bool>;  // a pixel of the screen

void lead_up_to(const Screen& screen, const Touch& touch)
{
    screen.move_finger(touch.where.x, touch.where.y);
    if (touch.measured == Moment::lift) screen.press();
    screen.wait_until_still(at_rest);
}

void do_it(const Screen& screen, const Touch& touch)
{
    if (touch.measured == Moment::press) screen.press();
    else screen.lift();
}

void undo(const Screen& screen, const Touch& touch)
{
    screen.wait_until_still(at_rest);
    if (touch.measured == Moment::press) {
        screen.move_finger(elsewhere.x, elsewhere.y);
        screen.lift();
        screen.wait_until_still(at_rest);
    }
    if (touch.undone_by) tap_at(screen, *touch.undone_by);
}

void rehearse(const Screen& screen, const Touch& touch, Changed& changed)
{
    lead_up_to(screen, touch);
    const auto before = screen.picture(everything);
    do_it(screen, touch);
    screen.when(everything, [&](const Pixels& now) { return now != before; }, longest_answer);
    screen.wait_until_still(at_rest * 2);
    const auto after = screen.picture(everything);
    for (std::size_t i = 0; i < changed.size(); ++i) changed[i] = changed[i] && before[i] != after[i];
    undo(screen, touch);
}

int changed_in(const Changed& changed, const Area& area)
{
    int count = 0;
    for (int y = area.y; y < area.y + area.height; ++y)
        for (int x = area.x; x < area.x + area.width; ++x) count += changed[static_cast<std::size_t>(y * screen_width + x)] ? 1 : 0;
    return count;
}

// Where the most changes in this part of the screen.
std::optional<Area> spot_in(const Changed& changed, const Area& part)
{
    Area best{};
    int most = fewest_pixels - 1;
    for (int y = part.y; y + spot_size <= part.y + part.height; y += spot_size) {
        for (int x = part.x; x + spot_size <= part.x + part.width; x += spot_size) {
            const Area spot{x, y, spot_size, spot_size};
            const int count = changed_in(changed, spot);
            if (count <= most) continue;
            most = count;
            best = spot;
        }
    }
    if (best.width == 0) return {};
    return best;
}

}

Result<Spots> find_spots(const Screen& screen, const Touch& touch)
{
    Changed changed(static_cast<std::size_t>(screen_width * screen_height), true);
    for (int i = 0; i < rehearsals; ++i) rehearse(screen, touch, changed);
    Spots spots;
    constexpr int width = screen_width / columns, height = screen_height / rows;
    for (int part = 0; part < columns * rows; ++part)
        if (const auto spot = spot_in(changed, {part % columns * width, part / columns * height, width, height})) spots.push_back(*spot);
    if (spots.empty()) return failure("A touch changed nothing.");
    return spots;
}

Result<Clock::duration> time_of(const Screen& screen, const Touch& touch, const Spots& spots)
{
    lead_up_to(screen, touch);
    std::vector<Pixels> before;
    for (const auto& spot : spots) before.push_back(screen.picture(spot));
    const auto start = Clock::now();
    do_it(screen, touch);
    auto last = start;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const auto changed = screen.when(spots[i], [&](const Pixels& now) { return now != before[i]; }, longest_answer);
        if (!changed) return failure("A touch did not change what it had changed before.");
        last = *changed;
    }
    undo(screen, touch);
    return last - start;
}

void tap_at(const Screen& screen, const Point& where)
{
    screen.move_finger(where.x, where.y);
    screen.press();
    screen.wait_until_still(at_rest);
    screen.lift();
    screen.wait_until_still(at_rest);
}

}
