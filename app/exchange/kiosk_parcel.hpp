// What a kiosk's next parcel holds: the facts that no receipt covers, as they stood at one moment, and the answers that may leave. It
// writes no file, and records nothing of what becomes of one.
#pragma once

#include "exchange/parcel.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

struct KioskParcel {
    ParcelHeader header;
    std::unique_ptr<Snapshot> snapshot;
    std::vector<Extent> extents;  // of all origins of this kiosk that the desk does not have all of
    std::vector<LeavingAnswer> answers;

    ParcelSource source() const;  // as long as this is there
    ParcelWritten written() const { return {header.number, header.facts_up_to, static_cast<std::int64_t>(answers.size())}; }
};

// Takes a number for it.
Result<KioskParcel> next_parcel(KioskStore& store, const std::string& version, Instant now, ClockTrust trust);

}
