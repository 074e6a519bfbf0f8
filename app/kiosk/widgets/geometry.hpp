// Places on a page, in logical units: a page is at least 1280 units wide and 800 high, whatever the glass.
#pragma once

namespace refectory::ui {

struct Point { float x = 0, y = 0; };
struct Size { float width = 0, height = 0; };

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
    Rect moved(float by_x, float by_y) const { return {x + by_x, y + by_y, width, height}; }
    bool contains(Point point) const
    {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

}
