// What a kiosk does with a stick from its being put in to its being taken: the parcel is written, the programmes for this kiosk are
// read, and the stick is closed, opened anew for reading, read back, closed and let go. A parcel that cannot be written keeps no
// programme from being read. It runs on a worker: it records nothing, and touches nothing of the store but the parcel's snapshot.
#pragma once

#include "exchange/kiosk_parcel.hpp"
#include "exchange/stick_device.hpp"

namespace refectory {

enum class StickStep { opening, counting, writing, bringing, closing, checking, letting_go };

struct StickProgress {
    StickStep step = StickStep::opening;
    std::int64_t bytes = 0, bytes_in_all = 0;  // of this step; in all: 0 while it is not known
    float done = 0;                            // of 1, over all steps
};
using OnStickProgress = std::function<GoOn(const StickProgress&)>;

struct FoundProgrammes {
    std::vector<Programme> good;  // sealed to this kiosk and signed by its desk; the highest serial in a name first
    // Of those that are named for this kiosk and cannot be used, the one with the highest serial in its name. Where it could not be seen
    // what there is, that is told, with a serial that is higher than any.
    std::optional<Error> refused;
    std::int64_t refused_serial = 0;
};

struct StickErrand {
    KioskIdentity identity;
    Result<KioskParcel> parcel;  // or why there is none
};
struct StickRound {
    Result<WrittenParcel> written;  // it stands on the stick, closed and read back, or why there is none
    FoundProgrammes found;
    bool is_closed = false;  // nothing of this machine uses it any more
};

StickRound go_round(StickDevice& stick, const StickErrand& errand, const OnStickProgress& on_progress);

}
