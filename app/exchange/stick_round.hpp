// What a kiosk does with a stick from its being put in to its being taken: the parcel is written, the programmes for this kiosk are
// read, and the stick is closed, opened anew for reading, read back, closed and let go. A parcel that cannot be written, and a stick
// that lets itself be read alone, keep no programme from being read. It runs on a worker: it records nothing, and touches nothing of the store but the parcel's snapshot.
#pragma once

#include "exchange/found_programmes.hpp"
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

struct StickErrand {
    KioskIdentity identity;
    Result<AgeSealer> to_desk;   // started, or why it cannot be
    Result<KioskParcel> parcel;  // or why there is none
};
struct StickRound {
    Result<WrittenParcel> written;  // it stands on the stick, closed and read back, or why there is none
    FoundProgrammes found;
    bool is_closed = false;  // nothing of this machine uses it any more; where nothing was written, it is also still there
};

StickRound go_round(StickDevice& stick, StickErrand& errand, const OnStickProgress& on_progress);

}
