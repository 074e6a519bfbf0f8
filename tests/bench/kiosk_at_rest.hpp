// What the kiosk's flows are given, without a window and without a loop, so that one step of them can be timed.
#pragma once

#include "bench/history.hpp"
#include "kiosk/flow.hpp"

namespace refectory::bench {

class KioskAtRest {
public:
    explicit KioskAtRest(KioskStore& store) : store_(store), set_up_search_(store.folder() / "set-up-files") {}

    Flow flow() { return Flow{store_, exporter_, find_sticks_, set_up_search_, machine_, clock_, now, ClockTrust::trusted, milliseconds{0}, {}, {}}; }

private:
    KioskStore& store_;
    Exporter exporter_{"bench"};
    FindSticks find_sticks_;
    SetUpSearch set_up_search_;
    Machine machine_;
    ClockMemory clock_;
};

}
