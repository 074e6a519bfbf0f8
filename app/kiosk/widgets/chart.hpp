// Two bars for each of a few days: the first full, the second an outline, each with its number above, so that nothing hangs on
// colour. It says nothing of what is counted but in the words it is given.
#pragma once

#include "kiosk/widgets/page.hpp"

#include <span>
#include <string>

namespace refectory::ui {

struct ChartDay {
    std::string name;
    int first = 0, second = 0;
    bool strong = false;    // the one that is looked at
    std::string words;      // all of it, for who reads the page
};

void chart(Page& page, const Rect& where, std::span<const ChartDay> days, std::string_view first, std::string_view second);

}
