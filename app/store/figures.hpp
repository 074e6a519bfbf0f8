// The kiosk's days in numbers, for its admin. It names nobody.
#pragma once

#include "store/store_context.hpp"

#include <vector>

namespace refectory {

struct DayFigures {
    Date day;
    int sign_ups = 0, withdrawals = 0;
    int check_ins = 0, check_outs = 0;  // of academics; a visit that an admin closed counts on the day it ended
};

struct DoubtedDay {
    Date day;  // by the clock that was not to be trusted
    int facts = 0;
};

class Figures {
public:
    explicit Figures(StoreContext& context) : context_(context) {}

    std::vector<DayFigures> of_days(Date first, int days);
    // What was recorded while the clock was doubted, the newest day first.
    std::vector<DoubtedDay> doubted(std::size_t most);

private:
    StoreContext& context_;
};

}
